"""What verdicts ask that rests on no path: it can be asked before these are known, by another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.judge.verdict.facts import Source
from audit.judge.verdict.keyed import OnChain, Rows
from audit.judge.verdict.live import unwritten
from audit.judge.verdict.needs import Needs
from audit.judge.verdict.places import SETTLED, several_keys
from audit.judge.verdict.reads import Reads
from audit.judge.verdict.written import Writing
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judge.chain.reaching import Reaching
    from audit.judge.key.keys import Keys
    from audit.model import Access, Report
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

    def asked(self, report: Report) -> Answers:
        """What verdicts on the accesses of a report are going to ask, as far as that is known by keys and gates."""
        for access in report.accesses:
            for rows in self.rows.ways(access):
                unwritten(rows, self.writing.is_empty)
        for several in _together(report):
            for column in several_keys(row for access in several for row in self.rows.of(access, None)):
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


def _together(report: Report) -> Iterator[list[Access]]:
    """The accesses for which one place is looked for that keeps flagged rows away from all of them."""
    open_ = [one for one in report.accesses if one.gate is not None and one.gate.state not in SETTLED]
    for subject in report.subjects:
        if subject.exempt is None and not (subject.protection is not None and subject.protection.gate):
            yield [one for one in open_ if one.subject == subject.id and not one.wrapper]
    for group in report.groups:
        yield [one for one in open_ if one.id in group.accesses]
