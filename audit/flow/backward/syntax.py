"""What a node is by the code that stands there: literals, objects, calls, `this`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Global, Instance, ObjectValue, Text, Typed, Value, Values
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.graph import Graph

_OBJECTS = (lowered.Object, lowered.Array, lowered.Jsx)
"""What is an object where it is written; an element of a page is one of its attributes."""


def by_syntax(origins: Origins, spot: Spot, graph: Graph) -> Values | None:
    """The values of a node that its code says; None where they come from elsewhere."""
    source = graph.source[spot.node]
    if isinstance(source, lowered.Literal):
        return (Text(str(source.value)),) if source.value is not None and not source.kind else ()
    if isinstance(source, _OBJECTS) and spot.node not in graph.of_parameter:
        return (ObjectValue(spot),)
    if isinstance(source, lowered.Yield) and any(op is Op.STORE for _, op, _ in graph.back[spot.node]):
        return (ObjectValue(spot),)
    if isinstance(source, lowered.This) and not graph.back[spot.node]:
        this = _this(origins, spot, graph)
        return _above(origins, this) if source.name == "super" else this
    if isinstance(source, lowered.ImportCall):
        return origins.results.loaded(spot.file, source.module)
    if isinstance(source, lowered.Call):
        return origins.results.of(spot, graph, source.args[:1])
    if isinstance(source, lowered.Template):
        return (Typed("String"),) if source.tag is None else origins.results.of(spot, graph)
    if isinstance(source, lowered.Sequence) and not source.items and _is_meta(origins, spot.file, source.at):
        return (Global("import.meta"),)
    return None


def _is_meta(origins: Origins, file: str, at: int) -> bool:
    return origins.code.program.text(file, at, at + 11) == b"import.meta"


def _above(origins: Origins, this: Values) -> Values:
    """What `super` means: the bases of the class."""
    found: list[Value] = []
    for value in this:
        if isinstance(value, Instance):
            found.extend(origins.classes.bases(value.file, value.at))
    return tuple(found)


def _this(origins: Origins, spot: Spot, graph: Graph) -> Values:
    number = graph.function[spot.node]
    while number > 0:
        function = graph.functions[number]
        if function.class_at >= 0:
            if function.is_of_class():
                return (ClassValue(spot.file, function.class_at),)
            return (Instance(spot.file, function.class_at, open=True),)
        number = function.parent
    source = graph.source[spot.node]
    for at, one in graph.classes.items():
        if source is not None and at <= source.at < one.end:
            return (Instance(spot.file, at, open=True),)
    number = graph.this_at.get(spot.node, 0)
    return origins.prototypes.owners(spot.file, spot.unit, number) if number > 0 else ()
