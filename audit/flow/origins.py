"""What a node may be, backwards: through copies, members, calls, parameters and places, as far as a question needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.annotations import Types
from audit.flow.code import Code, FunctionId, Spot
from audit.flow.graph import CallSite, Graph, Op, Place
from audit.flow.values import (
    ClassValue,
    Func,
    Global,
    Instance,
    Method,
    Module,
    ObjectValue,
    Outside,
    Text,
    Typed,
    Value,
)  # fmt: skip
from audit.link.names import Declared, External, Names, Namespace
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from audit.rulebook import VocabularyIndex

Values = tuple[Value, ...]
_REQUIRE = Global("require")
_RESULT = places_of("result")
_MOST = 24
"""Values of one node that are followed; more say nothing."""
_NEVER = 1 << 30


class Origins:
    """Answers are kept; a question that comes back to itself adds nothing."""

    def __init__(self, code: Code, names: Names, vocabulary: VocabularyIndex) -> None:
        self.code, self.names, self.vocabulary = code, names, vocabulary
        self.types = Types(code.program, names)
        self._text = "str" if vocabulary.language == "python" else "String"
        self._known: dict[Spot, Values] = {}
        self._rows: dict[Value, tuple[object, ...]] = {}
        self._open: dict[Spot, int] = {}
        self._inside: set[tuple[Spot, str]] = set()
        self._again = _NEVER

    def of(self, spot: Spot) -> Values:
        """The values a node may have."""
        found = self._known.get(spot)
        if found is not None:
            return found
        depth = self._open.get(spot)
        if depth is not None:
            self._again = min(self._again, depth)
            return ()
        depth, outer = len(self._open), self._again
        self._open[spot], self._again = depth, _NEVER
        values = tuple(dict.fromkeys(self._find(spot)))[:_MOST]
        del self._open[spot]
        if self._again >= depth:  # it rests on no question that is still open
            self._known[spot] = values
            self._again = outer
        else:
            self._again = min(outer, self._again)
        return values

    def callees(self, file: str, unit: int, site: CallSite) -> Values:
        """What a call may call."""
        return self.of(Spot(file, unit, site.callee))

    def member(self, value: Value, key: str) -> Values:
        """What a member of a value may be."""
        if isinstance(value, ObjectValue):
            return self._property(value.spot, key)
        if isinstance(value, Instance):
            return self._of_instance(value.file, value.at, key, 0)
        if isinstance(value, ClassValue):
            return self._of_instance(value.file, value.at, key, 0)
        if isinstance(value, Module):
            return self._meaning(self.names.exported(value.file, key))
        if isinstance(value, Outside):
            return (Outside(value.module, key if value.path == "*" else f"{value.path}.{key}"),)
        if isinstance(value, Global):
            return (Global(f"{value.name}.{key}"),)
        if isinstance(value, Typed | Method):
            owner = value.type if isinstance(value, Typed) else f"{value.type}.{value.name}"
            return (Method(owner, key),)
        if isinstance(value, Text):
            return (Method(self._text, key),)
        return ()

    def bases(self, file: str, class_at: int) -> Values:
        """What a class extends."""
        unit = self.code.class_unit(file, class_at)
        graph = self.code.graph(file, unit) if unit >= 0 else None
        one = graph.classes.get(class_at) if graph is not None else None
        found: list[Value] = []
        for base in one.bases if one is not None else ():
            node = graph.named.get(base.at) if graph is not None else None
            if node is not None:
                found.extend(self.of(Spot(file, unit, node)))
        return tuple(found)

    def extends(self, file: str, class_at: int, base: ClassValue, depth: int = 0) -> bool:
        """Is a class another one, or does it extend it?"""
        if ClassValue(file, class_at) == base:
            return True
        above = [one for one in self.bases(file, class_at) if isinstance(one, ClassValue)] if depth < 6 else []
        return any(self.extends(one.file, one.at, base, depth + 1) for one in above)

    def constructor(self, one: ClassValue) -> FunctionId | None:
        """The constructor that a class has of its own."""
        unit = self.code.class_unit(one.file, one.at)
        graph = self.code.graph(one.file, unit) if unit >= 0 else None
        for number, function in enumerate(graph.functions if graph is not None else ()):
            if function.kind == "constructor" and function.class_at == one.at:
                return FunctionId(one.file, unit, number)
        return None

    # one node

    def _find(self, spot: Spot) -> Values:
        graph = self.code.graph(spot.file, spot.unit)
        node = spot.node
        if node in graph.made:
            return (Func(FunctionId(spot.file, spot.unit, graph.made[node])),)
        if node in graph.class_nodes:
            return (ClassValue(spot.file, graph.class_nodes[node]),)
        own = self._by_syntax(spot, graph)
        if own is not None:
            return own
        found: list[Value] = []
        if node in graph.of_parameter:
            found.extend(self._parameter(spot, graph))
        if node in graph.place_of:
            found.extend(self._place(spot, graph.place_of[node]))
        for source, op, key in graph.back[node]:
            before = Spot(spot.file, spot.unit, source)
            if op is Op.COPY:
                found.extend(self.of(before))
            elif op is Op.LOAD:
                for value in self.of(before):
                    found.extend(self.member(value, key))
                if not found:
                    found.extend(self._by_annotation(before, key))
        return tuple(found)

    def _by_syntax(self, spot: Spot, graph: Graph) -> Values | None:
        source = graph.source[spot.node]
        if isinstance(source, lowered.Literal):
            return (Text(str(source.value)),) if source.value is not None and not source.kind else ()
        if isinstance(source, lowered.Object | lowered.Array) and spot.node not in graph.of_parameter:
            return (ObjectValue(spot),)
        if isinstance(source, lowered.This) and not graph.back[spot.node]:
            this = self._this(spot, graph)
            return self._above(this) if source.name == "super" else this
        if isinstance(source, lowered.ImportCall):
            return self._loaded(spot.file, source.module)
        if isinstance(source, lowered.Call):
            return self._result(spot, graph, source)
        if isinstance(source, lowered.Template) and source.tag is None:
            return (Typed("String"),)
        if isinstance(source, lowered.ImportCall) and isinstance(source.module, lowered.Literal):
            return self._meaning(self.names.imported(spot.file, str(source.module.value), "*"))
        if isinstance(source, lowered.Sequence) and not source.items and self._is_meta(spot.file, source.at):
            return (Global("import.meta"),)
        return None

    def _is_meta(self, file: str, at: int) -> bool:
        return self.code.program.text(file, at, at + 11) == b"import.meta"

    def _above(self, this: Values) -> Values:
        """What `super` means: the bases of the class."""
        found: list[Value] = []
        for value in this:
            if isinstance(value, Instance):
                found.extend(self.bases(value.file, value.at))
        return tuple(found)

    def _this(self, spot: Spot, graph: Graph) -> Values:
        number = graph.function[spot.node]
        while number > 0:
            function = graph.functions[number]
            if function.class_at >= 0:
                return (Instance(spot.file, function.class_at),)
            number = function.parent
        source = graph.source[spot.node]
        for at, one in graph.classes.items():
            if source is not None and at <= source.at < one.end:
                return (Instance(spot.file, at),)
        return ()

    def _result(self, spot: Spot, graph: Graph, call: lowered.Call) -> Values:
        number = graph.results.get(spot.node)
        if number is None:
            return ()
        site = graph.calls[number]
        found: list[Value] = []
        if site.method == "bind" and len(site.arguments) < 2:
            held = self.of(spot._replace(node=site.receiver))
            found.extend(value for value in held if isinstance(value, Func | Global | Outside | Method))
        for callee in self.callees(spot.file, spot.unit, site):
            if isinstance(callee, ClassValue):
                found.append(Instance(callee.file, callee.at))
            elif isinstance(callee, Func):
                found.extend(self._returned(callee.id))
            elif callee == _REQUIRE and call.args:
                found.extend(self._loaded(spot.file, call.args[0]))
            else:
                found.extend(self._given(callee, site) or self._wrapped(spot, callee, site))
        return tuple(found)

    def _wrapped(self, spot: Spot, callee: Value, site: CallSite) -> Values:
        """A function that outside code gives back as it is, as far as anyone sees (`memo(Component)`)."""
        flows = [flow_of(text) for row in section_rows(self.vocabulary.library, callee) for text in row.flows]  # type: ignore[attr-defined]
        whole = [flow for flow in flows if flow.targets[:1] == _RESULT]
        numbers = [
            source.number for flow in whole for source in flow.sources if source.root == "arg" and not source.path
        ]
        nodes = [site.arguments[number] for number in numbers if number is not None and number < len(site.arguments)]
        values = (value for node in nodes for value in self.of(spot._replace(node=node)))
        return tuple(value for value in values if isinstance(value, Func | ClassValue))

    def _loaded(self, file: str, specifier: lowered.Expr) -> Values:
        if not isinstance(specifier, lowered.Literal) or not isinstance(specifier.value, str):
            return ()
        return self._meaning(self.names.module(file, specifier.value))

    def _returned(self, id: FunctionId) -> Values:
        graph = self.code.graph(id.file, id.unit)
        found: list[Value] = []
        for node in graph.returned.get(id.number, ()):
            found.extend(self.of(Spot(id.file, id.unit, node)))
        source = graph.functions[id.number].source
        if (
            source is not None
            and source.returns
            and not any(isinstance(v, Instance | ObjectValue | Func) for v in found)
        ):
            found.extend(self.types.value(id.file, source.returns))
        return tuple(found)

    def _given(self, callee: Value, site: CallSite) -> Values:
        """The type that vocabulary says a call gives; `new X()` of something outside is an X."""
        gives = [row.gives for row in self.rows_for(callee) if row.gives and row.new <= site.new]  # type: ignore[attr-defined]
        if gives:
            return tuple(Typed(one) for one in gives)
        if site.new and isinstance(callee, Outside):
            return (Typed(f"{callee.module}#{callee.path}"),)
        if site.new and isinstance(callee, Global):
            return (Typed(callee.name),)
        return ()

    def rows_for(self, callee: Value) -> tuple[object, ...]:
        """Every vocabulary row, of any section, that speaks of a callee."""
        found = self._rows.get(callee)
        if found is None:
            index = self.vocabulary
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

    # parameters, annotations, places

    def _parameter(self, spot: Spot, graph: Graph) -> Values:
        number, position = graph.of_parameter[spot.node]
        function = graph.functions[number]
        written = function.source.params[position].type if function.source is not None else ""
        written = written.strip("'\"")
        return self.types.value(spot.file, written) if written else self._handed(spot, graph)

    def _handed(self, spot: Spot, graph: Graph) -> Values:
        """What outside code calls a function with that it is given, as vocabulary says."""
        number, position = graph.of_parameter[spot.node]
        calls = (graph.calls[edge.to] for edge in graph.out[graph.functions[number].node] if edge.op is Op.ARGUMENT)
        callees = (callee for site in calls for callee in self.callees(spot.file, spot.unit, site))
        rows = (row for callee in callees for row in section_rows(self.vocabulary.library, callee))
        types = dict.fromkeys(row.params[position] for row in rows if position < len(row.params))  # type: ignore[attr-defined]
        return tuple(Typed(one) for one in types)

    def _by_annotation(self, holder: Spot, key: str) -> Values:
        """A member of something that is known by its annotation only."""
        found: list[Value] = []
        for file, written in self.annotation(holder):
            for home, text in self.types.member(file, written, key):
                found.extend(self.types.value(home, text))
        return tuple(found)

    def annotation(self, spot: Spot, depth: int = 0) -> tuple[tuple[str, str], ...]:
        """The type that was written for a node's value, with the file that it is written in."""
        graph = self.code.graph(spot.file, spot.unit)
        if depth > 6:
            return ()
        if spot.node in graph.of_parameter:
            number, position = graph.of_parameter[spot.node]
            source = graph.functions[number].source
            written = source.params[position].type if source is not None else ""
            return ((spot.file, written),) if written else ()
        if spot.node in graph.typed:
            return ((spot.file, graph.typed[spot.node]),)
        found: list[tuple[str, str]] = []
        for before, op, key in graph.back[spot.node]:
            inner = self.annotation(Spot(spot.file, spot.unit, before), depth + 1)
            if op is Op.COPY:
                found.extend(inner)
            elif op is Op.LOAD:
                for file, written in inner:
                    found.extend(self.types.member(file, written, key))
        place = graph.place_of.get(spot.node)
        if place is not None and place.kind == "field":
            found.extend((spot.file, text) for text in _field_types(graph, place))
        elif place is not None and place.at >= 0:
            for kept in graph.kept.get(place, ()):
                found.extend(self.annotation(Spot(spot.file, spot.unit, kept), depth + 1))
        return tuple(dict.fromkeys(found))

    def _place(self, spot: Spot, place: Place) -> Values:
        if place.kind == "field":
            return self._of_instance(spot.file, place.at, place.name, 0)
        if place.at >= 0:
            return self._kept(spot.file, spot.unit, place)
        meaning = self.names.meaning(spot.file, place.name)
        return self._meaning(meaning) if meaning is not None else (Global(place.name),)

    def _kept(self, file: str, unit: int, place: Place) -> Values:
        graph = self.code.graph(file, unit)
        found = [value for node in graph.kept.get(place, ()) for value in self.of(Spot(file, unit, node))]
        return tuple(found)

    def _meaning(self, meaning: object) -> Values:
        if isinstance(meaning, External):
            return (Outside(meaning.module, meaning.path),)
        if isinstance(meaning, Namespace):
            return (Module(meaning.file),)
        if isinstance(meaning, Declared):
            return self._declared(meaning)
        return ()

    def _declared(self, meaning: Declared) -> Values:
        unit = self.code.unit_at(meaning.file, meaning.at)
        if unit < 0:
            return ()
        found = list(self._kept(meaning.file, unit, Place("name", meaning.name, meaning.at)))
        for spot in self.code.assigned(meaning.file, meaning.name, meaning.at):
            found.extend(self.of(spot))
        return tuple(found)

    # objects and instances

    def _property(self, spot: Spot, key: str) -> Values:
        if (spot, key) in self._inside:  # a list that is made of itself: `[...all, one]`
            return ()
        self._inside.add((spot, key))
        found = self._held(spot, key)
        self._inside.discard((spot, key))
        return found

    def _held(self, spot: Spot, key: str) -> Values:
        graph = self.code.graph(spot.file, spot.unit)
        found: list[Value] = []
        for source, op, name in graph.back[spot.node]:
            before = Spot(spot.file, spot.unit, source)
            if op is Op.STORE and (name == key or (key == "[*]" and name.startswith("["))):
                for value in self.of(before):
                    found.extend(self._got(value))
            elif op is Op.COPY:
                for value in self.of(before):
                    found.extend(self.member(value, key))
        if not found and isinstance(graph.source[spot.node], lowered.Array):
            return (Method("Array", key),)
        return tuple(found)

    def _got(self, value: Value) -> Values:
        """What a getter gives where a member turns out to be one."""
        if not isinstance(value, Func) or self.code.graph(*value.id[:2]).functions[value.id.number].kind != "get":
            return (value,)
        return self._returned(value.id)

    def _of_instance(self, file: str, at: int, key: str, depth: int) -> Values:
        unit = self.code.class_unit(file, at)
        if unit < 0 or depth > 5:
            return ()
        graph = self.code.graph(file, unit)
        place = Place("field", key, at)
        found = list(self._kept(file, unit, place))
        if not any(isinstance(value, Func | Instance | ObjectValue) for value in found):
            for text in _field_types(graph, place):
                found.extend(self.types.value(file, text))
        one = graph.classes.get(at)
        if not found and one is not None:
            for base in self.bases(file, at):
                found.extend(self._of_base(base, key, depth))
        return tuple(found)

    def _of_base(self, base: Value, key: str, depth: int) -> Values:
        if isinstance(base, ClassValue):
            return self._of_instance(base.file, base.at, key, depth + 1)
        if isinstance(base, Outside):
            return (Method(f"{base.module}#{base.path}", key),)
        return ()


def section_rows(section: object, callee: Value) -> tuple[object, ...]:
    """The rows of one vocabulary section that speak of a callee."""
    if isinstance(callee, Outside):
        return _exported(section, callee)
    if isinstance(callee, Global):
        return section.named(callee.name)  # type: ignore[attr-defined,no-any-return]
    if isinstance(callee, Method):
        return section.on(callee.type, callee.name)  # type: ignore[attr-defined,no-any-return]
    if isinstance(callee, Typed):
        return (*section.on(callee.type, "()"), *section.like(callee.type))  # type: ignore[attr-defined]
    return ()


def _exported(section: object, callee: Outside) -> tuple[object, ...]:
    """An export, also of a module that is named by the first steps of the path: `urllib` and `request.urlopen`."""
    module, path = callee.module, "default" if callee.path == "*" else callee.path
    found: tuple[object, ...] = section.exported(module, path)  # type: ignore[attr-defined]
    while not found and "." in path:
        first, _, path = path.partition(".")
        module = f"{module}.{first}"
        found = section.exported(module, path)  # type: ignore[attr-defined]
    return found


def _field_types(graph: Graph, place: Place) -> list[str]:
    """The annotations of a field, and of the constructor's parameter that declares it."""
    one = graph.classes.get(place.at)
    found: list[str] = []
    for member in one.members if one is not None else ():
        if isinstance(member, lowered.Field) and member.name == place.name and member.type:
            found.append(member.type)
        if isinstance(member, lowered.Function) and member.kind == "constructor":
            for parameter in member.params:
                target = parameter.target.target if isinstance(parameter.target, lowered.Default) else parameter.target
                if parameter.field and isinstance(target, lowered.Name) and target.name == place.name:
                    found.append(parameter.type)
    return found
