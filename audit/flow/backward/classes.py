"""Classes, backwards: what they extend, their constructors, and what their members may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Func, Global, Instance, Method, ObjectValue, Outside
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Graph, Op, Place
from audit.link.names import Declared

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value, Values


_HIGHEST = 5
INIT = "__init__"
"""What Python calls a constructor where it is called by name."""


class Classes:
    """The part of the origins that is about classes of the tree."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._given: dict[Spot, Values] = {}

    def bases(self, file: str, class_at: int) -> Values:
        """What a class extends."""
        unit = self._code.class_unit(file, class_at)
        graph = self._code.graph(file, unit) if unit >= 0 else None
        one = graph.classes.get(class_at) if graph is not None else None
        found: list[Value] = []
        for base in one.bases if one is not None else ():
            node = graph.named.get(base.at) if graph is not None else None
            if graph is not None and node is not None:
                spot = Spot(file, unit, node)
                known = self._origins.of(spot)
                if not any(isinstance(one, ClassValue) for one in known):
                    known = self._given_for(spot, graph) or self._made_by(spot, graph)
                found.extend(known or (Outside("", _spelled(base)),))
        return tuple(found)

    def _made_by(self, spot: Spot, graph: Graph) -> Values:
        """The outside code whose call made a base that has a name (`Base = declarative_base()`)."""
        place = graph.place_of.get(spot.node)
        meaning = self._origins.names.meaning(spot.file, place.name) if place is not None else None
        unit = self._code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
        if not isinstance(meaning, Declared) or unit < 0:
            return ()
        there = self._code.graph(meaning.file, unit)
        kept = there.kept.get(Place("name", meaning.name, meaning.at), ())
        calls = (there.calls[there.results[node]] for node in kept if node in there.results)
        found = (one for site in calls for one in self._origins.callees(meaning.file, unit, site))
        return tuple(one for one in found if isinstance(one, (Outside, Global, Method)))

    def _given_for(self, spot: Spot, graph: Graph) -> Values:
        """What calls give for the class that a function extends (`const Timed = (Base) => class extends Base {}`)."""
        if spot not in self._given:
            self._given[spot] = ()
            found: dict[Value, None] = {}
            for number, position in parameters_at(graph, spot.node):
                for file, unit, call in self._origins.callers.of(FunctionId(spot.file, spot.unit, number)):
                    given = self._code.graph(file, unit).calls[call].argument(position)
                    found.update(dict.fromkeys(self._origins.of(Spot(file, unit, given)) if given >= 0 else ()))
            self._given[spot] = tuple(found)
        return self._given[spot] or self._origins.of(spot)

    def extends(self, file: str, class_at: int, base: ClassValue, depth: int = 0) -> bool:
        """Is a class another one, or does it extend it?"""
        if ClassValue(file, class_at) == base:
            return True
        above = [one for one in self.bases(file, class_at) if isinstance(one, ClassValue)] if depth < 6 else []
        return any(self.extends(one.file, one.at, base, depth + 1) for one in above)

    def constructor(self, one: ClassValue) -> FunctionId | None:
        """The constructor that a class has of its own."""
        unit = self._code.class_unit(one.file, one.at)
        graph = self._code.graph(one.file, unit) if unit >= 0 else None
        for number, function in enumerate(graph.functions if graph is not None else ()):
            if function.kind == "constructor" and function.class_at == one.at:
                return FunctionId(one.file, unit, number)
        return None

    def nearest_constructor(self, one: ClassValue, depth: int = 0) -> FunctionId | None:
        """The constructor that makes instances of a class: its own, or that of the next class above which has one."""
        own = self.constructor(one)
        for base in self.bases(one.file, one.at) if own is None and depth < _HIGHEST else ():
            if own is None and isinstance(base, ClassValue):
                own = self.nearest_constructor(base, depth + 1)
        return own

    def member(self, file: str, at: int, key: str, depth: int = 0) -> Values:
        """What a member of an instance, or a static one, may be; one that the class has not is inherited."""
        unit = self._code.class_unit(file, at)
        if unit < 0 or depth > _HIGHEST:
            return ()
        graph = self._code.graph(file, unit)
        place = Place("field", key, at)
        found = list(self._origins.kept(file, unit, place))
        if key == INIT and not found:
            own = self.constructor(ClassValue(file, at))
            found.extend([Func(own)] if own is not None else ())
        if not any(isinstance(value, (Func, Instance, ObjectValue)) for value in found):
            for text in field_types(graph, place):
                found.extend(self._origins.types.value(file, text))
        one = graph.classes.get(at)
        if not found and one is not None:
            for base in self.bases(file, at):
                found.extend(self._of_base(base, key, depth))
        return tuple(found)

    def outside(self, file: str, at: int, method: str, depth: int = 0) -> Values:
        """What reading or assigning a member (`.href`, `innerHTML=`) is to the outside class that a class extends;
        nothing where a class of the tree has that member.
        """
        unit = self._code.class_unit(file, at)
        one = self._code.graph(file, unit).classes.get(at) if unit >= 0 and depth <= _HIGHEST else None
        if one is None or any(member.name == method.strip(".=") for member in one.members):
            return ()
        found: list[Value] = []
        for base in self.bases(file, at):
            if isinstance(base, ClassValue):
                found.extend(self.outside(base.file, base.at, method, depth + 1))
            else:
                found.extend(self._of_base(base, method, depth))
        return tuple(found)

    def overridden(self, one: Instance, key: str, found: Values) -> Values:
        """What a member may be where the object is one of any class that extends the known one: what is `found` there,
        or a method that takes its place, each a guess where there are several. What a class lacks these have.
        """
        if not all(isinstance(value, Func) for value in found):
            return found
        others: dict[Value, None] = {}
        for file, at in self._below(one.file, one.at):
            unit = self._code.class_unit(file, at)
            others.update(dict.fromkeys(self._origins.kept(file, unit, Place("field", key, at))))
        every = dict.fromkeys((*found, *(value for value in others if isinstance(value, Func) or not found)))
        several = sum(isinstance(value, Func) for value in every) > 1 and bool(others)
        return tuple(replace(one, guess=True) if isinstance(one, Func) and several else one for one in every)

    def _below(self, file: str, at: int) -> list[tuple[str, int]]:
        """The classes that extend a class, directly or through others."""
        found: dict[tuple[str, int], None] = {(file, at): None}
        waiting = [(file, self._code.class_unit(file, at), at)]
        for one in waiting:
            new = [heir for heir in self._origins.callers.heirs(*one) if (heir[0], heir[2]) not in found]
            found.update(dict.fromkeys((heir[0], heir[2]) for heir in new))
            waiting.extend(new)
        return list(found)[1:]

    def _of_base(self, base: Value, key: str, depth: int) -> Values:
        if isinstance(base, ClassValue):
            return self.member(base.file, base.at, key, depth + 1)
        if isinstance(base, Outside):
            return (Method(f"{base.module}#{base.path}", key),)
        if isinstance(base, Global):
            return (Method(base.name, key),)
        if isinstance(base, Method):
            return (Method(f"{base.type}.{base.name}", key),)
        return ()


def _spelled(base: lowered.Node) -> str:
    """A base of which nothing is known, as it stands there."""
    if isinstance(base, lowered.Member) and isinstance(base.key, str):
        return f"{_spelled(base.object)}.{base.key}"
    return base.name if isinstance(base, lowered.Name) else "?"


def field_types(graph: Graph, place: Place) -> list[str]:
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


def parameters_at(graph: Graph, node: int) -> list[tuple[int, int]]:
    """The parameters that a node may be, under whatever name: each with its function."""
    found: list[tuple[int, int]] = []
    stack = [node]
    for here in stack:
        if here in graph.of_parameter:
            found.append(graph.of_parameter[here])
        place = graph.place_of.get(here)
        near = [source for source, op, _ in graph.back[here] if op is Op.COPY]
        near.extend(graph.kept.get(place, ()) if place is not None and place.owner > 0 else ())
        stack.extend(one for one in near if one not in stack)
    return found
