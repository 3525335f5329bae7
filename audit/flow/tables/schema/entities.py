"""Tables that classes stand for: decorated entities, and models that are given their columns by `init`."""

from __future__ import annotations

import re

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.flow.tables.model import Table
from audit.flow.tables.trace import Trace
from audit.link.names import Declared, External
from audit.rulebook import QueryRow, places_of

_OF = re.compile(r"^[\w.]*?(?:Repository|Model)<\s*(?:typeof\s+)?(\w+)")


class Entities:
    """Entities of decorators, read from the code as it is written."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._known: dict[tuple[str, int], Table | None] = {}

    def of_class(self, file: str, at: int) -> Table | None:
        """The table of a class, by its start."""
        key = (file, at)
        if key not in self._known:
            self._known[key] = None
            self._known[key] = self._find(file, at)
        return self._known[key]

    def of_annotation(self, spot: Spot) -> Table | None:
        """The entity that a repository's annotation names."""
        for file, written in self._trace.origins.written.of(spot):
            named = _OF.match(written)
            meaning = self._trace.origins.names.meaning(file, named[1]) if named is not None else None
            if isinstance(meaning, Declared):
                return self._of_name(meaning)
        return None

    def _of_name(self, meaning: Declared) -> Table | None:
        unit = self._trace.code.unit_at(meaning.file, meaning.at)
        if unit < 0:
            return None
        graph = self._trace.code.graph(meaning.file, unit)
        for node in graph.kept.get(Place("name", meaning.name, meaning.at), ()):
            for one in self._trace.made(Spot(meaning.file, unit, node)):
                there = self._trace.code.graph(one.file, one.unit)
                if one.node in there.class_nodes:
                    return self.of_class(one.file, there.class_nodes[one.node])
        return None

    def _find(self, file: str, at: int) -> Table | None:
        unit = self._trace.code.class_unit(file, at)
        if unit < 0:
            return None
        graph = self._trace.code.graph(file, unit)
        one = graph.classes[at]
        node = next((node for node, start in graph.class_nodes.items() if start == at), None)
        spot = Spot(file, unit, node) if node is not None else None
        for decorator in one.decorators:
            row = self._row(file, decorator)
            if row is not None and row.step == "declare":
                columns = [pair for member in one.members for pair in self._column(file, member)]
                return Table(_named(decorator, row.table) or one.name.lower(), tuple(columns), at=spot)
        return None

    def _column(self, file: str, member: lowered.Function | lowered.Field) -> list[tuple[str, str]]:
        for decorator in member.decorators:
            row = self._row(file, decorator)
            if row is not None and row.step == "column":
                return [(member.name, _named(decorator, row.columns) or member.name)]
        return []

    def _row(self, file: str, decorator: lowered.Expr) -> QueryRow | None:
        """What vocabulary says of a decorator, by what its name means."""
        callee = decorator.callee if isinstance(decorator, lowered.Call) else decorator
        if not isinstance(callee, lowered.Name):
            return None
        meaning = self._trace.origins.names.meaning(file, callee.name)
        if not isinstance(meaning, External):
            return None
        rows = self._trace.origins.vocabulary.queries.exported(meaning.module, meaning.path)
        return next((row for row in rows if row.decorator), None)


def _named(decorator: lowered.Expr, places: str | None) -> str:
    """`@Entity("items")`, `@Entity({ name: "items" })`, `@Column("text", { name: "title" })`: by what the row says."""
    arguments = decorator.args if isinstance(decorator, lowered.Call) else ()
    for place in places_of(places) if places else ():
        held = arguments[place.number] if place.number is not None and place.number < len(arguments) else None
        for step in place.path:
            properties = held.properties if isinstance(held, lowered.Object) else ()
            held = next((one.value for one in properties if one.key == step), None)
        if isinstance(held, lowered.Literal) and held.value is not None:
            return str(held.value)
    return ""
