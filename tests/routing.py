"""A project whose routes are asked for: what each line of it answers to requests."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from audit.extract.reading import Reader
from audit.flow.backward.origins import Origins
from audit.flow.code import Code, FunctionId, Spot
from audit.flow.routes import Routes
from audit.link.names import Names
from audit.link.program import Program
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.source import WorkTree
from audit.store import NullStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    from audit.flow.graph import Graph
    from audit.flow.routes import Route

ANSWERS = frozenset(("json", "send", "end", "write", "sendStatus"))
VOCABULARY = VocabularyIndex(load_vocabulary(), "javascript")
RESPONSES = frozenset(kind for row in VOCABULARY.sinks.rows if row.kind == "http" for kind in row.on)
"""The types of objects that answer requests."""


class Project:
    """The files under `root`, and their routes; to be used as a context."""

    def __init__(self, root: Path) -> None:
        self._tree = WorkTree(str(root))
        self.program = Program(self._tree, Reader(NullStore()))
        self.code = Code(self.program)
        origins = Origins(self.code, Names(self.program), VOCABULARY)
        self.routes = Routes(origins, lambda file: ".test." in file)

    def __enter__(self) -> Self:
        self._tree.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._tree.__exit__(*error)

    def functions(self, file: str) -> Iterator[tuple[FunctionId, str]]:
        """Every function of a file, with its name."""
        for unit, graph in self._graphs(file):
            for number, function in enumerate(graph.functions[1:], 1):
                yield FunctionId(file, unit, number), function.name

    def function(self, file: str, name: str) -> FunctionId:
        """The function of that name."""
        return next(found for found, own in self.functions(file) if own == name)

    def texts(self, file: str, name: str) -> list[str]:
        """The routes of a function."""
        return [route.text for route in self.routes.of(self.function(file, name))]

    def renders(self, function: FunctionId) -> str | None:
        """The kind of sink that a function's return value is, where the framework renders that."""
        return next((row.renders for row in self.routes.handlers.rows(function) if row.renders is not None), None)

    def answers(self, file: str) -> dict[tuple[str, int], set[str]]:
        """By line, the sinks there: methods of response objects, and returned values that are rendered."""
        found: dict[tuple[str, int], set[str]] = defaultdict(set)
        for unit, graph in self._graphs(file):
            for at, kind, routes in (*self._responses(file, unit, graph), *self._returns(file, unit, graph)):
                line = self.program.position(file, at).line
                found[file, line].update(f"{kind} {route.text}" for route in routes)
        return found

    def _responses(self, file: str, unit: int, graph: Graph) -> Iterator[tuple[int, str, tuple[Route, ...]]]:
        for site in graph.calls:
            spot = Spot(file, unit, site.receiver)
            if (
                site.receiver >= 0
                and site.method in ANSWERS
                and RESPONSES.intersection(self.routes.handlers.types(spot))
            ):
                yield graph.at[site.callee], "http", self.routes.at(spot)

    def _returns(self, file: str, unit: int, graph: Graph) -> Iterator[tuple[int, str, tuple[Route, ...]]]:
        for number, nodes in graph.returned.items():
            function = FunctionId(file, unit, number)
            kind = self.renders(function) if number > 0 else None
            for node in nodes if kind is not None else ():
                yield graph.at[node], kind or "", self.routes.of(function)

    def _graphs(self, file: str) -> Iterator[tuple[int, Graph]]:
        facts = self.program.facts(file)
        for unit in range(len(facts.outline().units) if facts is not None else 0):
            yield unit, self.code.graph(file, unit)
