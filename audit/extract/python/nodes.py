"""Imports libcst in half of the time, in a process that does nothing but read Python.

libcst declares 200 dataclasses. Python writes and compiles their comparison, their text and the guard against
writing, of which libcst replaces the first two by its own at once, and a reader needs none.
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
        import libcst  # noqa: F401
    finally:
        dataclasses.dataclass = dataclass
