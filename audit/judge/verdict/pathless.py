"""What verdicts ask that rests on no path: it can be asked before these are known, by another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.judge.verdict.facts import Source
from audit.judge.verdict.keyed import OnChain, Rows
from audit.judge.verdict.needs import Needs
from audit.judge.verdict.reads import Reads
from audit.judge.verdict.written import Writing
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.judge.keys import Keys
    from audit.judge.reaching import Reaching
    from audit.model import Access
    from audit.rulebook import Rules
    from audit.trace import Engine


class Answers(msgspec.Struct, frozen=True, array_like=True):
    """What keys accesses; whether anything writes the columns among that, and from where; who sets the flag."""

    chains: dict[str, tuple[OnChain, ...]]
    empty: dict[str, bool]
    sources: dict[str, tuple[Source, ...]]
    setters: tuple[Evidence, ...] | None


class Pathless:
    """Who answers, for the accesses of one engine."""

    def __init__(self, engine: Engine, rules: Rules, reaching: Reaching, keys: Keys) -> None:
        self.leaves, self.reads, self.needs = keys.leaves, Reads(engine, rules), Needs(engine)
        self.rows = Rows(engine, rules, reaching, keys, self.needs, self.reads)
        self.writing = Writing(engine, rules, reaching.outward, keys.leaves, self.reads)

    def asked(self, accesses: Iterable[Access]) -> Answers:
        """What verdicts on these accesses are going to ask."""
        rows = [row for access in accesses for chain in self.rows.chains(access) for row in chain.rows]
        for column in sorted({row.key.column for row in rows if row.key.column is not None}):
            self.writing.is_empty(column)
        flagged = [row for row in rows if row.key.kind == "catalogue-row" and row.spared is None]
        for column in sorted({row.key.column for row in flagged if row.key.column is not None}):
            self.writing.sources(column)
        self.writing.setters()
        known = self.writing
        return Answers(self.rows.known, known.known_empty, known.known_sources, known.known_setters)

    def know(self, answers: Answers) -> None:
        """Take over what was answered elsewhere."""
        self.rows.known.update(answers.chains)
        self.writing.known_empty.update(answers.empty)
        self.writing.known_sources.update(answers.sources)
        self.writing.known_setters = answers.setters
