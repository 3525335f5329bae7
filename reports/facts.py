"""What the tables of every format say: sums over the accesses of one export, endpoint or group."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from audit.model import (
    FLAGGED_STATES,
    GATE_STATES,
    REACHES,
    Access,
    Decision,
    FlaggedState,
    GateState,
    Group,
    Reach,
    Recommendation,
    Report,
    Server,
    Subject,
    likeliest,
    strongest,
    weakest,
)
from reports.shown import LEAKING, STATES, Shown, shown_by

PASSING: Final[tuple[GateState, ...]] = ("argument", "guard", "filter")
"""The states in which a gate keeps flagged rows away."""


class Row(NamedTuple):
    """An export, an endpoint, a database or a group, with all that its row in a table says."""

    id: str
    about: Subject | Group
    accesses: tuple[Access, ...]
    shown: tuple[Shown, ...]
    reach: Reach | None
    flagged: FlaggedState | None
    gate: GateState | None
    carries: tuple[str, ...]
    decisions: tuple[Decision, ...]
    undecided: int
    is_flagless: bool = False
    """Can nothing be flagged in this tree?"""

    @property
    def recommendation(self) -> Recommendation | None:
        """What the tool proposes."""
        return self.about.recommendation

    @property
    def server(self) -> Server | None:
        """What the service's own code says."""
        return self.about.server if isinstance(self.about, Subject) else None

    @property
    def is_open(self) -> bool:
        """Is there an access that nobody decided about?"""
        return self.undecided > 0

    @property
    def is_due(self) -> bool:
        """Is there something that a person has to decide, or has decided?"""
        return self.is_open or bool(self.decisions)

    @property
    def leaks(self) -> bool:
        """Is the data of a flagged row shown to people, or would it be once a condition is met?"""
        return any(one.state in LEAKING for one in self.shown)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Where else a flagged row's data gets to: kinds of sinks that people do not see."""
        paths = [path for one in self.accesses for path in one.paths if path.flagged is not None]
        yes = [path for path in paths if path.flagged is not None and path.flagged.state == "yes"]
        return tuple(sorted({"decisions" if path.flow == "implicit" else path.sink.kind for path in yes}))

    @property
    def worst(self) -> int:
        """The place of its worst state in `STATES`; past the end where nothing is known to be shown."""
        states = [STATES.index(one.state) for one in self.shown if one.state is not None]
        return min(states, default=len(STATES))


def rows(report: Report) -> list[Row]:
    """The rows that people decide about: a row for each group and each audited export, worst first, then by name.

    Where the rules name neither, they are all that is reached.
    """
    listed = [subject for subject in report.subjects if subject.listed]
    made = [*(_group(report, one) for one in report.groups), *(_subject(report, one) for one in listed)]
    return sorted(made, key=_severity) or others(report)


def others(report: Report) -> list[Row]:
    """What else is reached outside the gate: neither audited, nor gated, nor wholly inside a group; worst first."""
    grouped = {access for group in report.groups for access in group.accesses}
    made = (_subject(report, one) for one in report.subjects if not one.listed and not is_gated(one))
    return sorted(
        (row for row in made if any(access.id not in grouped for access in row.accesses)),
        key=_severity,
    )


def row(report: Report, about: Subject | Group) -> Row:
    """The row of one subject or group."""
    return _subject(report, about) if isinstance(about, Subject) else _group(report, about)


def is_gated(subject: Subject) -> bool:
    """Does the client put its gate before the export?"""
    return subject.protection is not None and subject.protection.gate


def counted(report: Report) -> Iterator[Access]:
    """The accesses that totals count: in production, and no wrapper."""
    return (access for access in report.accesses if access.scope == "production" and not access.wrapper)


def through_the_gate(report: Report) -> list[Access]:
    """The accesses of gated exports, those that pass no flag first."""
    gated = {subject.id for subject in report.subjects if is_gated(subject)}
    return sorted((one for one in counted(report) if one.subject in gated), key=_gate_severity)


def passes(access: Access) -> bool:
    """Does the gate keep flagged rows from this access, or was it bypassed on purpose?"""
    return access.gate is not None and access.gate.state in (*PASSING, "forced")


def _subject(report: Report, subject: Subject) -> Row:
    mine = tuple(access for access in counted(report) if access.subject == subject.id)
    decided = {one for group in report.groups for decision in group.decisions for one in decision.covers}
    carries = () if subject.carries is None else (subject.carries,)
    return _row(report, subject, mine, carries, decided)


def _group(report: Report, group: Group) -> Row:
    ids = set(group.accesses)
    mine = tuple(access for access in counted(report) if access.id in ids)
    reached = {access.subject for access in mine}
    subjects = [subject for subject in report.subjects if subject.id in reached]
    decided = {one for subject in subjects for decision in subject.decisions for one in decision.covers}
    carries = tuple(sorted({subject.carries for subject in subjects if subject.carries}))
    return _row(report, group, mine, carries, decided)


def _row(
    report: Report, about: Subject | Group, mine: tuple[Access, ...], carries: tuple[str, ...], decided: set[str]
) -> Row:
    exempt = isinstance(about, Subject) and about.exempt is not None
    places_of = shown_by(mine)
    covered = decided | {one for decision in about.decisions for one in decision.covers}
    reach = about.reach if isinstance(about, Subject) else strongest(one.reach for one in mine if one.reach)
    flagged = (about.flagged if isinstance(about, Subject) else None) or _flagged(mine, reach)
    return Row(
        id=about.id,
        about=about,
        accesses=mine,
        shown=places_of,
        reach=reach,
        flagged=flagged,
        gate=weakest(one.gate.state for one in mine if one.gate is not None),
        carries=carries,
        decisions=about.decisions,
        undecided=0 if exempt else sum(one.id not in covered and not _holds(one) for one in mine),
        is_flagless=report.found.flag == "absent",
    )


def _holds(access: Access) -> bool:
    """Does its gate keep flagged rows away, so that there is nothing to decide?"""
    return access.gate is not None and access.gate.state in PASSING


def _flagged(accesses: Iterable[Access], reach: Reach | None) -> FlaggedState | None:
    """By the paths; what is shown nowhere needs none, and of what was lost from sight nothing is known."""
    states = (path.flagged for one in accesses for path in one.paths if path.flow != "implicit")
    known = likeliest(flagged.state for flagged in states if flagged is not None)
    if reach == "escapes":
        return "yes" if known == "yes" else "unknown"
    return known if reach in (None, "renders") else known or "no"


def _severity(row: Row) -> tuple[bool, int, int, int, str]:
    flagged = FLAGGED_STATES.index(row.flagged or "unknown")
    reach = len(REACHES) if row.reach is None else REACHES.index(row.reach)
    return not row.leaks, flagged, row.worst, reach, row.id


def _gate_severity(access: Access) -> tuple[int, int, int, str, str]:
    state = -1 if access.gate is None else GATE_STATES.index(access.gate.state)
    flagged = likeliest(path.flagged.state for path in access.paths if path.flagged is not None)
    reach = len(REACHES) if access.reach is None else REACHES.index(access.reach)
    likely = FLAGGED_STATES.index(flagged or "unknown")
    return int(passes(access)) * 10 + state, likely, reach, access.file, access.function
