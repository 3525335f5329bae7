"""Imports libcst in half of the time, in a process that does nothing but read Python.

libcst declares 200 dataclasses. Python writes and compiles their comparison, their text and the guard against
writing, of which libcst replaces the first two by its own at once, and a reader needs none. Nor are nodes judged that
the parser has made: that is for who makes them by hand, and a seventh of the time that a file takes.
"""

from __future__ import annotations

import dataclasses
from typing import Any


def import_libcst() -> None:
    """Import libcst with what its nodes need to be made and read. Their classes are as they were in all else."""
    dataclass = dataclasses.dataclass

    def plain(kind: type | None = None, /, **how: Any) -> Any:
        return dataclass(kind, **{**how, "repr": False, "eq": False, "frozen": False})

    dataclasses.dataclass = plain
    try:
        import libcst
    finally:
        dataclasses.dataclass = dataclass
    libcst.CSTNode.__post_init__ = _as_parsed  # type: ignore[assignment, method-assign]
    # The one thing that the parser lets through and Python does not: strings of two kinds side by side.
    libcst.ConcatenatedString.__post_init__ = _judged  # type: ignore[assignment, method-assign]
    libcst.SimpleWhitespace._codegen = _written  # type: ignore[assignment, method-assign]  # noqa: SLF001


def _as_parsed(_: object) -> None:
    """A node that the parser has made is as it should be."""


def _written(node: Any, state: Any, **_: Any) -> None:
    """Two nodes of five are white space, half of it empty; `Tree` does not ask where it stands."""
    if node.value:
        state.add_token(node.value)


def _judged(node: Any) -> None:
    node._validate()  # noqa: SLF001 - as libcst does for every node
