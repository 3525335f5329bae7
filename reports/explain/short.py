"""The answer in a screen: what is known, which accesses, the worst way in short, what would make it pass."""

from collections.abc import Iterator
from typing import Final, Literal

from audit.model import Access, Group, Path, Report, Subject
from reports import facts
from reports.explain import full
from reports.explain.lines import Line
from reports.explain.passing import passing
from reports.explain.tree import excerpt, folded, verdict
from reports.shown import LEAKING, STATES, Shown, shown_by, state_of
from reports.words import phrases, prose, sentences, terms

MOST_ACCESSES: Final = 8
MOST_PLACES: Final = 4
MOST_NAMES: Final = 3

Way = tuple[Access, Path]


def subject(report: Report, about: Subject | Group) -> Iterator[Line]:
    """What an export, an endpoint, a database or a group is about, what it lacks, and the worst of its ways."""
    row = facts.row(report, about)
    yield from full.told(report, row)
    yield from passing(report, row, short=True)
    worst = sorted(row.accesses, key=lambda one: (_rank(shown_by([one])), one.file, one.line))
    if worst:
        yield Line(f"{sentences.accesses(len(worst))}{', the worst first' if len(worst) > 1 else ''}:", indent=2)
    yield from (Line(_listed(report, one), "place", 4) for one in worst[:MOST_ACCESSES])
    if left := worst[MOST_ACCESSES:]:
        yield Line(f"and {prose.listed(map(_place, left), MOST_ACCESSES)}", "aside", 4)
    yield from _worst_way(report, row.shown)


def access(report: Report, one: Access) -> Iterator[Line]:
    """What one access is keyed by, its gate, where its result is shown, the worst way, and what it lacks."""
    scope = "" if one.scope == "production" else f" ({one.scope})"
    yield Line(f"{one.file}:{one.line}  {sentences.verb(one)} {one.subject} in {one.function}{scope}", "heading")
    if code := excerpt(report, one.file, one.line):
        yield Line(code, "code", 6)
    if one.keyed_by:
        yield Line(f"keyed by {terms.keyed(one.keyed_by)}", indent=2)
    yield from _first(list(full.gate(report, one)), 2 * MOST_PLACES)
    shown = shown_by([one])
    for place in shown[:MOST_PLACES]:
        yield Line(f"shown at {place.name}: {verdict(report, place.path)}", _kind(place), 2)
    if left := shown[MOST_PLACES:]:
        yield Line(f"also shown at {prose.listed((place.name for place in left), MOST_PLACES)}", "aside", 2)
    if not shown:
        yield Line(f"shown at: {terms.reach(one.reach)}", indent=2)
    yield from _first(list(full.lost(report, one)), MOST_PLACES)
    yield from _worst_way(report, shown)
    about = next((subject for subject in report.subjects if subject.id == one.subject), None)
    if about is not None:
        yield from passing(report, facts.row(report, about), one, short=True)


def ways(report: Report, name: str, best: list[Way]) -> Iterator[Line]:
    """What of the service gets to a place, how the worst of it does, and what would keep it away."""
    data = f"a {sentences.flagged(report).one}'s data"
    yield Line(name, "heading")
    states = {said: [way for way in best if _state(way) == state] for state, said in _STATES.items()}
    leaking = [way for state in LEAKING for way in states[_STATES[state]]]
    yield Line(
        f"{sentences.accesses(len(best))} {'has' if len(best) == 1 else 'have'} a way there; "
        f"{f'{len(leaking):,} of them with {data}' if leaking else f'none is known to bring {data}'}",
        "bad" if leaking else "plain",
        2,
    )
    for said, several in states.items():
        if several:
            yield Line(said.format(data=data), indent=2)
            yield from _by_gate(several, listed=said in [_STATES[state] for state in LEAKING])
    yield Line(f"how, by {_place(best[0][0])}: {verdict(report, best[0][1])}", indent=2)
    yield from folded(report, best[0][1], 4)
    yield from _would_pass(report, leaking)


def _by_gate(several: list[Way], *, listed: bool) -> Iterator[Line]:
    """The accesses of each export with each state of its gate: one a line, or in one line."""
    alike: dict[str, list[Way]] = {}
    for way in several:
        state = way[0].gate.state if way[0].gate is not None else None
        alike.setdefault(f"{way[0].subject}, gate: {terms.gate(state)}", []).append(way)
    for name, mine in alike.items():
        if listed:
            yield Line(name, indent=4)
            yield from (Line(_by(way), "place", 6) for way in mine[:MOST_ACCESSES])
            if left := mine[MOST_ACCESSES:]:
                yield Line(f"and {prose.plural(len(left), 'more access')}", "aside", 6)
        else:
            yield Line(f"{name}: {prose.listed((_place(one) for one, _ in mine), MOST_NAMES)}", "place", 4)


def _by(way: Way) -> str:
    access, path = way
    by = f"  by {prose.joined(path.stored_in)}" if path.stored_in else ""
    needs = f", needs {prose.joined(one.name for one in path.conditions)}" if path.conditions else ""
    return f"{_place(access)}{by}{needs}"


def _would_pass(report: Report, leaking: list[Way]) -> Iterator[Line]:
    """What the tool proposes for each export or group that brings a flagged row's data there."""
    if not leaking:
        return
    yield Line("what would make it pass:", indent=2)
    mine = {access.id for access, _ in leaking}
    groups = [one for one in report.groups if mine.intersection(one.accesses)]
    grouped = {one for group in groups for one in group.accesses}
    names = {access.subject for access, _ in leaking if access.id not in grouped}
    subjects = [one for one in report.subjects if one.id in names]
    asked: list[Subject | Group] = [*groups, *subjects]
    for about in asked:
        made = about.recommendation
        lines = {(access.file, access.line) for access, _ in leaking if _is_about(about, access)}
        places = [one for one in made.places if (one.file, one.line) in lines] or list(made.places) if made else []
        where = prose.listed((f"{_short(one.file)}:{one.line}" for one in places), MOST_NAMES)
        at = f" at {where}" if where and made is not None and made.decision != "stay-ungated" else ""
        yield Line(f"{about.id}: {phrases.proposal(made, counted=False)}{at}", indent=4)
    if asked:
        yield Line(f"why, and how to record a decision: ungated explain {phrases.quoted(asked[0].id)}", "aside", 4)


def _is_about(about: Subject | Group, access: Access) -> bool:
    return access.id in about.accesses if isinstance(about, Group) else access.subject == about.id


def _worst_way(report: Report, shown: tuple[Shown, ...]) -> Iterator[Line]:
    if shown:
        worst = shown[0]
        yield Line(f"how, to {worst.name}: {verdict(report, worst.path)}", _kind(worst), 2)
        yield from folded(report, worst.path, 4)


def _listed(report: Report, access: Access) -> str:
    shown = shown_by([access])
    gate = terms.gate(access.gate.state if access.gate is not None else None)
    where = prose.listed((place.name for place in shown), MOST_NAMES - 1) or terms.reach(access.reach)
    state = shown[0].state if shown else None
    flagged = f", {sentences.flagged(report).one}: {phrases.LEAKS[state]}" if state in LEAKING else ""
    return f"{_place(access)}  {access.function}; gate: {gate}; shown at: {where}{flagged}"


def _first(lines: list[Line], most: int) -> Iterator[Line]:
    yield from lines[:most]
    if len(lines) > most:
        yield Line(f"and {prose.plural(len(lines) - most, 'more line')} on it", "aside", 4)


def _rank(shown: tuple[Shown, ...]) -> int:
    return min((STATES.index(one.state) for one in shown if one.state is not None), default=len(STATES))


def _kind(place: Shown) -> Literal["bad", "plain"]:
    return "bad" if place.state in LEAKING else "plain"


def _state(way: Way) -> str | None:
    return "decides" if way[1].flow == "implicit" else state_of(way[1])


def _place(access: Access) -> str:
    """As a question can name it again: the end of the path, and the line."""
    return f"{_short(access.file)}:{access.line}"


def _short(file: str) -> str:
    return "/".join(file.split("/")[-2:])


_STATES: Final[dict[str | None, str]] = {
    "live": "{data} gets there by:",
    "env": "{data} gets there once a variable is set, by:",
    "dormant": "{data} would get there once a column is written, by:",
    "unknown": "not known whether {data} gets there by:",
    "no": "without {data}:",
    "decides": "only decided by what came from:",
    None: "not computed whether {data} gets there by:",
}
