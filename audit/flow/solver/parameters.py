"""Where a part of a node's value came in: by which parameters, and from which arguments of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import ELEMENT, is_position
from audit.flow.graph import CallSite, Graph, Op

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 5
"""Members of a parameter; what lies deeper is not asked for."""
THIS = -2
"""The position of what a method is called on."""
Steps = tuple[str, ...]


def parameters_of(graph: Graph, node: int, steps: Steps) -> list[tuple[int, int, Steps]]:
    """(function, position, members read) for every parameter, or what a method is called on, that a node's value may
    come from.
    """
    found: list[tuple[int, int, Steps]] = []
    stack, seen = [(node, steps)], {(node, steps)}
    while stack:
        here, path = stack.pop()
        if here in graph.of_parameter:
            found.append((*graph.of_parameter[here], path))
        elif here in graph.this_at:
            found.append((graph.this_at[here], THIS, path))
        place = graph.place_of.get(here)
        before = [(source, path) for source in graph.kept.get(place, ())] if place is not None and place.owner else []
        whole = isinstance(graph.source[here], (lowered.Object, lowered.Jsx))
        for source, op, key in reversed(graph.back[here]):
            if op is Op.COPY:
                before.append((source, path))
            elif op is Op.LOAD:
                before.append((source, (key, *path)))
            elif op is Op.STORE and path[:1] == (key,):
                before.append((source, path[1:]))  # `{ save: options.save }`, of which `save` is asked
                if whole and key[:1] != "[":
                    break  # it stands behind what is spread
        for one in before:
            if one not in seen and len(one[1]) <= DEEPEST:
                seen.add(one)
                stack.append(one)
    return found


def arguments_for(site: CallSite, position: int, path: Steps, rest: int) -> Iterator[tuple[int, Steps]]:
    """The arguments that a part of a parameter may come from, each with what is left of the path: one that takes the
    rest is a list of them.
    """
    if position == THIS:
        if site.receiver >= 0:
            yield site.receiver, path
    elif position != rest:
        if (given := site.argument(position)) >= 0:
            yield given, path
    elif path[:1] == (ELEMENT,):
        for node, spread in zip(site.arguments[rest:], site.spread[rest:], strict=True):
            yield node, path if spread else path[1:]
    elif path and is_position(path[0][1:-1]) and (given := site.argument(rest + int(path[0][1:-1]))) >= 0:
        yield given, path[1:]
