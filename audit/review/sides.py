"""Analysing a tree as one side of a check."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from audit import __version__
from audit.extract.reading import Reader
from audit.ledger import Side, read_records, records_in
from audit.link.program import Program
from audit.model import Coverage, Found, Report, RulesInForce, Tool, Unanalysed
from audit.pipeline import analysed
from audit.rulebook import ROOT_FILE, digest_of
from audit.source import Unreadable
from audit.store import NullStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.ledger import Record
    from audit.pipeline import Depth
    from audit.rulebook import Rules
    from audit.source import Snapshot


class Tree(NamedTuple):
    """A snapshot that can be analysed by several rules; what is known of it is kept between them."""

    snapshot: Snapshot
    program: Program

    def side(self, candidates: list[Rules], depth: Depth = "followed", service: Snapshot | None = None) -> Side | None:
        """The tree by the first of these rules that find something in it; `service` is a checkout of the service."""
        made = analysed(self.program, candidates, depth, service)
        return None if made is None else Side(made.report, made.rules, (), self.rules_file())

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


def tree_of(snapshot: Snapshot, reader: Reader) -> Tree:
    """The tree of a snapshot; trees that share a reader parse equal files once."""
    return Tree(snapshot, Program(snapshot, reader))


@contextlib.contextmanager
def reader_for(root: str, note: Callable[[str], None], *, cache: bool) -> Iterator[Reader]:
    """Facts of files, kept between runs unless `cache` is false."""
    store = open_store(root) if cache else NullStore()
    reader = Reader(store)
    yield reader
    reader.save()
    store.close()
    for sentence in store.notes:
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
