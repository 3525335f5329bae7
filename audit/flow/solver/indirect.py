"""Calls by `call`, `apply` and `bind`: of the receiver, with what follows."""

from __future__ import annotations

from msgspec.structs import replace

from audit.flow.backward.values import Func, Value
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, Caller, Fact, Path, is_position, rest_of
from audit.flow.graph import CallSite, Graph
from audit.flow.graph.accessed import call_at
from audit.flow.solver.accessors import taken_from
from audit.flow.solver.outside import OutsideCode

INDIRECT = frozenset(("call", "apply", "bind"))


class Indirect(OutsideCode):
    """What becomes of the arguments of such a call."""

    def called(self, fact: Fact, graph: Graph, call: int) -> None:
        raise NotImplementedError

    def given(self, fact: Fact, graph: Graph, call: int, slot: int) -> None:
        raise NotImplementedError

    def bring_this(self, fact: Fact, caller: Caller, function: FunctionId, *, guess: bool = False) -> None:
        raise NotImplementedError

    def _enter(self, fact: Fact, site: CallSite, call: int, slot: int, callee: Value, *, guess: bool = False) -> bool:
        raise NotImplementedError

    def _indirectly(self, fact: Fact, graph: Graph, call: int, slot: int) -> bool:
        """`f.call(this, …)` and `f.apply(this, […])`: a call of the receiver; `f.bind(this)`: one that comes later."""
        site = graph.calls[call]
        file, unit = fact.context.function.file, fact.context.function.unit
        functions = [one for one in self.origins.of(Spot(file, unit, site.receiver)) if isinstance(one, Func)]
        if site.method == "bind":
            if slot == -1 and not fact.path and not isinstance(fact.carried, str):
                self.add(fact.at(site.result), fact)
                return True
            for one in functions if slot == 0 else ():
                self.bring_this(fact, Caller(fact.context, call, -1), one.id)
            return slot == 0 and bool(functions)
        if slot == -1 and not fact.path and not isinstance(fact.carried, str):
            self.called(fact, graph, call)
            return True
        for one in functions:
            if slot == 0:
                self.bring_this(fact, Caller(fact.context, call, -1), one.id)
            elif slot > 0 and site.method == "call":
                self._enter(fact, replace(site, spread=site.spread[1:]), call, slot - 1, one)
            elif slot > 0:
                self._apply_to(fact, site, call, one)
        return bool(functions) or self._called_outside(fact, graph, call, slot)

    def _called_outside(self, fact: Fact, graph: Graph, call: int, slot: int) -> bool:
        """`res.json.call(res, item)`: a method of outside code is called on the first argument. False for another."""
        site, file, unit = graph.calls[call], fact.context.function.file, fact.context.function.unit
        name = taken_from(graph, site.receiver)
        if not name or len(site.arguments) < 2 or self.library.flows(file, unit, call) is not None:
            return False
        given = site.arguments[1:] if site.method == "call" else site.arguments[1:2]
        inner = call_at(
            graph, site.method, site.result, result=site.result, callee=site.receiver, receiver=site.arguments[0],
            method=name, arguments=given, spread=(site.method == "apply",) * len(given),
        )  # fmt: skip
        if 0 <= slot <= len(given):
            self.given(fact, graph, inner, slot - 1)
        return True

    def _apply_to(self, fact: Fact, site: CallSite, call: int, one: Func) -> None:
        """A list is what a function is called with; an element whose position nobody knows may be any argument."""
        rest = rest_of(fact.path, ELEMENT)
        if rest is None:
            return
        number, element = fact.path[0][1:-1] if fact.path else "", self._taken(fact, rest)
        size = len(self.code.graph(one.id.file, one.id.unit).functions[one.id.number].parameters)
        for position in (int(number),) if is_position(number) else range(size):
            self._enter(element, replace(site, spread=()), call, position, one)

    def _taken(self, fact: Fact, path: Path) -> Fact:
        """`f(...list)`: the elements are the arguments. The fact of the element has the reason of the list's."""
        element = fact.part(fact.node, path)
        element.reason, element.doubt = fact, fact.doubt
        return element
