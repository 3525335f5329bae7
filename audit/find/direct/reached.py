"""Forwards: which calls of a vocabulary section a variable's value comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.find.direct.environment import Reading
from audit.find.direct.fitting import fits_place, gives_part, same_path
from audit.find.direct.forms import Form, Forms
from audit.find.direct.handed_out import HandedOut
from audit.flow.backward.given import given_to
from audit.flow.backward.interfaces import Interfaces
from audit.flow.backward.values import ClassValue, Instance
from audit.flow.code import Spot
from audit.flow.contexts import Fact
from audit.flow.frames import Call, Path
from audit.flow.graph import CallSite, Op, Place
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.settings.variables import NAMES, Variables, named_below
from audit.flow.solver import Solver, Wanted
from audit.flow.solver.promises import CALLEE
from audit.link.names import External
from audit.rulebook import RequestRow, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.find.direct.forms import Sends
    from audit.find.direct.senders import Senders
    from audit.flow.backward.backwards import Backwards
    from audit.flow.backward.heirs import Heir
    from audit.flow.backward.values import Func
    from audit.link.names import Declared, Names
    from audit.link.references import Reference
    from audit.rulebook import EnvRow, Index

BASE = "@base"
"""The part of a client that holds the base URL it was made with."""


class Sent(Struct, frozen=True, order=True):
    """A call that the value came to, and the calls that led there, outermost first."""

    call: Call
    led: tuple[Call, ...]


class Reached(Wanted):
    """Events are calls that a row of the section describes, reached at a place that the row names."""

    chains = True
    callables = True
    setters = True

    def __init__(self, backwards: Backwards, section: Index[Sends], variables: Variables) -> None:
        self._backwards, self._origins, self._code = backwards, backwards.origins, backwards.code
        self._section, self._variables = section, variables
        self.forms = Forms(backwards, section)
        self.interfaces = Interfaces(backwards)
        self.senders: Senders | None = None
        self.handed_out = HandedOut(backwards, variables.asked)

    def sent(self, readings: Iterable[Reading]) -> list[Sent]:
        """Every call that is reached from the readings, each once, with all calls on the ways there."""
        solver = Solver(self._origins, self)
        for number, one in enumerate(readings):
            solver.seed(one.spot, number, one.path, one.kind)
        solver.run()
        led: dict[Call, dict[Call, None]] = {}
        for event in sorted((event for event, _ in solver.events), key=lambda one: one.calls):
            led.setdefault(event.calls[-1], {}).update(dict.fromkeys(event.calls[:-1]))
        return [Sent(call, tuple(calls)) for call, calls in sorted(led.items())]

    # what the solver asks

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        if not isinstance(fact.carried, str) or (slot == CALLEE and not self._is_base(fact.path)):
            return False
        file, unit = fact.context.function.file, fact.context.function.unit
        if fact.carried.startswith("name"):
            self._read_by_name(solver, fact, call, slot)
            return False
        site = self._code.graph(file, unit).calls[call]
        node = site.callee if slot == CALLEE else site.receiver if slot < 0 else site.arguments[slot]
        self._parsed(solver, fact, site, file, node)
        self._given_on(solver, fact, (file, unit, call), node)
        forms = self.forms.of((file, unit, call)) or self.forms.given((file, unit, call), fact.path)
        if not forms:
            return slot >= 0 and self.handed_out.takes((file, unit, call), node, fact.path)
        return any(self._takes(solver, fact, form, node) for form in forms)

    def _is_base(self, path: Path) -> bool:
        """Is a part of a client its base URL?"""
        return path[:1] == (BASE,) or any(same_path(steps, path) for steps in self.forms.bases)

    def _takes(self, solver: Solver, fact: Fact, form: Form, node: int) -> bool:
        row = form.row
        words = [word for text in (row.url, getattr(row, "base", None)) if text for word in places_of(text)]
        taken = any(fits_place(form.placed(place), place, node, fact.path) for place in words)
        if not isinstance(row, RequestRow):
            return taken
        based = node == form.site.receiver and fact.path[:1] == (BASE,) and any(place.root == "this" for place in words)
        if row.kind == "client" and (taken or based):
            solver.add(Fact(fact.context, form.site.result, (BASE,), "value"), fact)
        if form.made and not fact.path and any(place.root == "this" for place in words):
            taken = taken or node in (form.site.receiver, form.site.callee)
        called = node == form.site.callee and self._is_base(fact.path) and any(place.root == "this" for place in words)
        return row.kind in ("send", "command") and (taken or based or called)

    def _parsed(self, solver: Solver, fact: Fact, site: CallSite, file: str, node: int) -> None:
        """The default of a command-line option is a field of the parsed arguments."""
        if site.method != "add_argument" or fact.path:
            return
        for option in self._backwards.options(file):
            if option.default.node == node:
                for spot in option.parsed:
                    solver.seed(spot, 0, (option.field,))

    def _given_on(self, solver: Solver, fact: Fact, call: Call, node: int) -> None:
        """Outside code calls a part of an argument with what it was given: `createApi({ endpoints })`."""
        file, unit, number = call
        site = self._code.graph(file, unit).calls[number]
        for flow in self._backwards.library.flows(file, unit, number) or ():
            for source in flow.sources:
                steps = tuple(source.path)
                if (node, ()) not in placed(site, source) or fact.path[: len(steps)] != steps:
                    continue
                for target in flow.targets:
                    for inner in target.callee if target.root == "call" else ():
                        for given, _ in placed(site, inner) if inner.path else ():
                            self._begin(
                                solver, Spot(file, unit, given), inner.path, target.number or 0, fact.path[len(steps) :]
                            )

    def _begin(self, solver: Solver, spot: Spot, inner: tuple[str, ...], position: int, path: tuple[str, ...]) -> None:
        for end in self._backwards.ends(spot, inner):
            graph = self._code.graph(end.spot.file, end.spot.unit)
            number = graph.made.get(end.spot.node)
            parameters = graph.functions[number].parameters if number is not None else ()
            if position < len(parameters):
                solver.seed(replace(end.spot, node=parameters[position]), 0, path)

    def decided(self, solver: Solver, fact: Fact, node: int) -> None:
        """The variable's name chooses a member of the environment."""
        if not isinstance(fact.carried, str) or not fact.carried.startswith("name") or fact.path:
            return
        file, unit = fact.context.function.file, fact.context.function.unit
        graph = self._code.graph(file, unit)
        for holder, _, _ in graph.back[node]:
            if graph.keys.get(node) == fact.node and self._variables.is_environment(Spot(file, unit, holder)):
                solver.add(Fact(fact.context, node, (), "value"), fact)

    def _read_by_name(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        """The variable's name is given to a call that reads it (`config.get("NAME")`)."""
        file, unit = fact.context.function.file, fact.context.function.unit
        graph = self._code.graph(file, unit)
        site = graph.calls[call]
        node = site.receiver if slot < 0 else site.arguments[slot]
        for callee in self._origins.callees(file, unit, site):
            for row in section_rows(self._origins.vocabulary.envs, callee):
                if row.kind == "tree":
                    self._read_in_tree(solver, fact, site, node, row)
                    continue
                words = places_of(row.name) if row.name else ()
                if any(fits_place(placed(site, place), place, node, fact.path) for place in words):
                    path = tuple(str(fact.carried).split(".")[1:])
                    solver.add(Fact(fact.context, site.result, path, "value"), fact)
        named = any(fits_place(placed(site, place), place, node, fact.path) for place in places_of(NAMES))
        if fact.carried == "name" and named and self._variables.reads_by_name((file, unit, call)):
            solver.add(Fact(fact.context, site.result, (), "value"), fact)

    def _read_in_tree(self, solver: Solver, fact: Fact, site: CallSite, node: int, row: EnvRow) -> None:
        """The variable's name stands in a schema, below the members that it fills."""
        places = [place for words in row.schema for place in places_of(words)]
        if fact.path[-1:] == named_below(row) and any((node, ()) in placed(site, place) for place in places):
            solver.add(Fact(fact.context, site.result, fact.path[:-1], "value"), fact)

    def targets(self, solver: Solver, file: str, unit: int, call: int) -> tuple[Func, ...]:
        return self.interfaces.methods((file, unit, call))

    def returned(self, solver: Solver, fact: Fact) -> None:
        """What a function gives back to code that it is given to: `forRootAsync({ useFactory: () => ({ url }) })`."""
        if fact.carried != "value":
            return
        function = fact.context.function
        file, unit, number = function.file, function.unit, function.number
        graph = self._code.graph(file, unit)
        for call, argument, path in given_to(graph, graph.functions[number].node):
            forms = self.forms.of((file, unit, call))
            for form in forms:
                if any(gives_part(place, argument, path, fact.path) for place in places_of(form.row.url or "arg0")):
                    solver.tell(fact, call, argument)
            if not forms and self.handed_out.gives((file, unit, call), argument, path, fact.path):
                solver.tell(fact, call, argument)

    def swallowed(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        file, unit = fact.context.function.file, fact.context.function.unit
        node = self._code.graph(file, unit).calls[call].arguments[slot] if slot >= 0 else -1
        return self.handed_out.keeps((file, unit, call), node, fact.path)

    def matters(self, file: str) -> bool:
        return self.senders is None or self.senders.matters(file)

    def references(self, names: Names, declared: Declared) -> Iterable[Reference]:
        return names.references(declared, self.matters)

    def handed(self, names: Names, declared: Declared) -> Iterable[Reference]:
        return names.handed(declared, self.matters)

    def readers(self, solver: Solver, file: str, unit: int, place: Place) -> tuple[Spot, ...]:
        found = super().readers(solver, file, unit, place)
        if place.kind != "field":
            meaning = self._origins.names.meaning(file, place.name) if place.at < 0 else None
            others = self._backwards.mentions(meaning.module) if isinstance(meaning, External) else ()
            return tuple(dict.fromkeys((*found, *others)))
        above = (spot for one in self._backwards.callers.above(file, place.at) for spot in self._of_class(*one, place))
        relatives = (*self._in_heirs(file, unit, place), *above)
        return tuple(dict.fromkeys((*found, *self._by_instances(file, place), *relatives)))

    def _by_instances(self, file: str, place: Place) -> list[Spot]:
        """`object.field` outside of the class, where the object is an instance of it (or the class itself)."""
        program = self._code.program
        found: list[Spot] = []
        for one in (
            program.holding(place.name.lstrip("#"), (file, *program.importers(file))) if place.name[:1] != "#" else ()
        ):
            found.extend(spot for spot in self._code.members(one, place.name) if self._holds(spot, file, place))
        return found

    def _holds(self, spot: Spot, file: str, place: Place) -> bool:
        graph = self._code.graph(spot.file, spot.unit)
        holders = [Spot(spot.file, spot.unit, node) for node, op, _ in graph.back[spot.node] if op is Op.LOAD]
        values = [value for holder in holders for value in self._origins.of(holder)]
        made = [value for value in values if isinstance(value, (ClassValue, Instance))]
        return any(self._origins.classes.extends(value.file, value.at, ClassValue(file, place.at)) for value in made)

    def _in_heirs(self, file: str, unit: int, place: Place) -> list[Spot]:
        """`this.field` in classes that inherit it. Two classes of one name may seem to extend each other."""
        classes: dict[Heir, None] = {(file, unit, place.at): None}
        waiting = list(classes)
        while waiting:
            new = [one for one in self._backwards.callers.heirs(*waiting.pop()) if one not in classes]
            classes.update(dict.fromkeys(new))
            waiting.extend(new)
        return [spot for heir in list(classes)[1:] for spot in self._of_class(*heir, place)]

    def _of_class(self, file: str, unit: int, at: int, place: Place) -> list[Spot]:
        reads = self._code.graph(file, unit).reads.get(replace(place, at=at), ())
        return [Spot(file, unit, node) for node in reads]


__all__ = ["BASE", "Form", "Reached", "Sent"]
