"""Queries of builders that take the names of tables and columns as texts, as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.rulebook import ROW, places_of

if TYPE_CHECKING:
    from audit.flow.contexts import Path
    from audit.flow.tables.chains import Chain, Chains, Step


def rows_of(chain: Chain) -> Path:
    """Where a row is in what the query gives."""
    said = [step.row.row for step in chain.steps if step.row.row != ROW]
    return places_of(said[-1] if said else ROW)[0].path


def text_of(chains: Chains, chain: Chain) -> str:
    """What the query selects, from which tables."""
    text = chains.tables.text
    listed = [name for step in chain.named("select", "pass") if step.row.columns for name in _names(chains, step)]
    begun = [text(one) for step in chain.named("select", "from") for one in _tables(chains, step)]
    joined = [text(one) for step in chain.named("join") for one in _tables(chains, step)]
    return " ".join(("SELECT", ", ".join(listed) or "*", "FROM", " JOIN ".join((", ".join(begun), *joined))))


def returned_text(chains: Chains, chain: Chain) -> str:
    """What a query gives back of the rows that it writes, as a selection from their table."""
    listed = [name for step in chain.named("returning") for name in _names(chains, step)]
    changed = [held for step in chain.named("insert", "update", "delete") for held in _tables(chains, step)]
    begun = changed or [held for step in chain.named("select", "from") for held in _tables(chains, step)]
    return " ".join(("SELECT", ", ".join(listed) or "*", "FROM", ", ".join(map(chains.tables.text, begun))))


def _tables(chains: Chains, step: Step) -> list[Spot]:
    places = places_of(step.row.table) if step.row.named and step.row.table else ()
    return [held for place in places if (held := chains.place(step.spot, place)) is not None]


def _names(chains: Chains, step: Step) -> list[str]:
    """The names that a step lists: its arguments from the place of the first one, or a list of them."""
    trace, site = chains.trace, chains.trace.site(step.spot)
    if site is None or step.row.columns is None:
        return []
    found: list[str] = []
    first = places_of(step.row.columns)[0].number or 0
    for one in (Spot(step.spot.file, step.spot.unit, node) for node in site.arguments[first:]):
        listed = [value for made in trace.made(one) for _, value in trace.properties(made)]
        found.extend(chains.tables.text(held) for held in listed or [one])
    known = [name for name in found if "?" not in name]
    return [f"{name}.*" for name in known] if step.row.whole else known
