"""Flows that no edge of the code shows, as the rules declare them: from a table or column to a function's parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code
    from audit.rulebook import Bridge

Path = tuple[str, ...]


class Bridges:
    """The declared bridges, from their near ends."""

    def __init__(self, code: Code, declared: tuple[Bridge, ...]) -> None:
        self._code, self._declared = code, declared

    def starts(self, table: str, name: str) -> Iterator[tuple[Spot, Path]]:
        """Where what is stored in a column arrives: nodes, and the part of the value there that it is."""
        for bridge in self._declared:
            source, target = bridge.source, bridge.target
            row = (name,) if source.table == table else ()
            if not row and source.column != f"{table}.{name}":
                continue
            spot = self._parameter(target.function or "", target.parameter or 0)
            if spot is not None:
                yield spot, (*filter(None, target.path.split(".")), *row)

    def columns(self, table: str, name: str) -> Iterator[tuple[str, str]]:
        """The columns that a column is copied to."""
        for bridge in self._declared:
            target = bridge.target
            if bridge.source.table == table and target.table:
                yield target.table, name
            elif bridge.source.column == f"{table}.{name}" and target.column:
                there, _, copied = target.column.rpartition(".")
                yield there, copied

    def _parameter(self, function: str, position: int) -> Spot | None:
        """The node of a parameter of `path#name`; None where the tree has no such function."""
        file, _, name = function.partition("#")
        facts = self._code.program.facts(file) if name else None
        for unit, one in enumerate(facts.outline().units if facts is not None else ()):
            if name.partition(".")[0] not in one.name.split(","):
                continue
            for shape in self._code.graph(file, unit).functions:
                if shape.name == name.rpartition(".")[2] and position < len(shape.parameters):
                    return Spot(file, unit, shape.parameters[position])
        return None
