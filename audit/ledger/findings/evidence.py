"""Findings about what a change makes visible: beyond what decisions judged, or of undecided accesses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from audit.ledger.facts import beyond, facts_of, shown_at
from audit.ledger.findings.making import about, listed, named, sites
from audit.ledger.states import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.ledger.covering import Cover
    from audit.ledger.records import Judged
    from audit.ledger.sides import Change, Tree
    from audit.model import Access, Finding

_SHOWN = "+ shown at "


class _Cause(NamedTuple):
    """What went beyond: a place is one cause for all decisions, a gate or a reach is the affair of one."""

    line: str
    decision: str


def changed_by(change: Change) -> Iterator[Finding]:
    """What the change takes beyond the facts that decisions rest on, one finding for each cause."""
    yield from _told((cover, _new_lines(cover, change)) for cover in change.head.covers)


def changed_since(tree: Tree) -> Iterator[Finding]:
    """What goes beyond those facts today."""
    yield from _told((cover, changed(cover)) for cover in tree.covers)


def widened(change: Change) -> Iterator[Finding]:
    """Undecided accesses that reach further people, one finding for each place."""
    decided, causes = change.head.decided(), defaultdict[str, list["Access"]](list)
    for pair in change.matched.pairs:
        if pair.head.id in decided or None in (pair.base.reach, pair.head.reach):
            continue
        known = set(shown_at(pair.base))
        for place in dict.fromkeys(shown_at(pair.head)):
            if place not in known:
                causes[place].append(pair.head)
    for place, accesses in sorted(causes.items()):
        message = f"{_subjects(accesses)} now reaches {place}; nobody has decided about it{_also(accesses)}"
        found = about(
            accesses[0],
            "reach-widened",
            message,
            "nothing to do; `ungated decide` records what should hold",
            "changed",
        )
        yield msgspec.structs.replace(found, related=sites(accesses[1:]))


def _told(lines: Iterable[tuple[Cover, tuple[str, ...]]]) -> Iterator[Finding]:
    causes: dict[_Cause, list[Cover]] = defaultdict(list)
    for cover, beyond_judged in lines:
        for line in beyond_judged:
            causes[_Cause(line, "" if line.startswith(_SHOWN) else cover.record.path)].append(cover)
    for cause, where in sorted(causes.items(), key=lambda item: item[0]):
        yield _finding(cause.line, where)


def _finding(line: str, where: list[Cover]) -> Finding:
    accesses = [one for cover in where for one in cover.accesses if _shows(line, one)]
    files = listed(cover.record.path for cover in where)
    place = line.removeprefix(_SHOWN)
    what = f"now reaches {place}" if line.startswith(_SHOWN) else f"goes beyond what was judged: {line}"
    message = f"{_subjects(accesses)} {what}; {files} judged otherwise{_also(accesses)}"
    remedy = f"review {files} and amend it with `ungated decide`, or take the new flow out"
    return msgspec.structs.replace(
        about(accesses[0], "evidence-changed", message, remedy, "changed"), related=sites(accesses[1:])
    )


def _shows(line: str, access: Access) -> bool:
    return not line.startswith(_SHOWN) or line.removeprefix(_SHOWN) in set(shown_at(access))


def _new_lines(cover: Cover, change: Change) -> tuple[str, ...]:
    """What the code goes beyond now and did not at the base; what the base could not tell is not compared."""
    before = change.before()
    known = [before[one.id] for one in cover.accesses if one.id in before]
    judged, now = cover.record.stated.judged, facts_of(cover.accesses)
    if not known:
        return beyond(judged, now)
    then = facts_of(known)
    old = set(beyond(judged, then))
    return tuple(line for line in beyond(judged, _comparable(now, then)) if line not in old)


def _comparable(now: Judged, then: Judged) -> Judged:
    unknown = {name: None for name in then.__struct_fields__ if getattr(then, name) is None}
    return msgspec.structs.replace(now, **unknown)


def _subjects(accesses: list[Access]) -> str:
    names = dict.fromkeys(one.subject for one in accesses)
    return f"the {named(accesses[0])}" if len(accesses) == 1 else listed(names)


def _also(accesses: list[Access]) -> str:
    return f" ({len(accesses)} accesses)" if len(accesses) > 1 else ""
