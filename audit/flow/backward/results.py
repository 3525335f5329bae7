"""What a call may give, backwards: instances, what functions return, modules, and what vocabulary rows say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import (
    ClassValue,
    Func,
    Global,
    Instance,
    Made,
    Method,
    ObjectValue,
    Outside,
    Typed,
    Value,
    Values,
)  # fmt: skip
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import CallSite, Graph
from audit.flow.outside.matching import fits
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.rulebook import Flow, Place, Row

_REQUIRE = Global("require")
_GIVEN = ("this", "arg0", "arg1")
"""What a row says a call gives where that is an object of the class that it is called on, or that it is given."""
_RESULT = places_of("result")
_TYPE = re.compile(rb"[\w$]+\s*<\s*([\w$.]+)\s*>\s*\(")
_AHEAD = 200
"""How far a type is looked for behind the name of a call."""
ENTERING = ("__enter__", "__aenter__")
"""The methods of an object that `with` calls."""


class Results:
    """Rows by callee, looked up once."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._rows: dict[Value, tuple[Row, ...]] = {}

    def of(self, spot: Spot, graph: Graph, loaded: tuple[lowered.Expr, ...] = ()) -> Values:
        """What the call at a node gives; `loaded` is what would be loaded, were it `require`."""
        number = graph.results.get(spot.node)
        if number is None:
            return ()
        site = graph.calls[number]
        found: list[Value] = []
        if site.method == "bind" and len(site.arguments) < 2:
            held = self._origins.of(replace(spot, node=site.receiver))
            found.extend(value for value in held if isinstance(value, (Func, Global, Outside, Method)))
        for callee in self._origins.callees(spot.file, spot.unit, site):
            if isinstance(callee, ClassValue):
                found.append(Instance(callee.file, callee.at))
            elif isinstance(callee, Func):
                found.extend(self.returned(callee.id))
                found.extend((Made(callee.id),) if site.new else ())
            elif callee == _REQUIRE and loaded:
                found.extend(self.loaded(spot.file, loaded[0]))
            else:
                found.extend(self._given(spot, callee, site) or self._wrapped(spot, callee, site))
                found.extend(self._taken(spot, callee, site) if not found else ())
                found.extend(self._listed(spot, callee, site))
        return tuple(found)

    def _wrapped(self, spot: Spot, callee: Value, site: CallSite) -> Values:
        """A function that outside code gives back as it is, as far as anyone sees (`memo(Component)`), and what one
        makes that it calls (`useMemo(() => ({ onChange }))`).
        """
        whole = (flow for flow in self._flows(callee, site) if flow.targets[:1] == _RESULT)
        sources = [one for flow in whole for one in flow.sources if not one.path]
        given = self._at(spot, site, (one.number for one in sources if one.root == "arg"))
        callees = (one.callee[0] for one in sources if one.root == "return" and one.callee)
        called = self._at(spot, site, (one.number for one in callees if one.root == "arg" and not one.path))
        made = (one for value in called if isinstance(value, Func) for one in self.returned(value.id))
        return (
            *(value for value in given if isinstance(value, (Func, ClassValue))),
            *(value for value in made if isinstance(value, (Func, ClassValue, ObjectValue, Instance))),
        )

    def _taken(self, spot: Spot, callee: Value, site: CallSite) -> Iterator[Value]:
        """What is taken out of a list or map, by the type that is written for it (`map.get(key)`)."""
        whole = (flow for flow in self._flows(callee, site) if flow.targets[:1] == _RESULT)
        parts = (one.path[0] for flow in whole for one in flow.sources if one.root == "this" and len(one.path) == 1)
        for part in dict.fromkeys(parts) if site.receiver >= 0 else ():
            yield from self._origins.written.member(replace(spot, node=site.receiver), part)

    def _listed(self, spot: Spot, callee: Value, site: CallSite) -> Values:
        """A list that outside code gives back with the elements that it was given (`await Promise.all([a(), b()])`)."""
        listed = (flow for flow in self._flows(callee, site) if any(map(_is_listed, flow.targets)))
        numbers = [one.number for flow in listed for one in flow.sources if one.root == "arg" and _is_listed(one)]
        return tuple(value for value in self._at(spot, site, numbers) if isinstance(value, ObjectValue))

    def _flows(self, callee: Value, site: CallSite) -> list[Flow]:
        rows = (row for row in section_rows(self._origins.vocabulary.library, callee) if fits(row, site))
        flows = (flow_of(text) for row in rows for text in row.flows)
        return [flow for flow in flows if not flow.implicit]

    def _at(self, spot: Spot, site: CallSite, numbers: Iterable[int | None]) -> Iterator[Value]:
        """What may be given to a call at these positions."""
        for number in dict.fromkeys(numbers):
            if number is not None and number < len(site.arguments):
                yield from self._origins.of(replace(spot, node=site.arguments[number]))

    def loaded(self, file: str, specifier: lowered.Expr) -> Values:
        if not isinstance(specifier, lowered.Literal) or not isinstance(specifier.value, str):
            return ()
        return self._origins.meaning(self._origins.names.module(file, specifier.value))

    def returned(self, id: FunctionId) -> Values:
        graph = self._origins.code.graph(id.file, id.unit)
        found: list[Value] = []
        for node in graph.returned.get(id.number, ()):
            found.extend(self._origins.of(Spot(id.file, id.unit, node)))
        source = graph.functions[id.number].source
        if (
            source is not None
            and source.returns
            and not any(isinstance(v, (Instance, ObjectValue, Func)) for v in found)
        ):
            found.extend(self._origins.types.value(id.file, source.returns))
        return tuple(found)

    def entered(self, spot: Spot) -> Iterator[Value]:
        """What `with` gives of what is at a node beside that: what a generator yields, what its own method returns."""
        for value in self._origins.of(spot):
            if isinstance(value, ObjectValue):
                source = self._origins.code.graph(value.spot.file, value.spot.unit).source[value.spot.node]
                yield from self._origins.member(value, ELEMENT) if isinstance(source, lowered.Yield) else ()
            elif isinstance(value, Instance):
                methods = (one for name in ENTERING for one in self._origins.member(value, name))
                yield from (one for each in methods if isinstance(each, Func) for one in self.returned(each.id))

    def _given(self, spot: Spot, callee: Value, site: CallSite) -> Values:
        """What vocabulary says that a call gives: a type, or an object of a class; `new X()` gives an X."""
        gives = [row.gives for row in self.rows_for(callee) if row.gives and row.new <= site.new]
        if gives[:1] and gives[0] in _GIVEN:
            position = _GIVEN.index(gives[0])
            found = self._instances(spot, (site.receiver, *site.arguments), position)
            return found or (self._of_type(spot, site) if position else ())
        if gives:
            return tuple(Typed(one) for one in gives)
        if site.new and isinstance(callee, Outside):
            return (Typed(f"{callee.module}#{callee.path}"),)
        if site.new and isinstance(callee, Global):
            return (Typed(callee.name),)
        return ()

    def _instances(self, spot: Spot, nodes: tuple[int, ...], position: int) -> Values:
        """`inject(HttpClient)`: an object of the class at an argument; `Item.findOne()`: of the class itself."""
        given = [node for node in nodes[position : position + 1] if node >= 0]
        classes = [one for node in given for one in self._origins.of(replace(spot, node=node))]
        outside = (Typed(f"{one.module}#{one.path}") for one in classes if isinstance(one, Outside))
        return (*(Instance(one.file, one.at) for one in classes if isinstance(one, ClassValue)), *outside)

    def _of_type(self, spot: Spot, site: CallSite) -> Values:
        """What a container gives for a token, by the type that is written for it (`container.get<Shop>(TOKEN)`)."""
        at = self._origins.code.graph(spot.file, spot.unit).at[site.callee]
        written = _TYPE.match(self._origins.code.program.text(spot.file, at, min(at + _AHEAD, site.end)))
        return self._origins.types.value(spot.file, written[1].decode()) if written is not None else ()

    def rows_for(self, callee: Value) -> tuple[Row, ...]:
        """Every vocabulary row, of any section, that speaks of a callee."""
        found = self._rows.get(callee)
        if found is None:
            index = self._origins.vocabulary
            sections = (
                index.requests,
                index.databases,
                index.envs,
                index.queries,
                index.library,
                index.sinks,
                index.routes,
            )
            found = tuple(row for section in sections for row in section_rows(section, callee))
            self._rows[callee] = found
        return found


def _is_listed(place: Place) -> bool:
    """Is it an element of a list, or of what a list's promise comes to?"""
    return [step for step in place.path if step != "await"] in ([ELEMENT], ["{*}"])
