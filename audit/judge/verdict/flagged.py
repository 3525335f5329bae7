"""Can a path show data of a flagged row? By what the result is about, what keys it, and what it is tied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.model import Evidence, Flagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.judge.verdict.facts import Facts, Row
    from audit.model import Access, Found, GateState, Key, Path, Step, Subject
    from audit.rulebook import Rules

COVERS: frozenset[GateState] = frozenset(("filter", "guard", "argument"))
"""Gate states that keep flagged rows away on every chain."""

_KEYS = {
    "other-row": "keyed by {column}, whose rows belong to no catalogue row",
    "request": "keyed by an id that the client sends",
    "constant": "keyed by a constant",
    "free-text": "keyed by free text that meets no catalogue row",
}


class Around(Struct, frozen=True, order=True):
    """What surrounds the paths of a report: its rules, and its accesses by file and line."""

    facts: Facts
    rules: Rules
    accesses: Mapping[tuple[str, int], Access]
    unflagged: str | None = None
    """Why nothing can be flagged in this tree; None where something can, or nothing says so."""


def flagged(around: Around, subject: Subject, access: Access, path: Path) -> Flagged:
    """The first that decides: subject, guard, gate, key, tie; what is not known is never rounded down to `no`."""
    here = Evidence(access.file, access.line, "")
    reason = off_topic(around.rules, subject)
    if reason is not None:
        return _no(here, reason)
    if access.reach == "unreachable" or not around.facts.runs(access, path):
        return _no(here, "nothing is known that runs this")
    if path.guard is not None:
        return Flagged(state="no", evidence=(path.guard,))
    if access.gate is not None and is_covered(access):
        return Flagged(state="no", evidence=access.gate.evidence or (_said(here, f"gate: {access.gate.state}"),))
    covered = list(_covered(access, path))
    if covered:
        return Flagged(state="no", evidence=tuple(covered))
    rows = around.facts.rows(access, path)
    keys = [row for row in rows if row.key.kind == "catalogue-row"]
    tied = [by_key(here, row) for row in keys if row.spared is None] or list(_ties(around, access, path, keys))
    if tied and around.unflagged is not None:
        return Flagged(state="unknown", evidence=(_said(here, around.unflagged),))
    if tied:
        return Flagged(state="yes", evidence=tuple(dict.fromkeys(tied)))
    if keys:
        return Flagged(state="no", evidence=tuple(dict.fromkeys(row.spared for row in keys if row.spared)))
    return _by_kind(around, here, [row.key for row in rows], path)


def _covered(access: Access, path: Path) -> Iterator[Evidence]:
    """The chains of callers that a path leads through, if the gate holds on each of them."""
    steps = {(step.file, step.line) for step in path.steps}
    chains = [one for one in access.gate.chains if (one.file, one.line) in steps] if access.gate is not None else []
    if all(one.state in COVERS for one in chains):
        for one in chains:
            yield Evidence(one.file, one.line, f"gate on this way: {one.state}{f' ({one.note})' if one.note else ''}")


def is_covered(access: Access) -> bool:
    """Does the gate of an access hold on every chain?"""
    return access.gate is not None and access.gate.state in COVERS


def unflagged(rules: Rules, found: Found) -> str | None:
    """Why nothing can be flagged in a tree.

    That makes a path `unknown` and not `no`: the database may be another tree's, and the rules may misspell the flag.
    """
    if found.flag != "absent":
        return None
    flag = ", ".join(rules.gate.columns)
    return f"nothing in this tree declares or names the flag ({flag}): nothing is flagged in it"


def off_topic(rules: Rules, subject: Subject) -> str | None:
    """Why the flag says nothing about what a subject gives; None where it may."""
    about = rules.gate.about
    if not about or subject.carries is None or subject.carries in about:
        return None
    because = rules.carries[subject.id].because if subject.id in rules.carries else ""
    return f"gives what the flag is not about ({subject.carries})" + (f": {because}" if because else "")


def by_key(here: Evidence, row: Row) -> Evidence:
    """The place of a key that can be flagged: the query that resolves it, where it is known."""
    first = next(iter((*row.queries, *row.key.evidence)), here)
    column = row.key.column or "a catalogue row"
    return Evidence(first.file, first.line, f"keyed by {column}, a row that can be flagged")


def _ties(around: Around, access: Access, path: Path, spared: list[Row]) -> Iterator[Evidence]:
    """The value is stored under the id of a row that can be flagged, or is an argument of a lookup about one."""
    known = around.rules.gate.rows
    apart = {(row.key.column or "").partition(".")[0] for row in spared}
    columns = (*path.stored_in, *path.sink.columns)
    begins_apart = bool(path.stored_in) and path.stored_in[0].partition(".")[0] in apart
    for column in columns:
        table = column.partition(".")[0]
        if table in known and table not in apart and path.flow != "implicit":
            at = path.steps[-1] if path.steps and not path.stored_in else None
            yield _placed(at, access, f"stored in {column}, under a row that can be flagged")
    if begins_apart:
        return  # what goes on from there goes on from rows that cannot be flagged, but for what is copied to others
    if path.flow != "implicit":
        yield from around.facts.ties(path)
    for step in path.steps[1:] if path.flow == "argument" else ():
        other = around.accesses.get((step.file, step.line))
        if other is None or other.wrapper or other.id == access.id or is_covered(other):
            continue
        for row in around.facts.rows(other, path):
            if row.key.kind == "catalogue-row" and row.spared is None:
                column = row.key.column or "a catalogue row"
                yield _placed(step, access, f"an argument of {other.subject} about {column}, a row that can be flagged")


def _placed(step: Step | None, access: Access, note: str) -> Evidence:
    return Evidence(step.file, step.line, note) if step is not None else Evidence(access.file, access.line, note)


def _by_kind(around: Around, here: Evidence, keys: list[Key], path: Path) -> Flagged:
    """No key is a catalogue row: `no` where that is certain for each of them."""
    if not keys:
        return Flagged(state="unknown", evidence=(_said(here, "what keys this access was not found"),))
    if any(key.kind == "unknown" for key in keys):
        return Flagged(state="unknown", evidence=(_said(here, "a key of this access could not be followed"),))
    if any(key.kind == "free-text" for key in keys):
        near = around.facts.near(path)
        if near is not None:
            note = f"keyed by free text; whether it meets the rows read here is not known ({near.note})"
            return Flagged(state="unknown", evidence=(_said(near, note),))
    aside = around.rules.gate.aside
    return Flagged(state="no", evidence=tuple(dict.fromkeys(_reason(here, key, aside) for key in keys)))


def _reason(here: Evidence, key: Key, aside: tuple[str, ...]) -> Evidence:
    place = key.evidence[0] if key.evidence else here
    if key.column is not None and key.column in aside:
        return _said(place, f"keyed by {key.column}, which does not say which row it is")
    return _said(place, _KEYS[key.kind].format(column=key.column or "rows"))


def _said(place: Evidence, note: str) -> Evidence:
    return Evidence(place.file, place.line, note)


def _no(here: Evidence, note: str) -> Flagged:
    return Flagged(state="no", evidence=(_said(here, note),))
