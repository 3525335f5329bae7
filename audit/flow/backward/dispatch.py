"""What a call runs: functions in a table, which a computed key chooses from (`handlers[kind](event)` may run each of
them), and objects that have code for being called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Global, Instance, Method, ObjectValue, Outside, Text, Typed
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT, step_of
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value, Values
    from audit.flow.graph import Graph

CALL = "__call__"
"""The method of a class of Python that calling its instances runs."""
ANY = "*"
"""The member that a key means which may be any."""
_MOST, _DEEPEST = 240, 4
"""Entries of a table, of one with more nothing is said; and spreads in each other."""


def runnable(origins: Origins, values: Values) -> Values:
    """What calling these values runs: of an object of Python its method for that."""
    if origins.vocabulary.language != "python" or not any(isinstance(one, Instance) for one in values):
        return values
    found = ((origins.member(one, CALL) or (one,)) if isinstance(one, Instance) else (one,) for one in values)
    return tuple(dict.fromkeys(inner for several in found for inner in several))


def named(origins: Origins, spot: Spot, graph: Graph) -> tuple[str, ...]:
    """The members that `object[key]` may mean, at the node of that."""
    held = graph.keys.get(spot.node)
    if held is None:
        return (ELEMENT,)
    keys = origins.of(replace(spot, node=held))
    texts = [one.text for one in keys if isinstance(one, Text)]
    return (ELEMENT, *texts) if texts and len(texts) == len(keys) else (ELEMENT, ANY)


def meant(origins: Origins, spot: Spot) -> tuple[str, ...]:
    """The members that a key means, as steps of a path: those of constant texts and numbers; none where it is open."""
    keys = [one for one in origins.of(spot) if not isinstance(one, Typed)]
    texts = [one.text for one in keys if isinstance(one, Text)]
    known = texts if texts and len(texts) == len(keys) else said(origins, spot)
    return tuple(map(step_of, known))


def said(origins: Origins, spot: Spot) -> tuple[str, ...]:
    """The texts that the written type of a name allows (`kind: 'a' | 'b'`); none where it allows others."""
    graph, node = origins.code.graph(spot.file, spot.unit), spot.node
    for _ in range(_DEEPEST):
        written = graph.typed.get(node, "")
        if not written and node in graph.of_parameter:
            number, position = graph.of_parameter[node]
            source = graph.functions[number].source
            written = source.params[position].type if source is not None else ""
        if written:
            return origins.types.texts(spot.file, written)
        place = graph.place_of.get(node)
        kept = graph.kept.get(place, ()) if place is not None and place.kind == "name" else ()
        before = kept or [source for source, op, _ in graph.back[node] if op is Op.COPY]
        if len(before) != 1:
            break
        node = before[0]
    return ()


def table(origins: Origins, spot: Spot) -> Values:
    """What the object at a node holds but for texts; nothing where an entry is not known."""
    entries = _entries(origins, spot, _DEEPEST)
    found = dict.fromkeys(one for held in (entries or {}).values() for one in held)
    return tuple(one for one in found if not isinstance(one, Text)) if len(found) <= _MOST else ()


def _entries(origins: Origins, spot: Spot, deep: int) -> dict[str, Values] | None:
    """What an object holds under each name, the last one of a name alone; None where that is not known."""
    graph = origins.code.graph(spot.file, spot.unit)
    found: dict[str, Values] = {}
    for source, op, name in graph.back[spot.node]:
        held = origins.of(replace(spot, node=source))
        if op is Op.STORE and all(_is_known(origins, one) for one in held):
            found[name] = held
            if held or _is_nothing(graph.source[source]):
                continue
        inner = [_entries(origins, one.spot, deep - 1) for one in held if isinstance(one, ObjectValue) and deep]
        if op is Op.STORE or len(inner) != 1 or len(held) != 1 or inner[0] is None:
            return None
        found.update(inner[0])
    return found


def _is_known(origins: Origins, value: Value) -> bool:
    """Is it code of the tree, or code outside of it that vocabulary describes?"""
    return not isinstance(value, (Global, Outside, Typed, Method)) or bool(origins.results.rows_for(value))


def _is_nothing(source: lowered.Node | None) -> bool:
    value = source.value if isinstance(source, lowered.Property) else source
    return isinstance(value, lowered.Literal)
