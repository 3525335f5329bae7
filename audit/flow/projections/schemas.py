"""What comes through a schema that code puts together: `z.object({ title: z.string() })` leaves out all other members.

Vocabulary says how a call makes one schema of others (`members`, `items`, `same`, `only`, `but`); what it does not
know lets everything through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue, Func, Instance
from audit.flow.graph import Op
from audit.flow.outside.matching import fits
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.projections.model import ALL, NOTHING, Part, Projection, either, together, told_parts, turned
from audit.flow.projections.models import Models
from audit.flow.tables.objects import Objects
from audit.flow.tables.trace import Trace
from audit.rulebook import load_vocabulary, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import Spot
    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite
    from audit.rulebook import LibraryRow

_DEEPEST = 24
_OPEN = frozenset(("", "[*]", "additionalProperties", "patternProperties", "$ref", "oneOf", "anyOf", "allOf", "if"))
"""Words of JSON Schema with which more than what is named may come through, or what is not written there."""


class Schemas:
    """Projections of the schemas of one program."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._rows = origins, origins.vocabulary.library
        self.models = Models(origins, load_vocabulary())
        self._trace = Trace(origins)
        self._objects = Objects(self._trace)
        self._known: dict[Spot, Projection] = {}

    def of(self, spot: Spot, depth: int = 0) -> Projection:
        """What comes through the schema at a node."""
        return either(self._made(one, depth) for one in self._trace.made(spot))

    def parts(self, spot: Spot) -> list[Part] | None:
        """The parts that come through the schema at a node; None where all do."""
        return told_parts(self.of(spot))

    def inside(self, spot: Spot, path: Path) -> Projection | None:
        """What comes through the schema at a part of an object; None where nothing stands there, or it may not."""
        found = [spot]
        for key in path:
            found = [each for one in found for each in self._objects.member(one, key.strip("[]"))]
        return either(self.of(one) for one in found) if found else None

    def _made(self, spot: Spot, depth: int) -> Projection:
        if spot not in self._known:
            self._known[spot] = ALL  # a schema inside of itself
            self._known[spot] = self._find(spot, depth)
        return self._known[spot]

    def _find(self, spot: Spot, depth: int) -> Projection:
        site = self._trace.site(spot)
        if depth > _DEEPEST or (site is not None and any(site.spread)):
            return ALL
        if site is None:
            classes = [one for one in self._origins.of(spot) if isinstance(one, ClassValue)]
            return either(map(self.models.of_class, classes)) if classes else self._described(spot, depth + 1)
        callees = self._trace.callees(spot)
        if callees and all(isinstance(one, ClassValue) for one in callees):
            return self._shown(callees)
        rows = [row for callee in callees for row in section_rows(self._rows, callee) if fits(row, site)]
        return either(self._of_row(spot, site, row, depth + 1) for row in dict.fromkeys(rows))

    def of_object(self, spot: Spot) -> Projection:
        """What an object that is of one of Python's models shows of itself; all of any other value."""
        values = self._origins.of(spot)
        classes = [ClassValue(one.file, one.at) for one in values if isinstance(one, Instance)]
        return self._shown(classes) if values and len(classes) == len(values) else ALL

    def _shown(self, classes: Iterable[Value]) -> Projection:
        return either(self.models.of_class(one, shown=True) for one in classes if isinstance(one, ClassValue))

    def _described(self, spot: Spot, depth: int) -> Projection:
        """What a JSON Schema lets through, written as an object (fast-json-stringify leaves out other properties), or a
        list of names: the members with these, of each element where a list is given.
        """
        if isinstance(self._trace.source(spot), code.Array):
            names = self._names(spot)
            members = Projection({name: ALL for name in names if name is not None})
            return ALL if None in names or not names else replace(members, items=members)
        known = dict(self._objects.entries(spot))
        if not known.keys().isdisjoint(_OPEN):
            return ALL
        if "properties" in known:
            return self._members(known["properties"], depth)
        return Projection({}, self.of(known["items"], depth)) if "items" in known else ALL

    def _of_row(self, spot: Spot, site: CallSite, row: LibraryRow, depth: int) -> Projection:
        parts = [self.of(one, depth) for one in self._at(spot, site, row.same)]
        parts.extend(self._members(one, depth) for one in self._at(spot, site, row.members))
        parts.extend(Projection({}, self.of(one, depth)) for one in self._at(spot, site, row.items))
        whole = turned(together(parts), [self._turning(one, depth) for one in self._at(spot, site, row.turns)])
        if whole.members is None or (row.only is None and row.but is None):
            return whole
        named = [name for one in self._at(spot, site, row.only or row.but) for name in self._names(one)]
        if not named or None in named:
            return whole
        kept = {name: one for name, one in whole.members.items() if (name in named) == (row.only is not None)}
        return replace(whole, members=kept)

    def _turning(self, spot: Spot, depth: int) -> Projection:
        """What a function, or a schema that has one, makes of what it is given: nothing of it, or nobody knows."""
        if self._trace.site(spot) is not None and not any(isinstance(one, Func) for one in self._origins.of(spot)):
            return self.of(spot, depth)
        made = self._origins.of(spot)
        blind = bool(made) and all(isinstance(one, Func) and self._is_blind(one) for one in made)
        return NOTHING if blind else Projection(sure=False)

    def _is_blind(self, one: Func) -> bool:
        """Does a function not look at what it is given?"""
        graph = self._origins.code.graph(one.id.file, one.id.unit)
        stack = list(graph.functions[one.id.number].parameters)
        while stack:
            for edge in graph.out[stack.pop()]:
                if edge.op is not Op.COPY or not isinstance(graph.source[edge.to], code.Name):
                    return False
                stack.append(edge.to)
        return True

    def _at(self, spot: Spot, site: CallSite, places: str | None) -> Iterator[Spot]:
        """The nodes at the places of a row."""
        for place in places_of(places) if places is not None else ():
            for node, _ in placed(site, place):
                yield replace(spot, node=node)

    def _members(self, spot: Spot, depth: int) -> Projection:
        """What an object of schemas lets through: each of its members, as the schema there does."""
        found: list[Projection] = []
        for one in self._trace.made(spot):
            entries = self._objects.entries(one)
            if any(name in ("", "[*]") for name, _ in entries) or not isinstance(self._trace.source(one), code.Object):
                return ALL
            found.append(Projection({name: self.of(value, depth) for name, value in entries}))
        return either(found)

    def _names(self, spot: Spot) -> list[str | None]:
        """The names at a node: the keys of an object, or the texts of a list; None for one that is not known."""
        found: list[str | None] = []
        for one in self._trace.made(spot):
            source = self._trace.source(one)
            listed = source.items if isinstance(source, code.Array) else ()
            found.extend(str(item.value) if isinstance(item, code.Literal) else None for item in listed)
            found.extend(name if name not in ("", "[*]") else None for name, _ in self._objects.entries(one))
        return found
