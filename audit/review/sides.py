"""Analysing a tree as one side of a check."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit import __version__
from audit.ledger import Side, read_records, records_in
from audit.model import Coverage, Found, Report, RulesInForce, Tool, Unanalysed
from audit.pipeline import made, taken
from audit.reuse import Work
from audit.rulebook import ROOT_FILE, digest_of
from audit.source import Unreadable
from audit.store import NullStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.ledger import Record
    from audit.link.program import Program
    from audit.pipeline import Depth
    from audit.reuse import Entry
    from audit.rulebook import Rules
    from audit.source import Snapshot


class Tree:
    """A snapshot that can be analysed by several rules; what is known of it is kept between them."""

    def __init__(self, snapshot: Snapshot, work: Work) -> None:
        self.snapshot, self.work = snapshot, work

    @cached_property
    def program(self) -> Program:
        """Its files, modules and names, for who has to look at them."""
        from audit.link.program import Program

        return Program(self.snapshot, self.work.reader)

    def side(self, candidates: list[Rules], depth: Depth = "followed", service: Snapshot | None = None) -> Side | None:
        """The tree by the first of these rules that find something in it; `service` is a checkout of the service."""
        known = self.known(candidates, depth, service)
        if known is not None:
            return known
        found, entry = self.looked_at(candidates, depth, service)
        self.work.finished.keep(entry)
        return found

    def known(self, candidates: list[Rules], depth: Depth = "followed", service: Snapshot | None = None) -> Side | None:
        """The same as an earlier run has left it."""
        found = taken(self.work, self.snapshot, candidates, depth, service)
        return self.as_side(found.report, found.rules) if found is not None else None

    def looked_at(
        self, candidates: list[Rules], depth: Depth = "followed", service: Snapshot | None = None
    ) -> tuple[Side | None, Entry | None]:
        """The same from its files, and what to keep of it."""
        found = made(self.work, self.program, candidates, depth, service)
        return (self.as_side(found[0].report, found[0].rules), found[1]) if found is not None else (None, None)

    def as_side(self, report: Report, rules: Rules) -> Side:
        """A report on this tree as a side."""
        return Side(replace(report, excerpts={}), rules, (), self.rules_file())

    def blank(self, rules: Rules, records: tuple[Record, ...] = ()) -> Side:
        """The tree as it looks when these rules find nothing in it."""
        return Side(_nothing(self.program, rules), rules, records, self.rules_file())

    def rules_file(self) -> bytes | None:
        """The bytes of the tree's own rules."""
        data = self.snapshot.read(ROOT_FILE)
        return None if isinstance(data, Unreadable) else data

    def records(self, rules: Rules, *, strict: bool) -> tuple[Record, ...]:
        """Its decisions; `strict` raises UserError for malformed ones, else they are left out."""
        folder = rules.check.decisions
        return records_in(self.snapshot, folder) if strict else tuple(read_records(self.snapshot, folder)[0])


def tree_of(snapshot: Snapshot, work: Work) -> Tree:
    """The tree of a snapshot; trees that share their work parse equal files once."""
    return Tree(snapshot, work)


@contextlib.contextmanager
def work_for(root: str, note: Callable[[str], None], *, cache: bool) -> Iterator[Work]:
    """Facts of files and finished reports, kept between runs unless `cache` is false."""
    work = Work(open_store(root) if cache else NullStore())
    yield work
    for sentence in work.close():
        note(sentence)


def _nothing(program: Program, rules: Rules) -> Report:
    unread = dict(program.snapshot.problems()) | program.unread
    client = rules.client
    return Report(
        tool=Tool("ungated", __version__),
        checkout=program.snapshot.checkout(),
        rules=RulesInForce(rules.name, digest_of(rules), rules.title, rules.gate.about),
        found=Found(
            package=client.package if client is not None else None,
            audited_of=len(client.audited) if client is not None else 0,
            gated_of=len(client.gated) if client is not None else 0,
            columns_of=len(rules.gate.columns),
        ),
        coverage=Coverage(
            files=len(program.files),
            unanalysed=tuple(sorted(Unanalysed(file, reason, True) for file, reason in unread.items())),  # type: ignore[arg-type]
        ),
    )
