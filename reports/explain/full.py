"""The whole answer: facts of what it is about, then each of its accesses with every step of its paths."""

from collections.abc import Iterable, Iterator

from audit.model import Access, Evidence, Group, Path, Report, Subject
from reports import facts
from reports.explain.lines import Line
from reports.explain.passing import passing
from reports.explain.tree import Told, excerpt, tree, verdict
from reports.facts import Row
from reports.shown import PEOPLE, Shown, shown_by
from reports.words import phrases, prose, sentences, terms
from reports.words.service import reached

MOST_TREES = 3
"""For each access of a subject; the access by its id shows all."""


def subject(report: Report, about: Subject | Group) -> Iterator[Line]:
    """All that is known of an export, an endpoint, a database or a group; each of its accesses at its worst places."""
    row = facts.row(report, about)
    yield from told(report, row)
    yield from passing(report, row)
    drawn = Told()
    for access in row.accesses:
        yield Line("")
        yield from _access(report, access, MOST_TREES, drawn)


def access(report: Report, one: Access) -> Iterator[Line]:
    """All that is known of one access, with every step of every way."""
    yield from _access(report, one, None, Told())
    about = next((subject for subject in report.subjects if subject.id == one.subject), None)
    if about is not None:
        yield from passing(report, facts.row(report, about), one)


def ways(report: Report, name: str, best: list[tuple[Access, Path]]) -> Iterator[Line]:
    """What ends or passes at a place: the best path of each access, step by step."""
    subjects = prose.joined(dict.fromkeys(one.subject for one, _ in best))
    yield Line(name, "heading")
    yield Line(f"{sentences.accesses(len(best))} with a way there: {subjects}", indent=2)
    for one, path in best:
        yield Line(f"{one.file}:{one.line}  {one.subject} in {one.function}: {verdict(report, path)}", "place", 4)
    drawn = Told()
    for one, path in best:
        yield Line("")
        yield Line(f"{one.subject} from {one.file}:{one.line}: {verdict(report, path)}", "heading", 2)
        yield from _flagged(path, 4)
        yield from tree(report, path, 4, drawn)


def told(report: Report, row: Row) -> Iterator[Line]:
    """The name, the facts of the row in the tables, and what was decided."""
    about = row.about
    yield Line(row.id if isinstance(about, Subject) or not about.title else f"{row.id}: {about.title}", "heading")
    yield from (Line(line, indent=2) for line in _facts(row, sentences.flagged(report).one))
    for decision in row.decisions:
        limit = decision.review_by or decision.due or "no day"
        yield Line(
            f"decided: {decision.decision}, {decision.state}, by {decision.decided_by} on {decision.decided_on}, "
            f"until {limit} ({decision.file}): {decision.reason}",
            "good" if decision.state == "current" else "bad",
            2,
        )
        yield from (Line(change, "bad", 4) for change in decision.changed)


def _facts(row: Row, called: str) -> Iterator[str]:
    about = row.about
    yield (
        f"{sentences.accesses(len(row.accesses))} in production; shown at: {phrases.shown_at(row)}; "
        f"{called}: {phrases.flagged(row)}; gate: {terms.gate(row.gate)}; {phrases.decision(row)}"
    )
    if row.carries:
        yield f"carries {prose.joined(row.carries)}"
    if isinstance(about, Subject):
        if about.defined_at is not None:
            protection = sentences.protection(about)
            yield f"defined at {about.defined_at.file}:{about.defined_at.line}; in the client: {protection}"
        if about.endpoints:
            yield f"requests {prose.joined(about.endpoints)}"
        if about.exempt is not None:
            yield f"needs no decision: {about.exempt}"
    if said := phrases.server(row):
        yield f"the service's own code: {said}"
    if row.server is not None and (told := reached(row.server)):
        yield f"there {told}"


def _access(report: Report, access: Access, most: int | None, drawn: Told) -> Iterator[Line]:
    scope = "" if access.scope == "production" else f" ({access.scope})"
    yield Line(
        f"{access.file}:{access.line}  {sentences.verb(access)} {access.subject} in {access.function}{scope}", "heading"
    )
    if code := excerpt(report, access.file, access.line):
        yield Line(code, "code", 6)
    yield from (Line(f"through {one.note} at {one.file}:{one.line}", "aside", 2) for one in access.through)
    for key in access.keyed_by:
        yield Line(f"keyed by {key.column or terms.keyed([key])}", indent=2)
        yield from _evidence(report, key.evidence)
    yield from gate(report, access)
    shown = shown_by([access])
    for place in shown[:most]:
        yield from _place(report, place, drawn)
    if most is not None and (left := shown[most:]):
        names = prose.listed((one.name for one in left), 6)
        yield Line(f"also shown at {names}; the ways: ungated explain {access.id} --full", "aside", 2)
    yield from _rest(report, access)


def gate(report: Report, access: Access) -> Iterator[Line]:
    """What keeps flagged rows away, on each chain of callers, with its defects."""
    if access.gate is None:
        yield Line(f"gate: {terms.UNKNOWN}", "aside", 2)
        return
    passing_gate = access.gate.state in facts.PASSING
    yield Line(f"gate: {terms.gate(access.gate.state)}", "good" if passing_gate else "bad", 2)
    yield from _evidence(report, access.gate.evidence)
    for chain in access.gate.chains:
        note = f", {chain.note}" if chain.note else ""
        yield Line(f"{chain.file}:{chain.line}  {chain.function}: {terms.gate(chain.state)}{note}", "place", 4)
    for defect in access.gate.defects:
        yield Line(f"{defect.file}:{defect.line}  {terms.defect(defect.kind)}: {defect.note}", "bad", 4)


def _place(report: Report, place: Shown, drawn: Told) -> Iterator[Line]:
    leaks = place.state in phrases.LEAKS
    yield Line(f"shown at {place.name}: {verdict(report, place.path)}", "bad" if leaks else "plain", 2)
    yield from _flagged(place.path, 4)
    yield from tree(report, place.path, 4, drawn)


def _flagged(path: Path, indent: int) -> Iterator[Line]:
    if path.flagged is not None:
        for one in path.flagged.evidence:
            yield Line(f"{one.note} ({one.file}:{one.line})", "aside", indent)
    if path.guard is not None:
        yield Line(f"guarded at {path.guard.file}:{path.guard.line}: {path.guard.note}", "good", indent)


def _rest(report: Report, access: Access) -> Iterator[Line]:
    """What is no place of people's: columns, logs, decisions, and where the value was lost from sight."""
    kinds: dict[str, list[str]] = {}
    for path in access.paths:
        if path.flow == "implicit" or path.sink.kind not in PEOPLE:
            flow = "decides at" if path.flow == "implicit" else "ends in"
            names = path.sink.columns or path.sink.routes or (f"{path.sink.file}:{path.sink.line}",)
            named = kinds.setdefault(f"{flow} {path.sink.kind}", [])
            named.extend(names)
    for kind, several in sorted(kinds.items()):
        yield Line(f"{kind}: {prose.listed(dict.fromkeys(several), 4)}", "aside", 2)
    yield from lost(report, access)
    if access.reach == "unreachable" or (access.reach is not None and not access.paths and not access.escapes):
        yield Line(f"shown at: {terms.reach(access.reach)}", indent=2)


def lost(report: Report, access: Access) -> Iterator[Line]:
    """Where the value was lost from sight."""
    for one in access.escapes:
        yield Line(f"lost from sight at {one.file}:{one.line}: {one.reason}, {one.note}", "bad", 2)
        if code := excerpt(report, one.file, one.line):
            yield Line(code, "code", 6)


def _evidence(report: Report, evidence: Iterable[Evidence]) -> Iterator[Line]:
    for one in evidence:
        yield Line(f"{one.file}:{one.line}  {one.note}", "place", 4)
        if code := excerpt(report, one.file, one.line):
            yield Line(code, "code", 8)
