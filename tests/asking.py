"""A project whose queries are asked for: what each line of it reads and writes."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.extract.reading import Reader as FileReader
from audit.flow.backward.origins import Origins
from audit.flow.code import Code, Spot
from audit.flow.tables import Queries
from audit.link.names import Names
from audit.link.program import Program
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.source import WorkTree
from audit.store import NullStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    from audit.extract.sql import Column, Predicate
    from audit.flow.tables import ColumnRead, ColumnWrite

VOCABULARY = VocabularyIndex(load_vocabulary(), "javascript")


class Project:
    """The files under `root`, and their queries; to be used as a context."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._tree = WorkTree(str(root))
        self.program = Program(self._tree, FileReader(NullStore()))
        self.code = Code(self.program)
        self.queries = Queries(Origins(self.code, Names(self.program), VOCABULARY))

    def __enter__(self) -> Self:
        self._tree.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._tree.__exit__(*error)

    def writes(self, file: str = "main.ts") -> dict[int, list[ColumnWrite]]:
        """What each line of a file writes."""
        found: dict[int, list[ColumnWrite]] = defaultdict(list)
        for unit, call in self._calls(file):
            for one in self.queries.writes(file, unit, call):
                found[self.program.position(file, one.at).line].append(one)
        return found

    def reads(self, file: str = "main.ts") -> dict[int, dict[str, str]]:
        """Where in the result of the longest chain on each line a column is: dotted path to column."""
        found: dict[int, list[ColumnRead]] = {}
        for unit, call in self._calls(file):
            reads = self.queries.reads(file, unit, call)
            if reads:
                found[self.program.position(file, self.code.graph(file, unit).calls[call].at).line] = list(reads)
        return {line: {".".join(one.path): ".".join(one.column) for one in reads} for line, reads in found.items()}

    def filters(self, file: str = "main.ts") -> list[Predicate]:
        """The conditions of the last call of a file that has any."""
        said = [self.queries.filters(file, unit, call) for unit, call in self._calls(file)]
        return list(next(filter(None, reversed(said)), ()))

    def leaves_out(self, flag: Column, tied: set[Column], file: str = "main.ts") -> bool:
        """Does the last and outermost query of a file leave out the rows with this flag?"""
        found: list[tuple[int, int, int, int]] = []
        for unit, call in self._calls(file):
            site = self.code.graph(file, unit).calls[call]
            chain = self.queries.chains.of(Spot(file, unit, site.result))
            if chain is not None and isinstance(site.expression, lowered.Call):
                found.append((site.expression.end, len(chain.steps), unit, call))
        _, _, unit, call = max(found)
        links = {frozenset(pair) for pair in product(tied, tied)}
        return (
            self.queries.left_out(file, unit, call, frozenset((flag,)), lambda *pair: frozenset(pair) in links)
            is not None
        )

    def readers(self, column: str) -> list[str]:
        """Who reads a column: file, line and path."""
        table, _, name = column.partition(".")
        return [
            f"{one.file}:{self._line(one.file, one.read.at)} {'.'.join(one.read.path)}"
            for one in self.queries.readers(table, name)
        ]

    def writers(self, column: str) -> list[str]:
        """Who writes a column: file, line, and the constant where it is one."""
        table, _, name = column.partition(".")
        return [
            f"{one.file}:{self._line(one.file, one.write.at)} {one.write.literal or '.'.join(one.write.path)}"
            for one in self.queries.writers(table, name)
        ]

    def _line(self, file: str, at: int) -> int:
        return self.program.position(file, at).line

    def _calls(self, file: str) -> Iterator[tuple[int, int]]:
        facts = self.program.facts(file)
        for unit in range(len(facts.outline().units) if facts is not None else 0):
            for call in range(len(self.code.graph(file, unit).calls)):
                yield unit, call
