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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import ClassValue, Values

_DEEPEST = 3
"""Objects inside of each other."""


class Assigned:
    """Where values are written, by object and member; each is looked for once."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code
        self._known: dict[tuple[Spot, str], tuple[Spot, ...]] = {}
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
            files = self._origins.callers.assigning(made.file, key) if key.isidentifier() else frozenset()
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

    def _uses(self, made: Spot, files: frozenset[str], depth: int) -> Iterator[Spot]:
        """The nodes at which an object is read in these files: by its name, or as a member of one that holds it."""
        for use in self._origins.callers.uses(made, files):
            yield use
            here = depth < _DEEPEST and (use.file, use.unit) == (made.file, made.unit)
            for edge in self._code.graph(made.file, made.unit).out[use.node] if here else ():
                if edge.op in (Op.STORE, Op.WRITE) and edge.key.isidentifier():
                    for holder in self._holders(replace(made, node=edge.to)):
                        yield from self._members(holder, edge.key, files, depth + 1)

    def _holders(self, spot: Spot) -> Iterator[Spot]:
        """Where the object is made that a value is put into."""
        return (one.spot for one in self._origins.of(spot) if isinstance(one, ObjectValue))

    def _members(self, holder: Spot, key: str, files: frozenset[str], depth: int) -> Iterator[Spot]:
        """The nodes at which a member of an object is read."""
        for use in self._uses(holder, files, depth):
            loads = (one for one in self._code.graph(use.file, use.unit).out[use.node] if one.op is Op.LOAD)
            yield from (replace(use, node=one.to) for one in loads if one.key == key)
