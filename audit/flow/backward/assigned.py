"""Members that are written into an object, or a class, after it was made: `services.mailer = createTransport()`.

Read off the places where the object's name is used; what a parameter of a function may be is not among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.heap import aliases
from audit.flow.backward.values import ObjectValue
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.link.names import Declared
from audit.link.questions.declaring import gives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins, Values
    from audit.flow.backward.values import ClassValue

_DEEPEST = 3
"""Objects inside of each other."""


class Assigned:
    """Where values are written, by object and member; each is looked for once."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._known: dict[tuple[Spot, str], tuple[Spot, ...]] = {}
        self._writing: dict[tuple[str, str], frozenset[str]] = {}
        self._uses_of: dict[tuple[Spot, frozenset[str]], dict[tuple[str, int], set[int]]] = {}
        self._writes: dict[tuple[str, int], dict[str, list[tuple[int, list[int]]]]] = {}

    def member(self, made: Spot, key: str) -> Values:
        """What a member of what is made at a node may be, by what is written into it."""
        return tuple(dict.fromkeys(value for spot in self._at(made, key) for value in self._origins.of(spot)))

    def of_class(self, one: ClassValue, key: str) -> Values:
        """What a static member of a class may be."""
        unit = self._code.class_unit(one.file, one.at)
        nodes = self._code.graph(one.file, unit).class_nodes if unit >= 0 else {}
        made = (Spot(one.file, unit, node) for node, at in nodes.items() if at == one.at)
        return tuple(value for spot in made for value in self.member(spot, key))

    def _at(self, made: Spot, key: str) -> tuple[Spot, ...]:
        """The nodes whose values are written into a member of what is made at a node."""
        asked = (made, key)
        if asked not in self._known:
            self._known[asked] = ()
            files = self._files(made.file, key) if key.isidentifier() else frozenset()
            self._known[asked] = tuple(dict.fromkeys(self._find(made, key, files))) if files else ()
        return self._known[asked]

    def _find(self, made: Spot, key: str, files: frozenset[str]) -> Iterator[Spot]:
        for (file, unit), nodes in self._read(made, files).items():
            writes = self._written(file, unit).get(key, ())
            held = aliases(self._code.graph(file, unit), nodes) if writes else set()
            for holder, values in writes:
                if holder in held:
                    yield from (Spot(file, unit, value) for value in values)

    def _read(self, made: Spot, files: frozenset[str]) -> dict[tuple[str, int], set[int]]:
        """The nodes at which an object is read, by the statement that they stand in."""
        asked = (made, files)
        if asked not in self._uses_of:
            found = self._uses_of[asked] = {}
            for use in self._uses(made, files, 0):
                found.setdefault((use.file, use.unit), set()).add(use.node)
        return self._uses_of[asked]

    def _written(self, file: str, unit: int) -> dict[str, list[tuple[int, list[int]]]]:
        """What a statement writes into objects, by the member: the objects' nodes and the values'."""
        if (file, unit) not in self._writes:
            found = self._writes[file, unit] = {}
            for (holder, name), values in self._code.graph(file, unit).written.items():
                found.setdefault(name, []).append((holder, values))
        return self._writes[file, unit]

    def _files(self, file: str, key: str) -> frozenset[str]:
        """The files, of a module and of those that import it, in which a member of that name is assigned to."""
        if (file, key) not in self._writing:
            program = self._code.program
            near = [one for one in self._origins.callers.importing(file) if not self._code.ignored(one)]
            files = program.holding(key, (file, *near))
            self._writing[file, key] = frozenset(one for one in files if program.ask(one, gives, key.encode()))
        return self._writing[file, key]

    def _uses(self, made: Spot, files: frozenset[str], depth: int) -> Iterator[Spot]:
        """The nodes at which an object is read in these files: by its name, or as a member of one that holds it."""
        graph = self._code.graph(made.file, made.unit)
        stack, seen = [made.node], {made.node}
        while stack:
            node = stack.pop()
            yield replace(made, node=node)
            for edge in graph.out[node]:
                near = [edge.to] if edge.op is Op.COPY else []
                if edge.op is Op.KEEP:
                    place = graph.places[edge.to]
                    near.extend(graph.reads.get(place, ()))
                    if place.kind == "name" and place.owner == 0 and place.at >= 0:
                        yield from self._named(Declared(made.file, place.name, place.at), files)
                elif edge.op in (Op.STORE, Op.WRITE) and edge.key.isidentifier() and depth < _DEEPEST:
                    for holder in self._holders(replace(made, node=edge.to)):
                        yield from self._members(holder, edge.key, files, depth + 1)
                stack.extend(one for one in near if one not in seen)
                seen.update(near)

    def _holders(self, spot: Spot) -> Iterator[Spot]:
        """Where the object is made that a value is put into."""
        return (one.spot for one in self._origins.of(spot) if isinstance(one, ObjectValue))

    def _members(self, holder: Spot, key: str, files: frozenset[str], depth: int) -> Iterator[Spot]:
        """The nodes at which a member of an object is read."""
        for use in self._uses(holder, files, depth):
            loads = (one for one in self._code.graph(use.file, use.unit).out[use.node] if one.op is Op.LOAD)
            yield from (replace(use, node=one.to) for one in loads if one.key == key)

    def _named(self, declared: Declared, files: frozenset[str]) -> Iterator[Spot]:
        for use in self._origins.names.references(declared):
            spot = self._code.named(use.file, use.at) if use.file in files else None
            if spot is not None:
                yield from self._origins.callers.along(spot, use.path)
