"""Graphs of the program, made when a value first comes to them, and the ways between offsets and nodes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.declared import is_declared
from audit.flow.graph import Graph, Place, build
from audit.flow.graph.partials import seen_through
from audit.flow.inheriting import above, under_own_names
from audit.flow.replacing import Replacing
from audit.flow.structure import Structures
from audit.link.questions import every, holds, matches, offsets
from audit.link.questions.declaring import assignments, keyed

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.reading import FileFacts
    from audit.flow.graph.records import Above
    from audit.flow.replacing import Kind
    from audit.link.program import Program

_IS_ASSIGNED = rb"\s*+(?:\?\?|\|\||&&)?=(?![=>])"
_ASSIGNED = re.compile(rb"\.(\w++)" + _IS_ASSIGNED)  # nothing is given back: four times as fast
_FEW = 4
T = TypeVar("T")
_CONSTANT = re.compile(rb"\b(?:const|function|class|enum)\s*\*?\s*\Z")


class Spot(Struct, frozen=True, order=True):
    """A node of the graph of one top-level statement (`unit`) of a file."""

    file: str
    unit: int
    node: int


class FunctionId(Struct, frozen=True, order=True):
    """A function: number 0 of a unit is the statement itself, run when the module is loaded."""

    file: str
    unit: int
    number: int


class Code:
    """The graphs of one program, by file and unit. In `ignored` files no callers are looked for.

    `shared`: graphs of unchanged files are those of earlier revisions. A solver adds calls to them: who has let one run
    gives them back as they were.
    """

    def __init__(
        self, program: Program, ignored: Callable[[str], bool] = lambda _: False, *, shared: bool = False
    ) -> None:
        self.program, self.ignored, self._shared = program, ignored, shared
        self.files = tuple(file for file in program.files if not ignored(file))
        self._holding: dict[str, tuple[str, ...]] = {}
        self._graphs: dict[tuple[str, int], Graph] = {}
        self._inheriting: dict[tuple[str, int], Above | None] = {}
        self.accessors: set[tuple[str, str]] = set()
        """Getters, setters and methods by name, of the graphs that were made so far."""
        self.member_code: set[str] = set()
        """The names of getters and methods among them."""
        self.structures = Structures(self)
        self._replacing = Replacing(program)
        self._starts: dict[str, list[int]] = {}
        self._assigned: dict[str, bool] = {}

    def assigns(self, member: str) -> bool:
        """Is a member of that name assigned to anywhere in the tree? A few are looked for, for more all are noted."""
        if member not in self._assigned:
            if len(self._assigned) < _FEW and member.isidentifier():
                pattern = re.compile(rb"\." + member.encode() + _IS_ASSIGNED)
                files = self.program.holding(f".{member}", self.files)
                self._assigned[member] = any(self.program.ask(file, matches, pattern) for file in files)
            else:
                self._assigned[member] = member.encode() in self._assigned_members
        return self._assigned[member]

    @cached_property
    def _assigned_members(self) -> frozenset[bytes]:
        assigned = (self.program.ask(file, every, _ASSIGNED) for file in self.files)
        return frozenset(name for names in assigned for name in names)

    def files_holding(self, name: str) -> tuple[str, ...]:
        """The files, without ignored ones, whose text holds a name."""
        if name not in self._holding:
            self._holding[name] = tuple(self.program.holding(name, self.files))
        return self._holding[name]

    def graph(self, file: str, unit: int) -> Graph:
        """The graph of a unit."""
        key = (file, unit)
        found = self._graphs.get(key)
        if found is None:
            facts = self.program.facts(file)
            replaced = self._replaced(file, facts, unit)
            name = f"graph {sorted(replaced.items())} {self._above(file, facts, unit)}"
            found = self.kept(name, file, unit, lambda: self._built(file, facts, unit, replaced))
            self._graphs[key] = found
            self.accessors |= found.accessors
            self.member_code.update(name for kind, name in found.accessors if kind != "set")
        return found

    def _replaced(self, file: str, facts: FileFacts | None, unit: int) -> dict[int, Kind]:
        """Where the decorators of a class's methods stand, each with what it does with its method."""
        outline = facts.outline() if facts is not None and not file.endswith(".py") else None
        if facts is None or outline is None or outline.units[unit].kind != "class":
            return {}
        classes = (one.value for one in facts.body(unit) if isinstance(one, code.Declare))
        members = (each for one in classes if isinstance(one, code.Class) for each in one.members)
        decorators = [one for each in members if isinstance(each, code.Function) for one in each.decorators]
        found = {one.at: self._replacing.of(file, one) for one in decorators}
        return {at: kind for at, kind in found.items() if kind != "keeps"}

    def _above(self, file: str, facts: FileFacts | None, unit: int) -> list[Above]:
        """What the class of a unit of Python has of the records that it extends."""
        outline = facts.outline() if facts is not None and file.endswith(".py") else None
        if facts is None or outline is None or outline.units[unit].kind != "class":
            return []
        shapes = (one.value for one in facts.body(unit) if isinstance(one, code.Declare))
        found = (self._inherited(file, one) for one in shapes if isinstance(one, code.Class))
        return [one for one in found if one is not None]

    def _inherited(self, file: str, one: code.Class) -> Above | None:
        key = (file, one.at)
        if key not in self._inheriting:
            self._inheriting[key] = above(self.program, file, one)
        return self._inheriting[key]

    def _built(self, file: str, facts: FileFacts | None, unit: int, replaced: dict[int, Kind]) -> Graph:
        if facts is None:
            return build(file, ())
        body = facts.body(unit)
        if not file.endswith(".py"):
            return build(file, body, replaced=replaced)
        imports = facts.outline().imports
        return build(
            file,
            seen_through(imports, under_own_names(imports, body)),
            lambda name: is_declared(self.program, file, name),
            inherits=lambda one: self._inherited(file, one),
        )

    def kept(self, name: str, file: str, unit: int, make: Callable[[], T]) -> T:
        """What is made of a graph and never changed afterwards: where graphs are shared, earlier revisions made it."""
        facts = self.program.facts(file) if self._shared else None
        return facts.shared(name, unit, make) if facts is not None else make()

    def let_go(self) -> None:
        """Nothing more is to be asked of graphs: what comes now can stand where they were."""
        self._graphs.clear()
        self.structures.let_go()

    def give_back(self) -> None:
        """Leave the graphs as they were made, for later revisions."""
        for graph in self._graphs.values():
            graph.forget_accessed()

    def outermost(self, function: FunctionId) -> FunctionId:
        """The function that a function was written in, up to what no other one surrounds."""
        graph = self.graph(function.file, function.unit)
        number = function.number
        while number > 0 and graph.functions[number].parent > 0:
            number = graph.functions[number].parent
        return replace(function, number=number)

    def unit_at(self, file: str, offset: int) -> int:
        """The unit that holds a byte offset, -1 when none does."""
        facts = self.program.facts(file)
        if facts is None:
            return -1
        units = facts.outline().units
        if file not in self._starts:
            self._starts[file] = [unit.start for unit in units]
        found = bisect_right(self._starts[file], offset) - 1
        if found >= 0 and offset < units[found].end:
            return found
        decorated = found + 1 < len(units) and units[found + 1].kind == "class"  # decorators stand before `export`
        return found + 1 if decorated else -1

    def named(self, file: str, offset: int) -> Spot | None:
        """The node of the name or member whose last name stands at an offset."""
        unit = self.unit_at(file, offset)
        node = self.graph(file, unit).named.get(offset) if unit >= 0 else None
        return Spot(file, unit, node) if node is not None else None

    def members(self, file: str, name: str) -> list[Spot]:
        """The nodes at which a member of that name is read in a file."""
        facts = self.program.facts(file)
        if facts is None:
            return []
        if not file.endswith(".py"):
            spots = [self.named(file, one.at) for one in facts.occurrences(name) if one.role == "member"]
            return [spot for spot in spots if spot is not None]
        return [
            Spot(file, unit, node)
            for unit in self.holding(file, name)
            for node in self.graph(file, unit).loads.get(name, ())
        ]

    def reads(self, file: str, name: str) -> list[int]:
        """The offsets at which a name of the module is read in a file."""
        found: list[int] = []
        for unit in self.holding(file, name):
            graph = self.graph(file, unit)
            for place, nodes in graph.reads.items():
                if place.kind == "name" and place.name == name and place.owner == 0:
                    found.extend(graph.at[node] for node in nodes)
        return sorted(set(found))

    def assigned(self, file: str, name: str, at: int) -> list[Spot]:
        """The nodes that other statements assign to the name of the module that is declared at an offset."""
        if self.program.ask(file, matches, _CONSTANT, max(0, at - 12), at):
            return []
        if file.endswith(".py") and not self.program.ask(file, holds, b"global "):
            return []
        found = self.program.ask(file, assignments, name.encode())
        units = {self.unit_at(file, one) for one in found} - {self.unit_at(file, at), -1}
        place = Place("name", name, -1)
        return [Spot(file, unit, node) for unit in sorted(units) for node in self.graph(file, unit).kept.get(place, ())]

    def holding(self, file: str, name: str) -> list[int]:
        """The units whose text holds a name."""
        return self._around(file, self.program.ask(file, offsets, name.encode()), len(name.encode()))

    def keyed(self, file: str, name: str) -> list[int]:
        """The units in which a member of that name may be declared; a file that only reads it is not parsed."""
        found = self.program.ask(file, keyed, name.encode())
        return self._around(file, found, len(name.encode())) if found else []

    def _around(self, file: str, found: tuple[int, ...], size: int) -> list[int]:
        """The units around texts of a size."""
        facts = self.program.facts(file)
        units = facts.outline().units if facts is not None else ()
        return [
            number
            for number, unit in enumerate(units)
            if (at := bisect_left(found, unit.start)) < len(found) and found[at] + size <= unit.end
        ]

    def class_unit(self, file: str, class_at: int) -> int:
        """The unit in which a class stands."""
        return self.unit_at(file, class_at)
