"""What people decide about as one thing: the ways to do it, what each still needs, and what the evidence speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.judge.verdict.places import SETTLED, filters
from audit.judge.verdict.proposals import export_for, judge
from audit.model import Group, Option, Recommendation

if TYPE_CHECKING:
    from audit.judge.verdict.flagged import Around
    from audit.model import Access, Report, Subject


def group(around: Around, report: Report, of: Group) -> Group:
    """A group with its options and a recommendation."""
    members = {one.id: one for one in report.accesses if one.scope == "production"}
    accesses = tuple(members[one] for one in of.accesses if one in members)
    if not accesses:
        return of
    subjects = {one.id: one for one in report.subjects}
    return replace(
        of,
        options=_options(around, report, accesses, subjects),
        recommendation=_recommendation(around, accesses, subjects),
    )


def _recommendation(
    around: Around, accesses: tuple[Access, ...], subjects: dict[str, Subject]
) -> Recommendation | None:
    """A filter where the rows are selected covers every access of a job in one place, gated export or not."""
    judged = [(one, judge(around, subjects[one.subject], (one,))) for one in accesses if one.subject in subjects]
    if not judged:
        return None
    access, first = min(judged, key=lambda pair: _ORDER.index(pair[1].decision))
    places = filters(around.facts, [one for one, made in judged if made.decision in ("gate", "gate-by-filter")])
    if first.decision not in ("gate", "gate-by-filter") or not places:
        return first
    because = (
        *(said for said in first.because if not said.endswith(("takes the flag.", "before any cache."))),
        f"{_state(access)}; a filter in the query keeps flagged rows out of the whole job.",
    )
    return replace(first, decision="gate-by-filter", because=because, places=places)


_ORDER = ("gate-by-filter", "gate", None, "migrate", "stay-ungated", "deferred")


def _state(access: Access) -> str:
    if access.kind == "request":
        return "The request passes the client and its gate by"
    state = access.gate.state if access.gate is not None else "not computed"
    if state == "none":
        return f"The call of {access.subject} passes no flag"
    return f"The gate of the call of {access.subject} is `{state}`"


def _options(
    around: Around, report: Report, accesses: tuple[Access, ...], subjects: dict[str, Subject]
) -> tuple[Option, ...]:
    open_ = tuple(one for one in accesses if one.gate is None or one.gate.state not in SETTLED)
    places = filters(around.facts, open_)
    flags = ", ".join(around.rules.gate.columns) or "the flag"
    found: dict[str, list[str]] = {"gate-by-filter": [], "gate": [], "migrate": []}
    if places and around.unflagged is not None:
        found["gate-by-filter"].append(f"{flags}, which nothing in this tree declares or names")
    for one in places:
        found["gate-by-filter"].append(f"a predicate that leaves rows with {flags} out, at {one.file}:{one.line}")
    for access in open_:
        subject = subjects.get(access.subject)
        if subject is None:
            continue
        if access.kind in ("request", "database"):
            found["migrate"].extend(_migration(report, subject, access))
        elif subject.protection is not None and subject.protection.gate:
            found["gate"].append(f"the query selects {flags}, and {access.file}:{access.line} passes it on")
    return tuple(Option(decision=name, needs=tuple(dict.fromkeys(needs))) for name, needs in found.items() if needs)  # type: ignore[arg-type]


def _migration(report: Report, subject: Subject, access: Access) -> list[str]:
    twin = export_for(report, subject)
    if twin is None:
        return [
            f"an export of the client for {subject.id}, which has none",
            "a gate in that export, and the flag of every row passed to it: migrating alone closes nothing",
        ]
    needs = [f"{access.file}:{access.line} calls {twin.id}"]
    if twin.protection is not None and twin.protection.gate:
        return [*needs, "the flag of every row passed to it: migrating alone closes nothing"]
    return [*needs, f"a gate in {twin.id}, which has none: migrating alone closes nothing"]
