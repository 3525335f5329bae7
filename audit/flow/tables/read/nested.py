"""A query of the program's query builder that stands in another one, as SQL text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts import code as lowered
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.tables.trace import Trace
    from audit.rulebook import QueryRow

_DEEP = 20
_JOINS = {"left": " LEFT JOIN ", "right": " RIGHT JOIN ", "full": " FULL JOIN "}


class Call(Struct, frozen=True, order=True):
    """One call of the query, and what it does."""

    spot: Spot
    row: QueryRow


def calls_of(trace: Trace, spot: Spot) -> list[Call]:
    """The calls of a query that selects, first to last; nothing where none ends at the node."""
    found: list[Call] = []
    here: Spot | None = spot
    while here is not None and len(found) < _DEEP:
        site = trace.site(here)
        rows = [
            row for row in trace.rows(here) if not row.tag and row.step in ("select", "from", "join", "where", "pass")
        ]
        if site is None or not rows:
            break
        found.append(Call(here, rows[0]))
        receiver = trace.receiver(here)
        made = trace.made(receiver) if receiver is not None else ()
        here = made[0] if len(made) == 1 and made[0] != here else None
    found.reverse()
    steps = [one.row.step for one in found]
    return found if "select" in steps[:2] and "from" in steps else []


def selected(trace: Trace, calls: list[Call]) -> list[tuple[str, Spot]]:
    """What is selected, by its keys; nothing where all columns are."""
    for one in calls:
        if one.row.step != "select" or not one.row.columns:
            continue
        for place in places_of(one.row.columns):
            given = trace.argument(one.spot, place.number) if place.number is not None else None
            for made in trace.made(given) if given is not None else ():
                if isinstance(trace.source(made), lowered.Object):
                    return list(trace.properties(made))
    return []


def joins(one: Call) -> str:
    """The words before the table of a step; empty where it is none of a FROM list."""
    if one.row.step == "from":
        return " FROM "
    return _JOINS.get(one.row.means or "", " JOIN ") if one.row.step == "join" else ""
