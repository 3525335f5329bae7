"""What a run asks for beyond the flow itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import Code, FunctionId, Spot
from audit.flow.graph import Op, Place
from audit.flow.solver.everywhere import ROOTS, named_everywhere, of_the_root
from audit.flow.solver.places import MADE
from audit.link.names import Declared, External

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.values import Func
    from audit.flow.contexts import Caller, Context, Fact, Path, Reason
    from audit.flow.routes.topics import Heard
    from audit.flow.solver.dropping import Drop
    from audit.flow.solver.facts import Exit
    from audit.flow.solver.run import Solver
    from audit.link.names import Names
    from audit.link.references import Reference


class Wanted:
    """The base asks for nothing; subclasses answer what concerns them."""

    chains = False
    """Are events told apart by the calls that led to them?"""
    implicit = False
    """Are values followed that a fact only decides?"""

    callables = False
    """Is `reached` asked of values that are called, too?"""

    instances = False
    """Is what instances of a class hold told apart? Otherwise a field is one place for all of them."""

    setters = False
    """Does a value that is written to a member go into its setter also where instances are not told apart?"""

    guesses = False
    """Are methods looked for by their name where nothing says what is called?"""

    callbacks = False
    """Are functions of outside code followed that outside code calls?"""

    answers = False
    """Does what a request gives back go on as the value's argument?"""

    def reached(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        """Is a fact at this call an event?"""
        return False

    def writes_json(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        """Does a call write what it is given as JSON?"""
        return False

    def targets(self, solver: Solver, file: str, unit: int, call: int) -> tuple[Func, ...]:
        """The functions that a call may run of which its own place says nothing."""
        return ()

    def held(self, spot: Spot, path: Path) -> tuple[Func, ...]:
        """The functions that the instance at a node was given for a part of it."""
        return ()

    def shows(self, solver: Solver, fact: Fact, call: int) -> bool:
        """Does a call show what it is given, and so not call it?"""
        return False

    def decided(self, solver: Solver, fact: Fact, node: int) -> None:
        """A fact decides what is at a node."""

    def failed(self, solver: Solver, fact: Fact) -> None:
        """What was thrown is caught."""

    def lost(self, solver: Solver, fact: Fact, call: int, slot: int) -> None:
        """A value was given to a call of which nothing is known, and what it does with it is not seen again."""

    def answered(self, function: FunctionId) -> bool:
        """Is it known elsewhere what a framework does with what the function gives back to it?"""
        return False

    def dropped(self, solver: Solver, at: tuple[Context, int], drop: Drop, reason: Reason) -> None:
        """Unknown code was given a value, or got it back, by the call `at`, and nobody uses what that call gave."""

    def shown_back(self, solver: Solver, fact: Fact, call: int) -> bool:
        """Is it asked about what an element of a component gives back?"""
        return False

    def swallowed(self, solver: Solver, fact: Fact, call: int, slot: int) -> bool:
        """Does code outside the tree keep what it is given, so that its answer is something else?"""
        return False

    def chooses(self, fact: Fact, call: int, slot: int) -> bool:
        """Does a fact that a call is given only decide about what comes back, whatever else is known of the call?"""
        return False

    def passed_on(self, solver: Solver, fact: Fact, call: int) -> tuple[FunctionId, ...]:
        """The functions that a framework runs with what is given to a call of which nothing else is known."""
        return ()

    def heard(self, solver: Solver, fact: Fact, call: int, path: Path) -> tuple[Heard, ...]:
        """The functions that hear the part `path` of what a call tells under a name."""
        return ()

    def returned(self, solver: Solver, fact: Fact) -> None:
        """A function gives a fact back to whoever called it."""

    def threw(self, solver: Solver, context: Context, effect: Exit, reason: Reason) -> None:
        """A function throws a value, and does not catch it."""

    def left_in(self, solver: Solver, caller: Caller, function: FunctionId, effect: Exit, reason: Reason) -> None:
        """A function that outside code calls writes a value into what it is given there."""

    def left_outside(self, solver: Solver, context: Context, meaning: External, effect: Exit, reason: Reason) -> None:
        """Something is written into an object that a package exports."""

    def uncalled(self, solver: Solver, context: Context, reason: Reason) -> None:
        """A value comes back from a function that nobody calls, as far as the tree shows."""

    def method_uses(self, solver: Solver, file: str, class_at: int, name: str) -> tuple[Spot, ...]:
        """Where a method or field is read from instances of its class, beyond `this`."""
        return ()

    def reads_beside(self, function: FunctionId) -> tuple[tuple[Spot, Path], ...]:
        """Where a method is read of `super` (it is that one, whatever the class has under its name), or of what outside
        code gives for its class, or a part of the object that a constructor makes.
        """
        return ()

    def matters(self, file: str) -> bool:
        """Are values followed into a file?"""
        return True

    def references(self, names: Names, declared: Declared) -> Iterable[Reference]:
        """The uses of a declared name in files that matter."""
        return (one for one in names.references(declared) if self.matters(one.file))

    def handed(self, names: Names, declared: Declared) -> Iterable[Reference]:
        """The places in files that matter where a module that has a name is handed on as a value."""
        return (one for one in names.handed(declared) if self.matters(one.file))

    def in_modules(self, solver: Solver, file: str, place: Place) -> Iterator[tuple[Spot, Path]]:
        """The nodes that are a module with a name (`use(items)` of `import * as items`), and the part it is there."""
        names = solver.origins.names
        meaning = Declared(file, place.name, place.at) if place.at >= 0 else names.meaning(file, place.name)
        for one in self.handed(names, meaning) if isinstance(meaning, Declared) else ():
            spot = solver.code.named(one.file, one.at)
            if spot is not None:
                yield spot, one.path

    def readers(self, solver: Solver, file: str, unit: int, place: Place) -> tuple[Spot, ...]:
        """Every node that reads a place of a module or a field."""
        code, names = solver.code, solver.origins.names
        graph = code.graph(file, unit)
        if place.kind == MADE:
            return solver.instances.instances(file, unit, place.at)
        found = [Spot(file, unit, node) for node in graph.reads.get(place, ())]
        if place.kind == "name":
            meaning = Declared(file, place.name, place.at) if place.at >= 0 else names.meaning(file, place.name)
            if isinstance(meaning, Declared):
                for reference in self.references(names, meaning):
                    spot = code.named(reference.file, reference.at)
                    found.extend(_along(code, spot, reference.path) if spot is not None else ())
            elif isinstance(meaning, External):
                same = (one for one in named_everywhere(code, place) if names.meaning(one.file, place.name) == meaning)
                found.extend(one for one in same if self.matters(one.file))
            elif meaning is None and place.name in solver.origins.vocabulary.keeping.union(ROOTS):
                found.extend((*named_everywhere(code, place), *of_the_root(code, place.name)))
        else:
            found.extend(self.method_uses(solver, file, place.at, place.name))
        return tuple(dict.fromkeys(found))


def _along(code: Code, spot: Spot, path: tuple[str, ...]) -> list[Spot]:
    """The nodes that read a path of members from a node."""
    nodes = [spot.node]
    graph = code.graph(spot.file, spot.unit)
    for step in path:
        nodes = [edge.to for node in nodes for edge in graph.out[node] if edge.op is Op.LOAD and edge.key == step]
    return [replace(spot, node=node) for node in nodes]
