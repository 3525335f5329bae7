"""What outside code calls functions with that it is given, as the rows of its calls say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import ClassValue, Func, Instance, Typed
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import Graph
    from audit.rulebook import VocabularyIndex


def parameter(origins: Origins, spot: Spot, graph: Graph) -> tuple[Value, ...]:
    """What the parameter at a node may be: of its written type, or what code outside the tree gives it."""
    number, position = graph.of_parameter[spot.node]
    source = graph.functions[number].source
    written = source.params[position].type.strip("'\"") if source is not None else ""
    decorators = source.params[position].decorators if source is not None else ()
    given = [one for held in origins.injected(spot.file, decorators) for one in origins.of(held)] if decorators else []
    return (*given, *(origins.types.value(spot.file, written) if written else _handed(origins, spot, graph)))


def _handed(origins: Origins, spot: Spot, graph: Graph) -> tuple[Value, ...]:
    """What a function is called with by what it is given to: as vocabulary says of outside code, or the written type of
    a parameter of the tree's.
    """
    number, position = graph.of_parameter[spot.node]
    types: dict[str, None] = {}
    written: dict[Value, None] = {}
    for edge in graph.out[graph.functions[number].node]:
        if edge.op is Op.ARGUMENT:
            for callee in origins.callees(spot.file, spot.unit, graph.calls[edge.to]):
                size = len(graph.functions[number].parameters)
                written.update(dict.fromkeys(_written(origins, callee, int(edge.key), position)))
                types.update(dict.fromkeys(_given_by(origins.vocabulary, callee, int(edge.key), position, size)))
        elif edge.op is Op.COPY:
            for call, argument, part in _parts(origins.vocabulary, graph, edge.to):
                for callee in origins.callees(spot.file, spot.unit, graph.calls[call]):
                    given = _given_to_part(origins.vocabulary, callee, argument, part, position)
                    types.update(dict.fromkeys(given))
    return (*(Typed(one) for one in types), *written, *_injected(origins, spot, graph))


def _written(origins: Origins, callee: Value, argument: int, position: int) -> tuple[Value, ...]:
    """What the written type of a parameter says that a function which is given for it is called with."""
    if not isinstance(callee, Func):
        return ()
    source = origins.code.graph(callee.id.file, callee.id.unit).functions[callee.id.number].source
    taken = source.params[argument].type if source is not None and argument < len(source.params) else ""
    return origins.types.given(callee.id.file, taken, position) if taken else ()


def listed_beside(vocabulary: VocabularyIndex, graph: Graph, factory: int) -> list[int]:
    """The nodes of what a container calls a provider's factory with, where a list beside it says so."""
    found: list[int] = []
    stack = [factory]
    for here in stack:
        for edge in graph.out[here]:
            given = vocabulary.factories.get(edge.key) if edge.op is Op.STORE else None
            for node, op, key in graph.back[edge.to] if given is not None else ():
                if op is Op.STORE and key == given:
                    found.extend(item for item, put, _ in graph.back[_copied(graph, node)] if put is Op.STORE)
        stack.extend(edge.to for edge in graph.out[here] if edge.op is Op.COPY and edge.to not in stack)
    return found


def _injected(origins: Origins, spot: Spot, graph: Graph) -> Iterator[Instance]:
    """What a container gives to a provider's factory: an instance of the class that the list beside it has there."""
    number, position = graph.of_parameter[spot.node]
    for item in listed_beside(origins.vocabulary, graph, graph.functions[number].node)[position : position + 1]:
        values = origins.of(Spot(spot.file, spot.unit, item))
        yield from (Instance(one.file, one.at, open=True) for one in values if isinstance(one, ClassValue))


def _copied(graph: Graph, node: int) -> int:
    """What is copied to a node."""
    while len(graph.back[node]) == 1 and graph.back[node][0][1] is Op.COPY:
        node = graph.back[node][0][0]
    return node


def _given_by(vocabulary: VocabularyIndex, callee: Value, argument: int, position: int, size: int) -> Iterator[str]:
    """The types that a callee gives to a parameter of a function, be that a handler of requests."""
    for row in section_rows(vocabulary.library, callee):
        yield from row.params[position : position + 1]
    for route in section_rows(vocabulary.routes, callee):
        handlers = places_of(route.handlers) if route.handlers and not route.decorator else ()
        taken = any(one.root == "args" and (one.number or 0) <= argument for one in handlers)
        if taken or any(one.root == "arg" and one.number == argument and not one.path for one in handlers):
            at = position - (route.kind == "mount" and size == len(route.params) + 1)
            yield from route.params[at : at + 1] if at >= 0 else ()


def _parts(vocabulary: VocabularyIndex, graph: Graph, node: int) -> Iterator[tuple[int, int, str]]:
    """The calls, with the argument, of which a function at a node is such a part as some row speaks of."""
    for edge in graph.out[node]:
        if edge.op is Op.STORE and edge.key in vocabulary.parts:
            for outer in graph.out[edge.to]:
                if outer.op is Op.ARGUMENT:
                    yield outer.to, int(outer.key), edge.key


def _given_to_part(
    vocabulary: VocabularyIndex, callee: Value, argument: int, part: str, position: int
) -> Iterator[str]:
    """The types that a callee gives to a parameter of a function that is a part of an argument, where it calls that."""
    for row in section_rows(vocabulary.library, callee):
        flows = map(flow_of, row.flows if row.params else ())
        called = (one for flow in flows for place in (*flow.sources, *flow.targets) for one in place.callee)
        if any(one.root == "arg" and one.number == argument and one.path == (part,) for one in called):
            yield from row.params[position : position + 1]
