"""Methods by their name, where nothing says which object a method is read from.

Only a few objects of the tree may have a member of that name (field-based, Feldthaus and others, ICSE 2013); of these,
those that are written with the receiver's type, if any are. What is found here is a guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.annotations import names_in
from audit.flow.backward.values import ClassValue, Func, Method, Typed, among
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import CallSite, Graph, Op, Place
from audit.flow.outside.rows import section_rows
from audit.link.questions import every
from audit.rulebook import flow_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.code import Class
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.frames import Call

MOST = 5
_DEEPEST = 8
_FILES = 40
"""Files that a name may stand in; what stands in more is no name to go by."""

# Patterns that begin with a literal: the search for it runs at the speed of memory.
_TYPES = (re.compile(rb"interface\s+(\w+)"), re.compile(rb"type\s+(\w+)"))
ANYTHING = frozenset(("any", "unknown", "object", "Function", "Any"))
_BUILT_IN = frozenset(
    ("dict", "list", "set", "tuple", "str", "bytes", "int", "float", "bool", "None", "Mapping", "Sequence", "Iterable",
     "string", "number", "boolean", "null", "undefined", "Record", "Array", "ReadonlyArray", "Map", "Set", "Promise")
)  # fmt: skip
"""Types that no class of a tree has, and whose methods have the names that are read everywhere."""


class Candidate(Struct, frozen=True, order=True):
    """A function that stands under a name, and the types that its object is written with."""

    function: Func
    types: frozenset[str]


class Members:
    """Answers are kept by name and by call."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._named: dict[str, tuple[Candidate, ...]] = {}
        self._got: dict[str, tuple[Candidate, ...]] = {}
        self._having: dict[tuple[str, str], tuple[Func, ...]] = {}
        self._called: dict[Call, tuple[Func, ...]] = {}
        self._types: frozenset[str] | None = None

    def at(self, file: str, unit: int, call: int) -> tuple[Func, ...]:
        """The methods that a call may run whose receiver is not known; () where it is, or where too many may be."""
        key = (file, unit, call)
        if key not in self._called:
            self._called[key] = self._find(file, unit, self._code.graph(file, unit).calls[call])
        return self._called[key]

    def typed(self, file: str, unit: int, call: int) -> tuple[Func, ...]:
        """Of those, the methods of classes that have the type which is written for the receiver."""
        site = self._code.graph(file, unit).calls[call]
        names = self._written(Spot(file, unit, site.receiver)) - _BUILT_IN
        found = self.at(file, unit, call) if names else ()
        of = {one.function for one in self._of(site.method) if one.types & names} if found else ()
        return tuple(one for one in found if one in of)

    def calls(self, function: FunctionId) -> tuple[Call, ...]:
        """The calls that may run a function by one of its names."""
        found: dict[Call, None] = {}
        for name in self._names(function):
            for file in self._files(name):
                for spot in self._code.members(file, name):
                    for call in self._calls_at(spot):
                        if among(function, self.at(*call)):
                            found[call] = None
        return tuple(found)

    def getters(self, name: str) -> tuple[Candidate, ...]:
        """The getters of a name, with the types that their classes have."""
        if name not in self._got:
            spots = ((file, unit) for file in self._files(name) for unit in self._code.keyed(file, name))
            found = tuple(one for spot in spots for one in self._of_classes(*spot, name, ("get",)))
            self._got[name] = found if len(found) <= MOST else ()
        return self._got[name]

    def having(self, name: str, field: str) -> tuple[Func, ...]:
        """The methods of a name whose classes keep something in a field, which is what is known of the object."""
        key = (name, field)
        if key not in self._having:
            found = dict.fromkeys(one.function for one in self._of(name) if self._keeps(one.function.id, field))
            self._having[key] = tuple(found) if len(found) <= MOST else ()
        return self._having[key]

    def _keeps(self, function: FunctionId, field: str) -> bool:
        graph = self._code.graph(function.file, function.unit)
        class_at = graph.functions[function.number].class_at
        return class_at >= 0 and Place("field", field, class_at) in graph.kept

    def is_open(self, values: tuple[Value, ...]) -> bool:
        """Do the values say nothing about what is called? Members of interfaces and elements of maps do not."""
        return all(isinstance(one, (Method, Typed)) and self._says_nothing(one.type) for one in values)

    def is_unknown(self, file: str, unit: int, site: CallSite, callees: tuple[Value, ...] | None = None) -> bool:
        """Is nothing known of what a call runs? Not so where its receiver comes from outside of the tree."""
        values = callees if callees is not None else self._origins.callees(file, unit, site)
        return self.is_open(values) and not self._is_made_outside(Spot(file, unit, site.callee), 0)

    def _is_made_outside(self, spot: Spot, depth: int) -> bool:
        """Is a value read from what code outside of the tree gave?"""
        graph = self._code.graph(spot.file, spot.unit)
        if spot.node in graph.results:
            site = graph.calls[graph.results[spot.node]]
            callees = self._origins.callees(spot.file, spot.unit, site)
            if callees or depth > _DEEPEST:
                return any(self._is_outside(one) for one in callees)
            return self._is_made_outside(replace(spot, node=site.callee), depth + 1)
        place = graph.place_of.get(spot.node)
        kept = graph.kept.get(place, ()) if place is not None else ()
        before = [*kept, *(node for node, op, _ in graph.back[spot.node] if op in (Op.COPY, Op.LOAD))]
        return depth <= _DEEPEST and any(self._is_made_outside(replace(spot, node=one), depth + 1) for one in before)

    def _is_outside(self, callee: Value) -> bool:
        """Does what a call gives come from outside of the tree? What a map or a list gives back was put in there."""
        if isinstance(callee, (Func, ClassValue)) or self.is_open((callee,)):
            return False
        flows = [flow_of(text) for row in section_rows(self._origins.vocabulary.library, callee) for text in row.flows]
        return not any(
            source.root == "this" and source.path and target.root == "result"
            for flow in flows
            for source in flow.sources
            for target in flow.targets
        )

    def _find(self, file: str, unit: int, site: CallSite) -> tuple[Func, ...]:
        receiver = Spot(file, unit, site.receiver)
        if not site.method:
            return self._taken_out(file, unit, site)
        if not self.is_unknown(file, unit, site) or not self.is_open(self._origins.of(receiver)):
            return ()
        wanted = self._written(receiver)
        candidates = self._of(site.method)
        fitting = [one.function for one in candidates if one.types & wanted]
        if not fitting and not self._origins.vocabulary.library.methods(site.method):
            fitting = [one.function for one in candidates if not (wanted and one.types)]
        found = tuple(dict.fromkeys(fitting))
        return found if len(found) <= MOST else ()

    def _taken_out(self, file: str, unit: int, site: CallSite) -> tuple[Func, ...]:
        """`const { remove } = useStore()`: of a type that the tree declares, what the classes that have it define."""
        callees = self._origins.callees(file, unit, site)
        methods = [one for one in callees if isinstance(one, Method)]
        if not methods or len(methods) < len(callees) or not self.is_unknown(file, unit, site, callees):
            return ()
        fitting = (one.function for method in methods for one in self._of(method.name) if method.type in one.types)
        found = tuple(dict.fromkeys(fitting))
        return found if len(found) <= MOST else ()

    def _written(self, receiver: Spot) -> frozenset[str]:
        """The names in the types that are written for a receiver."""
        texts = (text for _, text in self._origins.written.of(receiver))
        return frozenset(name for text in texts for name in names_in(text)) - ANYTHING

    def _of(self, name: str) -> tuple[Candidate, ...]:
        if name not in self._named:
            found = (one for file in self._files(name) for one in self._defined(file, name))
            self._named[name] = tuple(dict.fromkeys(found))
        return self._named[name]

    def _files(self, name: str) -> tuple[str, ...]:
        files = self._code.files_holding(name)
        return files if len(files) <= _FILES else ()

    def _defined(self, file: str, name: str) -> list[Candidate]:
        return [one for unit in self._code.keyed(file, name) for one in self._in_unit(file, unit, name)]

    def _in_unit(self, file: str, unit: int, name: str) -> list[Candidate]:
        graph = self._code.graph(file, unit)
        found = [*self._of_classes(file, unit, name, ("method", "function")), *self._of_fields(file, unit, name)]
        for node, edges in enumerate(graph.out):
            for edge in edges:
                if edge.op is Op.STORE and edge.key == name:
                    values = self._origins.of(Spot(file, unit, node))
                    types = _written(graph, edge.to)
                    found.extend(Candidate(value, types) for value in values if isinstance(value, Func))
        return found

    def _of_classes(self, file: str, unit: int, name: str, kinds: tuple[str, ...]) -> Iterator[Candidate]:
        graph = self._code.graph(file, unit)
        for number, function in enumerate(graph.functions):
            if function.class_at >= 0 and function.name == name and function.kind in kinds:
                one = graph.classes[function.class_at]
                yield Candidate(Func(FunctionId(file, unit, number)), _types_of(one))

    def _of_fields(self, file: str, unit: int, name: str) -> Iterator[Candidate]:
        """Functions that fields of classes are given (`remove = async (id) => …`)."""
        graph = self._code.graph(file, unit)
        for at, one in graph.classes.items():
            for node in graph.kept.get(Place("field", name, at), ()):
                values = self._origins.of(Spot(file, unit, node))
                yield from (Candidate(value, _types_of(one)) for value in values if isinstance(value, Func))

    def _names(self, function: FunctionId) -> tuple[str, ...]:
        """The names under which a function stands in an object or a class."""
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.class_at >= 0:
            return (shape.name,) if shape.kind in ("method", "function") else ()
        found: dict[str, None] = {}
        stack, seen = [shape.node], {shape.node}
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op is Op.STORE and edge.key[:1] not in "[#":
                    found[edge.key] = None
                elif edge.op is Op.KEEP and graph.places[edge.to].kind == "field":
                    found[graph.places[edge.to].name] = None
                elif edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        return tuple(found)

    def _calls_at(self, spot: Spot) -> list[Call]:
        graph = self._code.graph(spot.file, spot.unit)
        return [(spot.file, spot.unit, edge.to) for edge in graph.out[spot.node] if edge.op is Op.CALLEE]

    def _says_nothing(self, type: str) -> bool:
        return type in ANYTHING or "[" in type or self._is_interface(type)

    def _is_interface(self, name: str) -> bool:
        """Does the tree declare a type of that name? One of a package (`express#Request`) it cannot declare."""
        if not name.isidentifier():
            return False
        if self._types is None:
            code = self._code
            written = (code.program.ask(file, every, one) for file in code.files for one in _TYPES)
            self._types = frozenset(name.decode() for names in written for name in names)
        return name in self._types


def _types_of(one: Class) -> frozenset[str]:
    """The types that objects of a class have, by their names."""
    return frozenset((one.name, *one.implements, *(getattr(base, "name", "") for base in one.bases))) - {""}


def _written(graph: Graph, node: int) -> frozenset[str]:
    """The types that are written for the variable which an object is put into, or for the function that gives it."""
    texts = [graph.typed.get(edge.to, "") for edge in graph.out[node] if edge.op is Op.COPY]
    sources = [graph.functions[edge.to].source for edge in graph.out[node] if edge.op is Op.RETURN]
    texts.extend(source.returns for source in sources if source is not None)
    return frozenset(name for text in texts for name in names_in(text))
