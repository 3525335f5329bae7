"""The lines that a proposal would have edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.verdict.flagged import COVERS, is_covered
from audit.judge.verdict.tied import TIES
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.judge.verdict.facts import Facts, Row
    from audit.judge.verdict.flagged import Around
    from audit.model import Access, GateState, Path

SETTLED: frozenset[GateState] = COVERS | {"forced"}
"""Gate states in which there is nothing to propose: flagged rows are kept away, or let through on purpose."""


def filters(facts: Facts, accesses: Iterable[Access]) -> tuple[Evidence, ...]:
    """The queries over catalogue rows that resolve the keys of accesses, and those that copy one key into another."""
    rows = [row for access in accesses for row in facts.rows(access) if _can_be_flagged(row)]
    keys = several_keys(rows)
    copies = [one.at for column in keys for one in facts.sources(column) if one.column in keys]
    found: dict[tuple[str, int], Evidence] = {}
    for one in (*(query for row in rows for query in row.queries), *copies):
        found.setdefault((one.file, one.line), one)
    return tuple(sorted(found.values()))


def several_keys(rows: Iterable[Row]) -> tuple[str, ...]:
    """The columns by which rows that can be flagged are asked for, if there are several: one may become another."""
    keys = dict.fromkeys(row.key.column for row in rows if _can_be_flagged(row) and row.key.column is not None)
    return tuple(keys) if len(keys) > 1 else ()


def _can_be_flagged(row: Row) -> bool:
    return row.key.kind == "catalogue-row" and row.spared is None


def calls(accesses: Iterable[Access], note: str) -> tuple[Evidence, ...]:
    """The lines of the accesses themselves."""
    return tuple(sorted(Evidence(one.file, one.line, note) for one in accesses))


def lookups(around: Around, accesses: Iterable[Access]) -> tuple[Evidence, ...]:
    """The accesses about flagged rows that get what these give as an argument, and let it through."""
    return tuple(sorted(set(_lookups(around, accesses))))


def ties(accesses: Iterable[Access]) -> tuple[Evidence, ...]:
    """The lines on which what accesses give is kept under a row's id, or assigned to the row."""
    return tuple(
        sorted(
            {
                fact
                for access in accesses
                for path in access.paths
                if path.flagged is not None and path.flagged.state == "yes"
                for fact in path.flagged.evidence
                if fact.note.startswith(TIES)
            }
        )
    )


def _lookups(around: Around, accesses: Iterable[Access]) -> Iterator[Evidence]:
    for access in accesses:
        for path in access.paths:
            if path.flow != "argument" or path.flagged is None or path.flagged.state != "yes":
                continue
            for step in path.steps[1:]:
                other = around.accesses.get((step.file, step.line))
                if other is None or other.wrapper or is_covered(other) or other.id == access.id:
                    continue
                if is_about_rows(around, other, path):
                    yield Evidence(other.file, other.line, f"{other.subject} is asked about a catalogue row here")


def is_about_rows(around: Around, access: Access, path: Path | None = None) -> bool:
    """Is an access keyed by a row that can be flagged, on the callers of a path?"""
    return any(row.key.kind == "catalogue-row" and row.spared is None for row in around.facts.rows(access, path))
