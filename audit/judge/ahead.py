"""Verdicts ask much that rests on no path. A process of its own asks it while this one follows columns; a child that
dies, or a system without fork, costs time and no result: then it is asked here, when somebody wants to know.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from audit.extract.workers import LONGEST, Beside, started
from audit.judge.verdict.pathless import Answers, Pathless
from audit.link.aside import answer_of, take_over
from audit.link.told import mark_of

if TYPE_CHECKING:
    from audit.judge.chain.reaching import Reaching
    from audit.judge.key.keys import Keys
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine

_PATIENCE = 5
"""The process has until paths are known: whoever finds these goes first."""


class Ahead:
    """What is asked from now on about a report that has gates and keys; to be asked for once."""

    def __init__(self, engine: Engine, rules: Rules, reaching: Reaching, keys: Keys, report: Report) -> None:
        self._program, self._pathless = engine.code.program, Pathless(engine, rules, reaching, keys)
        self._report, self._mark = report, mark_of(self._program)
        worth = self._program.reader.beside and any(map(reaching.judges, report.accesses))
        self._other = started(Beside, self._tell) if worth else None

    def result(self) -> Pathless:
        """Who answers, with what is known by now."""
        answer = self._other.result(LONGEST) if self._other is not None else None
        if isinstance(answer, bytes):
            self._pathless.know(msgspec.msgpack.decode(take_over(self._program, answer), type=Answers))
        return self._pathless

    def _tell(self) -> bytes:
        os.nice(_PATIENCE)
        self._program.reader.part()
        return answer_of(self._program, self._mark, self._pathless.asked(self._report))
