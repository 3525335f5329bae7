"""Columns of files in several languages: what is written by code of one is read by code of the other, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.trace.joining import MOST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from audit.model import Escape, Path
    from audit.trace.columns import Columns


class AllColumns:
    """The columns of several engines as one: each says where what its own code reads ends up."""

    def __init__(self, *columns: Columns) -> None:
        self._columns = columns

    @property
    def cut(self) -> bool:
        """Did one of the searches run out of its budget?"""
        return any(one.cut for one in self._columns)

    @property
    def known(self) -> tuple[str, ...]:
        """The columns that were followed so far."""
        return tuple(dict.fromkeys(name for one in self._columns for name in one.known))

    def let_go(self) -> None:
        """Nothing more is to be asked."""
        for one in self._columns:
            one.let_go()

    def follow(self, written: Iterable[str]) -> None:
        """Follow what is written to columns by code of any language, and on from there."""
        names = set(written)
        for _ in range(MOST):
            before = len(names)
            for one in self._columns:
                one.follow(names)
                names.update(one.known)
            if len(names) == before:
                return

    def paths(self, columns: Collection[str]) -> dict[str, tuple[Path, ...]]:
        """Where what is read from each of these columns ends up."""
        found = [one.paths(columns) for one in self._columns]
        return {name: tuple(path for one in found for path in one[name]) for name in columns}

    def escapes(self, columns: Collection[str]) -> dict[str, frozenset[Escape]]:
        """Where what is read from each of these columns was lost from sight."""
        found = [one.escapes(columns) for one in self._columns]
        return {name: frozenset().union(*(one[name] for one in found)) for name in columns}
