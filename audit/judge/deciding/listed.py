"""Lists whose items the code names (`const [rows, one] = await Promise.all([load(), get()])`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.contexts import ELEMENT, is_position
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.graph import Graph
    from audit.flow.outside.library import Library
    from audit.rulebook import Place

_WAITED = "await"


def list_of(library: Library, spot: Spot, graph: Graph) -> Spot | None:
    """The list that is written out from which one comes that has its items at the same positions."""
    seen: set[int] = set()
    while spot.node not in seen:
        seen.add(spot.node)
        if isinstance(graph.source[spot.node], lowered.Array):
            return spot
        near = [before for before, op, key in graph.back[spot.node] if op is Op.COPY and not key]
        site = graph.calls[graph.results[spot.node]] if spot.node in graph.results else None
        if site is not None and len(site.arguments) == 1 and _keeps_places(library, spot, graph.results[spot.node]):
            near = [site.arguments[0]]
        if len(near) != 1:
            return None
        spot = replace(spot, node=near[0])
    return None


def waited_item(library: Library, spot: Spot, graph: Graph) -> Spot | None:
    """What a promise gives that stands at a position of such a list, where nothing but one call has the list."""
    loads = [(before, key) for before, op, key in graph.back[spot.node] if op is Op.LOAD]
    if len(loads) != 1 or not is_position(loads[0][1].strip("[]")):
        return None
    listed = list_of(library, replace(spot, node=loads[0][0]), graph)
    if listed is None or [edge.op for edge in graph.out[listed.node]] != [Op.ARGUMENT]:
        return None
    items = [node for node, op, key in graph.back[listed.node] if op is Op.STORE and key == loads[0][1]]
    return replace(spot, node=items[0]) if len(items) == 1 else None


def _keeps_places(library: Library, spot: Spot, call: int) -> bool:
    """Does a call give a list of what stands in its argument, one for one?"""
    flows = library.flows(spot.file, spot.unit, call) or ()
    giving = [one for one in flows if not one.implicit and any(map(_is_item, one.targets))]
    sources = [source for one in giving for source in one.sources]
    return bool(sources) and all(one.root.startswith("arg") and one.path[:1] == (ELEMENT,) for one in sources)


def _is_item(place: Place) -> bool:
    """Is it an item of the list that a call gives, or that a promise gives?"""
    return place.root == "result" and [step for step in place.path if step != _WAITED] == [ELEMENT]
