"""Which object a function gives back: its own, an argument, or one that stands in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import Context, Inside, Path
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code, FunctionId

_LONGEST = 4


def given_back(code: Code, function: FunctionId) -> Iterator[tuple[str, object, Path]]:
    """What a function returns as it is: ("this", -1), ("parameter", position) or ("place", its file, unit and place),
    and the members that are read from that.
    """
    graph = code.graph(function.file, function.unit)
    stack: list[tuple[int, Path]] = [(node, ()) for node in graph.returned.get(function.number, ())]
    seen = set(stack)
    while stack:
        node, path = stack.pop()
        if graph.this_at.get(node) == function.number:
            yield ("this", -1, path)
        if graph.of_parameter.get(node, (-1, 0))[0] == function.number:
            yield ("parameter", graph.of_parameter[node][1], path)
        place = graph.place_of.get(node)
        if place is not None and place.kind == "name" and place.owner == 0:
            yield ("place", (function.file, function.unit, place), path)
        for source, op, key in graph.back[node]:
            one = (source, path if op is Op.COPY else (key, *path))
            if op in (Op.COPY, Op.LOAD) and one not in seen and len(one[1]) <= _LONGEST:
                seen.add(one)
                stack.append(one)


def holder_of(context: Context, number: int) -> Context | None:
    """The context of a surrounding function in which a function's context was made."""
    here: Context | None = context
    while here is not None and here.function.number != number:
        here = here.entry.context if isinstance(here.entry, Inside) else None
    return here
