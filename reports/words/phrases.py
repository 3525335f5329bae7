"""What the cells of a table say about a row, in a few words; `code` marks names in the way of the format."""

import shlex
from typing import Final

from audit.model import Choice, Decision, Recommendation
from reports.facts import Row
from reports.shown import Shown, State
from reports.words import terms
from reports.words.prose import joined, listed, plural
from reports.words.terms import UNKNOWN, Code, plain

LEAKS: Final[dict[State, str]] = {"live": "live", "env": "behind a variable", "dormant": "dormant"}
"""The states in which a flagged row's data is or would be shown, with their names."""

_PROPOSALS: Final[dict[Choice, str]] = {
    "stay-ungated": "stay",
    "gate": "gate",
    "gate-by-filter": "filter",
    "migrate": "migrate",
    "deferred": "defer",
}


def shown_at(row: Row, code: Code = plain, most: int = 2) -> str:
    """Where people see the row's results: "2 routes; 8 more by `concerts.image_url`", with that many columns named.

    With none, routes are only counted too.
    """
    if not row.accesses:
        return "nowhere: no access in production"
    if not row.shown:
        return UNKNOWN if row.reach is None else "not found" if row.reach == "renders" else terms.reach(row.reach)
    direct = [one for one in row.shown if one.is_direct]
    stored = [one for one in row.shown if not one.is_direct]
    first = _places(direct, code if most else None) if direct else ""
    if not stored:
        return first
    more = f"{len(stored):,} more" if direct else plural(len(stored), _noun(stored))
    columns = sorted({column for one in stored for column in one.columns})
    by = listed(map(code, columns), most) if most else "a column" if len(columns) == 1 else "columns"
    return f"{first}{'; ' if first else ''}{more} by {by}"


def shown_count(row: Row) -> str:
    """The same in a word or two: "3 routes", "nowhere"."""
    if row.accesses and row.shown:
        return plural(len(row.shown), _noun(list(row.shown)))
    return shown_at(row).split(":")[0]


def flagged(row: Row, strong: Code = plain) -> str:
    """Can the data of a flagged row be shown: "yes: 1 live, 2 dormant"."""
    if not row.accesses:
        return "no: no access"
    if row.flagged is None:
        return UNKNOWN
    if row.flagged != "yes":
        unknown = "not known: no flag here" if row.is_flagless else "not known"
        return unknown if row.flagged == "unknown" else "no"
    counts = [f"{count:,} {name}" for name, count in _states(row) if count]
    if row.leaks:
        return f"{strong('yes')}: {', '.join(counts)}"
    if any(one.state == "unknown" for one in row.shown):
        return "not known"
    return f"seen by nobody: {joined(row.unseen)}" if row.unseen else "yes, at no known place"


def proposal(recommendation: Recommendation | None, *, counted: bool = True) -> str:
    """What the tool proposes: "filter, 4 queries"; without the number of places where it is not `counted`."""
    if recommendation is None:
        return UNKNOWN
    if recommendation.decision is None:
        return "cannot say"
    places = len(recommendation.places)
    noun = "query" if recommendation.decision == "gate-by-filter" else "place"
    counts = counted and places and recommendation.decision != "stay-ungated"
    at = f", {plural(places, noun)}" if counts else ""
    return f"{_PROPOSALS[recommendation.decision]}{at}"


def decision(row: Row, *, dated: bool = True) -> str:
    """What was decided: "stay-ungated", "open", "1 of 2 decided"; without the day if it need not be `dated`."""
    if not row.is_due:
        return "none needed"
    if row.is_open:
        covered = {one for each in row.decisions for one in each.covers}
        done = sum(one.id in covered for one in row.accesses)
        return f"{done:,} of {len(row.accesses):,} decided" if done else "open"
    return listed(dict.fromkeys(_decided(one, dated=dated) for one in row.decisions), 2)


def server(row: Row) -> str:
    """What the service's own code says to the claims about it; "" where it was not read."""
    if row.server is None:
        return ""
    if row.server.route == "absent":
        return "no such route in that checkout"
    states: dict[str, list[str]] = {}
    for name, state in sorted(row.server.claims.items()):
        states.setdefault("partly proven" if state == "partly" else state, []).append(name)
    claims = [f"{joined(names)} {state}" for state, names in states.items()]
    when = f", if {joined(row.server.when)}" if row.server.when and claims else ""
    return f"{'; '.join(claims) or 'no claim'}{when}"


def proven(row: Row) -> str:
    """The same in a word or two: "1 of 2", "no route"."""
    if row.server is None:
        return ""
    if row.server.route == "absent":
        return "no route"
    states = list(row.server.claims.values())
    return f"{states.count('proven')} of {len(states)}" if states else "no claim"


def state(one: Shown, code: Code = plain, strong: Code = plain) -> str:
    """What a flagged row has to do with the place."""
    match one.state:
        case None:
            return UNKNOWN
        case "live":
            return strong("live")
        case "unknown":
            return "not known"
        case "no":
            return "no"
        case _:
            return "; ".join(_conditions(one, code))


def record(row: Row) -> str:
    """The command that records a decision about the row."""
    proposed = row.recommendation.decision if row.recommendation is not None else None
    limit = "--review-by" if proposed in (None, "stay-ungated", "deferred") else "--due"
    return f'ungated decide {shlex.quote(row.id)} --decision {proposed or "…"} --because "…" {limit} …'


def quoted(name: str) -> str:
    """A name as a shell takes it."""
    return shlex.quote(name)


def _noun(places: list[Shown]) -> str:
    kinds = {one.path.sink.kind for one in places}
    return "route" if kinds == {"http"} else "place"


def _places(places: list[Shown], code: Code | None) -> str:
    return code(places[0].name) if len(places) == 1 and code else plural(len(places), _noun(places))


def _states(row: Row) -> list[tuple[str, int]]:
    names = {**LEAKS, "unknown": "not known"}
    return [(name, sum(one.state == state for one in row.shown)) for state, name in names.items()]


def _conditions(one: Shown, code: Code) -> list[str]:
    named = {
        kind: sorted({each.name for each in one.path.conditions if each.kind == kind}) for kind in ("dormant", "env")
    }
    dormant, env = ([code(name) for name in names] for names in named.values())
    told = [f"dormant: nothing but NULL is written to {joined(dormant)}"] if dormant else []
    return [*told, f"once {joined(env)} {'is' if len(env) == 1 else 'are'} set"] if env else told


def _decided(one: Decision, *, dated: bool) -> str:
    limit = f" until {one.review_by}" if one.review_by else f", due {one.due}" if one.due else ""
    return f"{one.decision}{limit if dated else ''}{'' if one.state == 'current' else f', {one.state}'}"
