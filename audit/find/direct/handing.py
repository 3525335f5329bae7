"""Functions that are handed to other code: what they are called with there, and what is handed in to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.graph import CallSite, Graph, Op
from audit.flow.outside.places import placed

if TYPE_CHECKING:
    from audit.flow.frames import Path
    from audit.rulebook import Flow


def behind(site: CallSite, slot: int) -> tuple[CallSite, tuple[Path, ...]]:
    """A call of the function at an argument with what stands behind it."""
    given, count = site.arguments[slot + 1 :], 0 if site.new else len(site.arguments) - slot - 1
    names = site.names[-count:] if count else ()
    spread = site.spread[slot + 1 :]
    return replace(site, callee=site.arguments[slot], arguments=given[:count], spread=spread[:count], names=names), ()


def given(flows: tuple[Flow, ...], site: CallSite, slot: int) -> tuple[CallSite, tuple[Path, ...]]:
    """A call of the function at an argument with what the flows say, as far as they say it from the first one on."""
    node = site.arguments[slot]
    found: list[tuple[int, Path]] = []
    for place, target in [(place, target) for flow in flows for place in flow.sources for target in flow.targets]:
        mine = target.root == "call" and any((node, ()) in placed(site, one) for one in target.callee)
        if mine and target.number == len(found):
            path = tuple(step for step in place.path if step != "await")
            found.extend((given, (*held, *path)) for given, held in placed(site, place))
    arguments, inside = tuple(given for given, _ in found), tuple(path for _, path in found)
    return replace(site, callee=node, arguments=arguments, spread=(False,) * len(found), names=()), inside


def comes_in(graph: Graph, node: int) -> bool:
    """Is the value a parameter, or a part of one?"""
    seen: set[int] = set()
    nodes = [node]
    while nodes:
        node = nodes.pop()
        if node in graph.of_parameter:
            return True
        if node not in seen:
            seen.add(node)
            nodes.extend(source for source, op, _ in graph.back[node] if op in (Op.COPY, Op.LOAD))
            place = graph.place_of.get(node)
            nodes.extend(graph.kept.get(place, ()) if place is not None and place.owner else ())
    return False
