"""Getters, setters and other code of a class that runs where its objects are read: calls that look like members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.dispatch import CALL
from audit.flow.backward.results import ENTERING
from audit.flow.backward.values import ClassValue, Func, Instance, Method, ObjectValue, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ANY_ELEMENT, DATA, KEY, Caller, Closure, Fact, is_position
from audit.flow.graph import ENTERED, Graph, Op, Place
from audit.flow.graph.accessed import LEFT_BY, access, accessor_in, call_at
from audit.flow.graph.records import matched_by
from audit.flow.solver.iterating import Iterating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.backward.values import Value

_DEEPEST_CLASS = 5
_LEAVING = ("__exit__", "__aexit__")
"""The methods of an object that are called where `with` ends."""
_SUBSCRIBED, _ANY_MEMBER, _PUT_UNDER = "__getitem__", "__getattr__", "__setitem__"


class Accessors(Iterating):
    """What happens to a fact whose member is read or written, where the class has code for that."""

    members: Members

    def outside(self, fact: Fact, graph: Graph, call: int, slot: int, *, modelled: bool) -> None:
        raise NotImplementedError

    def read(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """A member is read that outside code makes of others (`url.href`): a call without parentheses."""
        holder = next((source for source, op, name in graph.back[to] if op is Op.LOAD and name == key), -1)
        if holder >= 0:
            self.outside(fact, graph, access(graph, "read", to, holder, (), f".{key}"), -1, modelled=True)

    def assign(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """A member is assigned to by which outside code gets the value (`ctx.body = item`): a call with the value."""
        method = f"{key}="
        call = call_at(
            graph, method, fact.node, result=to, callee=to, receiver=to, method=method, arguments=(fact.node,)
        )
        self.outside(fact, graph, call, 0, modelled=True)

    def got(self, fact: Fact, graph: Graph, to: int, key: str) -> bool:
        """A member is read that a getter may give: a call without parentheses. True when the fact is that getter, or an
        object that has this member from it alone.
        """
        holder = next((source for source, op, name in graph.back[to] if op is Op.LOAD and name == key), -1)
        if isinstance(fact.carried, Closure) and fact.path == (key,):
            inner = fact.carried.context
            if inner.graph.functions[inner.function.number].kind != "get":
                return False
            call = access(graph, "get", to, holder, (), key)
            self.runs(fact, Caller(fact.context, call, -1))
            return True
        file, unit = fact.context.function.file, fact.context.function.unit
        if not self.wanted.instances or not (fact.path or isinstance(fact.carried, str)):
            return False
        values = self.origins.of(Spot(file, unit, holder))
        getters = [self._getters(value, key) for value in values]
        known = [getter for several in getters for getter in several]
        typed = all(isinstance(one, Method | Typed) and "#" not in one.type for one in values)
        guess = bool(fact.path) and not known and typed
        for getter in known or (one.function.id for one in self.members.getters(key) if guess):
            call = access(graph, "get", to, holder, (), key)
            self.bring_this(fact, Caller(fact.context, call, -1), getter, guess=guess)
        return not fact.path and bool(known) and all(getters) and all(isinstance(one, Instance) for one in values)

    def read_by(self, spot: Spot) -> Iterator[tuple[int, FunctionId]]:
        """The getters that reading the member at a node runs, each with the call of it."""
        graph = self.code.graph(spot.file, spot.unit)
        for holder, op, key in graph.back[spot.node] if self.wanted.instances else ():
            if op is Op.LOAD and ("get", key) in self.code.accessors:
                values = self.origins.of(Spot(spot.file, spot.unit, holder))
                found = {getter: None for value in values for getter in self._getters(value, key)}
                call = access(graph, "get", spot.node, holder, (), key) if found else -1
                yield from ((call, getter) for getter in found)

    def _of_literal(self, value: ObjectValue, kind: str, key: str) -> tuple[FunctionId, ...]:
        """The getter or setter that an object has which is written out."""
        file, unit, node = value.spot.file, value.spot.unit, value.spot.node
        number = accessor_in(self.code.graph(file, unit), node, key, kind)
        return (FunctionId(file, unit, number),) if number is not None else ()

    def _getters(self, value: Value, key: str) -> tuple[FunctionId, ...]:
        """The getters that reading a member may run: that of a class, or those of the classes that have the type."""
        if isinstance(value, Typed):
            return tuple(one.function.id for one in self.members.getters(key) if value.type in one.types)
        if isinstance(value, ObjectValue):
            return self._of_literal(value, "get", key)
        getter = self._accessor(value, "get", key, 0) if isinstance(value, Instance | ClassValue) else None
        return (getter,) if getter is not None else ()

    def put(self, fact: Fact, graph: Graph, to: int, key: str) -> bool:
        """A member is written that a setter may take: a call with the value. True when each object has one."""
        file, unit = fact.context.function.file, fact.context.function.unit
        asked = self.wanted.instances or self.wanted.setters
        setters = [self._setter(value, key) for value in self.origins.of(Spot(file, unit, to))] if asked else []
        for setter in setters:
            if setter is not None:
                call = access(graph, "set", fact.node, to, (fact.node,), key)
                self.bring(fact, Caller(fact.context, call, -1), setter, 0, fact.path)
        return bool(setters) and None not in setters

    def put_under(self, fact: Fact, graph: Graph, to: int) -> None:
        """Something is put into an object under a key, for which its class has code in Python: that is called. The same
        is said where a member of it is assigned to, but for its own methods.
        """
        asked = graph.python and self.wanted.instances and ("method", _PUT_UNDER) in self.code.accessors
        if not asked or isinstance(graph.source[to], code.This):
            return
        for one in self._methods(Spot(fact.context.function.file, fact.context.function.unit, to), (_PUT_UNDER,)):
            given = (fact.node, fact.node)
            call = call_at(
                graph, "put", fact.node, result=to, callee=to, receiver=to, method=_PUT_UNDER, arguments=given
            )
            self.bring(fact, Caller(fact.context, call, -1), one, 1, fact.path)

    def _setter(self, value: Value, key: str) -> FunctionId | None:
        if isinstance(value, ObjectValue):
            return next(iter(self._of_literal(value, "set", key)), None)
        return self._accessor(value, "set", key, 0) if isinstance(value, Instance | ClassValue) else None

    def subscribed(self, fact: Fact, graph: Graph, to: int) -> bool:
        """Something is read of an object under a key, or decides as that key, for which its class has code in Python:
        that is called. False when the class has none.
        """
        asked = graph.python and to in graph.keys and ("method", _SUBSCRIBED) in self.code.accessors
        if not asked or fact.carried not in DATA or not self.wanted.instances:
            return False
        holder, key = next((source for source, op, _ in graph.back[to] if op is Op.LOAD), -1), graph.keys[to]
        if holder < 0:
            return False  # something is written under the key
        found = self._methods(Spot(fact.context.function.file, fact.context.function.unit, holder), (_SUBSCRIBED,))
        call = call_at(
            graph, "subscribe", to, result=to, callee=to, receiver=holder, method=_SUBSCRIBED, arguments=(key,)
        )
        for one in found:
            caller = Caller(fact.context, call, -1)
            if fact.node == key:
                self.bring(fact, caller, one, 0, fact.path)
            else:
                self.bring_this(fact, caller, one)
        return bool(found)

    def runs_object(self, fact: Fact, caller: Caller) -> bool:
        """The fact is in an object that is called, or given to what calls it: in Python its class has code for that.
        True when the fact is that code.
        """
        asked = fact.context.graph.python and fact.path and ("method", CALL) in self.code.accessors
        if not asked or not self.wanted.instances:
            return False
        if isinstance(fact.carried, Closure) and fact.path == (CALL,):
            self.register(fact.carried.context, caller, None)
            return True
        spot = Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        for one in self._methods(spot, (CALL,)) if fact.carried in DATA else ():
            self.bring_this(fact, caller, one)
        return False

    def runs_code(self, fact: Fact, graph: Graph, to: int, key: str) -> bool:
        """Is what is read of a fact given by code of its class, and no part of it?"""
        if ("get", key) in self.code.accessors and self.got(fact, graph, to, key):
            return True
        if key[:1] != "[" or key == KEY:
            self._asked_for(fact, graph, to, key)
            return False
        if key == ENTERED:
            self._entered(fact, graph, to)
            return True
        if graph.python and to not in graph.keys and fact.path and is_position(key[1:-1]):
            self._matched(fact, to, int(key[1:-1]))
        return (to not in graph.keys and self.iterates(fact, graph, to)) or self.subscribed(fact, graph, to)

    def _matched(self, fact: Fact, to: int, number: int) -> None:
        """A pattern takes a member of an object by its place (`case Item(title, note)`)."""
        spot = Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        for one in (value for value in self.origins.of(spot) if isinstance(value, Instance)):
            unit = self.code.class_unit(one.file, one.at)
            shape = self.code.graph(one.file, unit).classes.get(one.at) if unit >= 0 else None
            if shape is not None and fact.path[0] in matched_by(shape)[number : number + 1]:
                self.add(fact.part(to, fact.path[1:]), fact)

    def _asked_for(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """A member that a class of Python does not have is what its code for members gives, or that for keys
        (`row["title"]`).
        """
        asked = graph.python and fact.path and fact.carried in DATA and self.wanted.instances and fact.path[0] != key
        names = [one for one in (_ANY_MEMBER, _SUBSCRIBED) if ("method", one) in self.code.accessors] if asked else []
        if not names:
            return
        spot = Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        values = self.origins.of(spot)
        if any(isinstance(one, Instance) and self._has(one, key) for one in values):
            return
        call = call_at(graph, "member", to, result=to, callee=to, receiver=fact.node, method=_ANY_MEMBER, arguments=())
        for one in self._methods(spot, tuple(names)):
            self.bring_this(fact, Caller(fact.context, call, -1), one)
        for name in names if self.wanted.guesses and self.members.is_open(values) else ():
            for method in self.members.having(name, fact.path[0]):
                self.bring_this(fact, Caller(fact.context, call, -1), method.id, guess=True)

    def _has(self, one: Instance, key: str) -> bool:
        """Does an object have a member, of whatever kind?"""
        unit = self.code.class_unit(one.file, one.at)
        kept = self.code.graph(one.file, unit).kept if unit >= 0 else {}
        return Place("field", key, one.at) in kept or bool(self.origins.member(one, key))

    def _entered(self, fact: Fact, graph: Graph, to: int) -> None:
        """What a generator of one's own yields is what `with` gives; what else is entered may have code for that, and
        for being left.
        """
        if fact.path and fact.path[0] in ANY_ELEMENT:
            self.add(fact.part(to, fact.path[1:]), fact)
        if fact.carried not in DATA or not self.wanted.instances:
            return
        spot = Spot(fact.context.function.file, fact.context.function.unit, fact.node)
        call = call_at(graph, "enter", to, result=to, callee=to, receiver=fact.node, method=ENTERING[0], arguments=())
        for one in self._methods(spot, ENTERING):
            self.bring_this(fact, Caller(fact.context, call, -1), one)
        left = call_at(graph, LEFT_BY, to, result=to, callee=to, receiver=fact.node, method=LEFT_BY, arguments=())
        for one in self._methods(spot, _LEAVING):
            self.bring_this(fact, Caller(fact.context, left, -1), one)

    def _methods(self, spot: Spot, names: tuple[str, ...]) -> list[FunctionId]:
        return self.methods_of(self.origins.of(spot), names)

    def take(self, fact: Fact, graph: Graph, to: int, key: str) -> None:
        """A method is taken from an object and not called at once: what calls it later runs it on that object, as it
        is bound to it (a function in a field, in Python any method) or could not do what it says.
        """
        held = fact.carried in DATA or isinstance(fact.carried, Closure)
        if not held or not self.wanted.instances or any(edge.op is Op.CALLEE for edge in graph.out[to]):
            return
        holder = next((source for source, op, name in graph.back[to] if op is Op.LOAD and name == key), -1)
        file, unit = fact.context.function.file, fact.context.function.unit
        for value in self.origins.of(Spot(file, unit, holder)) if holder >= 0 else ():
            members = self.origins.classes.member(value.file, value.at, key) if isinstance(value, Instance) else ()
            for one in members:
                if isinstance(one, Func):
                    call = call_at(
                        graph, "bind", to, result=to, callee=to, receiver=holder, method="bind", arguments=()
                    )
                    self.bring_this(fact, Caller(fact.context, call, -1), one.id)

    def _accessor(self, one: Instance | ClassValue, kind: str, key: str, depth: int) -> FunctionId | None:
        unit = self.code.class_unit(one.file, one.at)
        graph = self.code.graph(one.file, unit) if unit >= 0 else None
        for number, function in enumerate(graph.functions if graph is not None else ()):
            if (function.kind, function.class_at, function.name) == (kind, one.at, key):
                return FunctionId(one.file, unit, number)
        bases = self.origins.classes.bases(one.file, one.at) if depth < _DEEPEST_CLASS else ()
        found = (self._accessor(base, kind, key, depth + 1) for base in bases if isinstance(base, ClassValue))
        return next((one for one in found if one is not None), None)


def taken_from(graph: Graph, node: int) -> str:
    """The name of the member that a node is, be it through names: `const { json } = response`."""
    for _ in range(_DEEPEST_CLASS):
        before = [(source, op, key) for source, op, key in graph.back[node] if op in (Op.COPY, Op.LOAD)]
        if len(before) != 1 or before[0][1] is Op.LOAD:
            return before[0][2] if len(before) == 1 and before[0][2].isidentifier() else ""
        node = before[0][0]
    return ""
