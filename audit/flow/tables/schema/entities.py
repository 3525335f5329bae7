"""Tables that classes stand for: decorated entities, and models that are given their columns by `init`."""

from __future__ import annotations

import re

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.flow.tables.model import Table
from audit.flow.tables.trace import Trace
from audit.link.names import Declared, External

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
            if self._step(file, decorator) == "declare":
                columns = [pair for member in one.members for pair in self._column(file, member)]
                return Table(_named(decorator) or one.name.lower(), tuple(columns), at=spot)
        return None

    def _column(self, file: str, member: lowered.Function | lowered.Field) -> list[tuple[str, str]]:
        for decorator in member.decorators:
            if self._step(file, decorator) == "column":
                return [(member.name, _named(decorator) or member.name)]
        return []

    def _step(self, file: str, decorator: lowered.Expr) -> str:
        """The step of a query that a decorator is, by what its name means."""
        callee = decorator.callee if isinstance(decorator, lowered.Call) else decorator
        if not isinstance(callee, lowered.Name):
            return ""
        meaning = self._trace.origins.names.meaning(file, callee.name)
        if not isinstance(meaning, External):
            return ""
        rows = self._trace.origins.vocabulary.queries.exported(meaning.module, meaning.path)
        return next((row.step for row in rows if row.decorator), "")


def _named(decorator: lowered.Expr) -> str:
    """`@Entity("items")`, `@Entity({ name: "items" })`, `@Column("text", { name: "title" })`."""
    arguments = decorator.args if isinstance(decorator, lowered.Call) else ()
    for argument in arguments:
        if isinstance(argument, lowered.Object):
            for one in argument.properties:
                if one.key in ("name", "tableName") and isinstance(one.value, lowered.Literal):
                    return str(one.value.value)
    first = arguments[0] if arguments else None
    callee = decorator.callee if isinstance(decorator, lowered.Call) else None
    entity = isinstance(callee, lowered.Name) and "Entity" in callee.name
    return str(first.value) if entity and isinstance(first, lowered.Literal) else ""
