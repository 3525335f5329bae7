"""The base of a change, analysed in a process of its own while this one looks at the change.

The two trees are two programs that share nothing but the facts of equal files. A base that an earlier run knows needs
no process. A child that dies, or a system without fork, costs time and no result: then the base is analysed here.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from audit.extract.record import Record
from audit.extract.workers import LONGEST, Beside, started
from audit.ledger import Side
from audit.model import Report
from audit.reuse import Entry, Work
from audit.review.sides import Tree, tree_of
from audit.source import Revision
from audit.store import NullStore, open_store

if TYPE_CHECKING:
    from audit.rulebook import Rules


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    """A side as another process tells it; `rules` is the position of its rules among the candidates, -1 for no side."""

    rules: int
    report: Report | None
    rules_file: bytes | None
    records: dict[str, Record]
    entry: Entry | None = None


class BaseSide:
    """The side of a commit by the first of the rules that find something in it."""

    def __init__(self, old: Tree, root: str, commit: str, candidates: list[Rules], *, cache: bool) -> None:
        self._old = old
        self._root, self._commit, self._candidates, self._cache = root, commit, candidates, cache
        self._other: Beside | None = None
        self._known = old.known(candidates)
        if self._known is None:
            self._other = started(Beside, lambda: msgspec.msgpack.encode(self._answer()))
        if self._other is not None:
            old.work.reader.beside = _spare()

    def result(self) -> Side | None:
        """What was found; what was read in the other process is known here from now on. To be asked once."""
        if self._known is not None:
            return self._known
        old = self._old
        answer = self._other.result(LONGEST) if self._other is not None else None
        if not isinstance(answer, bytes):
            return old.side(self._candidates)
        told = msgspec.msgpack.decode(answer, type=_Answer)
        old.work.reader.absorb(told.records)
        old.work.finished.keep(told.entry)
        if told.report is None:
            return None
        return Side(told.report, self._candidates[told.rules], (), told.rules_file)

    def _answer(self) -> _Answer:
        store = open_store(self._root) if self._cache else NullStore()
        work = Work(store, beside=_spare())
        with Revision(self._root, self._commit) as old:
            side, entry = tree_of(old, work).looked_at(self._candidates)
        if side is None:
            return _Answer(-1, None, None, work.reader.grown())
        number = next(position for position, one in enumerate(self._candidates) if one is side.rules)
        return _Answer(number, side.report, side.rules_file, work.reader.grown(), entry)


def _spare() -> bool:
    """Are there cores for more than the two sides? Where there are not, processes of a side do some work twice."""
    return (os.cpu_count() or 1) > 2
