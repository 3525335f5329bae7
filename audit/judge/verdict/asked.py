"""The facts of a run: questions of verdicts, answered by the engine that found the paths."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.judge.verdict.facts import Reading, Row, Source, Written
from audit.judge.verdict.tied import Tied
from audit.model import Condition, Evidence

if TYPE_CHECKING:
    from collections.abc import Container

    from audit.flow.tables.model import Reader
    from audit.judge.verdict.pathless import Pathless
    from audit.judge.verdict.steps import Steps
    from audit.model import Access, Path, Step
    from audit.rulebook import Rules
    from audit.trace import Traced


class Asked:
    """Each question is answered once; `Facts` says what each means."""

    def __init__(self, traced: Traced, rules: Rules, pathless: Pathless, steps: Steps) -> None:
        self._traced, self._rules, self._engine = traced, rules, traced.engine
        self._rows, self._writing = pathless.rows, pathless.writing
        self._steps, self._reads = steps, pathless.reads
        self._tied = Tied(traced.engine, rules, pathless.leaves, pathless.reads)
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._shown: dict[str, dict[str, tuple[Path, ...]]] = {}

    def rows(self, access: Access, path: Path | None = None) -> tuple[Row, ...]:
        return self._rows.of(access, path)

    def runs(self, access: Access, path: Path) -> bool:
        return self._rows.runs(access, path)

    def sources(self, column: str) -> tuple[Source, ...]:
        return self._writing.sources(column)

    def writers(self, column: str) -> tuple[Written, ...]:
        return self._writing.writers(column)

    def is_empty(self, column: str) -> bool:
        return self._writing.is_empty(column)

    def is_table(self, name: str) -> bool:
        return self._engine.queries.tables.named(name) is not None

    def shown(self, table: str, only: Container[str] | None) -> dict[str, tuple[Path, ...]]:
        known = self._shown.setdefault(table, {})
        names = [name for name in self._columns(table) if only is None or name in only]
        missing = frozenset(name for name in names if name not in known)
        known.update(self._traced.columns(table, missing) if missing else {})
        return {name: known[name] for name in names}

    def readings(self, table: str, only: Container[str] | None) -> tuple[Reading, ...]:
        names = [name for name in self._columns(table) if only is None or name in only]
        return tuple(one for name in names for one in self._readings_of(table, name))

    def _columns(self, table: str) -> list[str]:
        known = self._engine.queries.tables.named(table)
        return [name for _, name in known.columns] if known is not None else []

    def _readings_of(self, table: str, name: str) -> tuple[Reading, ...]:
        column = f"{table}.{name}"
        if column not in self._readings:
            self._readings[column] = tuple(
                self._reading(name, reader)
                for reader in self._engine.queries.readers(table, name)
                if self._rules.scope.of(reader.file) == "production"
            )
        return self._readings[column]

    def _reading(self, column: str, reader: Reader) -> Reading:
        code = self._engine.code
        graph = code.graph(reader.file, reader.unit)
        site = graph.calls[reader.call]
        at = reader.read.at if reader.read.at >= 0 else graph.at[site.callee]
        place = Evidence(reader.file, code.program.position(reader.file, at).line, "")
        routes = self._engine.routes.reaching(FunctionId(reader.file, reader.unit, site.function))
        return Reading(column, place, tuple(dict.fromkeys(one.text for one in routes)))

    def variables(self, access: Access, path: Path) -> tuple[Condition, ...]:
        found = self._rows.needs(access, path).union(*set(map(self._steps.needed, path.steps)))
        # Without the service's address nothing is reached at all.
        return tuple(Condition("env", name) for name in sorted(found.difference(self._rules.variables)))

    def ties(self, path: Path) -> tuple[Evidence, ...]:
        found: dict[Evidence, None] = {}
        for step, after in zip_longest(path.steps, path.steps[1:]):
            spot = self._steps.spot(step)
            ties = self._tied.at(spot) if spot is not None else ()
            one = next((one for one in ties if _is_between(one, step, after)), None)
            if one is not None:
                found[one] = None
        return tuple(found)

    def near(self, path: Path) -> Evidence | None:
        functions: dict[FunctionId, None] = {}
        for step in path.steps:
            spot = self._steps.spot(step)
            if spot is not None:
                graph = self._engine.code.graph(spot.file, spot.unit)
                functions[FunctionId(spot.file, spot.unit, graph.function[spot.node])] = None
        return next(filter(None, (self._reads.in_function(one) for one in functions)), None)

    def setters(self) -> tuple[Evidence, ...]:
        return self._writing.setters()


def _is_between(tie: Evidence, step: Step, after: Step | None) -> bool:
    """Is a tie on the way from a step to the next one, and not where another way leads from there?"""
    if after is None or after.file != step.file:
        return True
    return min(step.line, after.line) <= tie.line <= max(step.line, after.line)
