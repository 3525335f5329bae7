"""Objects of classes: what making one puts into it, and what its methods see of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import ClassValue, Func, Value
from audit.flow.binding import is_named
from audit.flow.code import FunctionId
from audit.flow.contexts import IMPLICIT, Caller, Closure, Entered, Fact, Reason, longer
from audit.flow.solver.settling import Settling

if TYPE_CHECKING:
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite


class Making(Settling):
    """What a class is given, in the objects of it."""

    def hand_up(self, fact: Fact, site: CallSite, slot: int, one: ClassValue) -> None:
        """A class without a constructor gives what `new` is given to that of outside code: the object holds it."""
        outside = list(self.instances.elements.above(one.file, one.at))
        if not outside or slot < 0 or not (site.new or fact.context.graph.python):
            return
        made = self.library.made_by(outside, site, slot, fact.path)
        name = site.names[slot - len(site.arguments)] if is_named(site, slot) else ""
        held = longer(name, fact.path) if name else fact.path
        for target, path in ((site.result, held),) if made is None else made:
            known = any(self.origins.results.rows_for(base) for base in outside)
            self.add(fact.part(target, path), Reason(fact, guess=not known))

    def show(self, fact: Fact, site: CallSite, call: int, one: ClassValue) -> None:
        """An element of a class: the object that it makes holds what it is given."""
        if self.instances.elements.methods(one.file, one.at):
            outside = self.instances.elements.above(one.file, one.at)
            for _, path in self.library.made_by(outside, site, 0, fact.path) or ():
                self.in_element(Caller(fact.context, call, -1), path, fact, Reason(fact))

    def show_member(self, fact: Fact, caller: Caller) -> None:
        """An element of a class has a member; what outside code calls of it is called."""
        name, site = fact.path[0][1:], fact.context.graph.calls[caller.call]
        classes = [one for one in self.callees(fact.context, site) if isinstance(one, ClassValue)]
        called = any(name in self.instances.elements.methods(one.file, one.at) for one in classes)
        if called and len(fact.path) == 1 and isinstance(fact.carried, Closure):
            self.runs(fact, caller)
        else:
            self.in_element(caller, (name, *fact.path[1:]), fact, Reason(fact))

    def begin_others(self, fact: Fact, class_at: int, path: Path, why: Reason) -> None:
        """What a field begins with is what the others find that begin with it (`shown = this.rows`)."""
        graph = fact.context.graph
        for node in graph.this_in_fields.get(class_at, ()):
            context = self.below(graph, fact.context, graph.function[node])
            if context is not None:
                self.add(Fact(context, node, path, fact.carried, fact.label), why)

    def bring_this(self, fact: Fact, caller: Caller, function: FunctionId, *, guess: bool = False) -> None:
        """What the receiver holds is what `this` holds inside."""
        graph = self.code.graph(function.file, function.unit)
        uses = [one for one in graph.this_uses.get(function.number, ()) if self.live.leads(graph, one, fact.path)]
        if not uses or not self.wanted.instances or (not fact.path and not isinstance(fact.carried, str)):
            return
        label = IMPLICIT if fact.label >= IMPLICIT else 0
        path = fact.path
        context = self.context(function, Entered(-1, path if not label else ("~", *path), fact.carried))
        if guess:
            self.guessed.add((context, caller))
        self.register(context, caller, fact)
        for node in uses:
            inner = self.below(graph, context, graph.function[node])
            if inner is not None:
                self.add(Fact(inner, node, path, fact.carried, label), None)

    def function_of(self, callee: Value) -> FunctionId | None:
        if isinstance(callee, Func):
            return callee.id
        if isinstance(callee, ClassValue):
            return self.origins.classes.nearest_constructor(callee)
        return None
