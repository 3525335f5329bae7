"""The facts of a run: questions of verdicts, answered by the engine that found the paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.positions import Position
from audit.flow.code import FunctionId, Spot
from audit.judge.verdict.facts import Reading, Row, Source, Written
from audit.judge.verdict.keyed import Rows
from audit.judge.verdict.needs import Needs
from audit.judge.verdict.reads import Reads
from audit.judge.verdict.setting import Setting
from audit.judge.verdict.tied import Tied
from audit.model import Condition, Evidence

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from audit.flow.frames import End
    from audit.flow.tables.model import Reader, Writer
    from audit.judge.keys import Keys
    from audit.judge.reaching import Reaching
    from audit.model import Access, Path, Step
    from audit.rulebook import Rules
    from audit.trace import Traced


class Asked:
    """Each question is answered once; `Facts` says what each means."""

    def __init__(self, traced: Traced, rules: Rules, reaching: Reaching, keys: Keys) -> None:
        self._traced, self._rules, self._engine = traced, rules, traced.engine
        self._outward = reaching.outward
        self._leaves, self._reads = keys.leaves, Reads(traced.engine, rules)
        self._needs = Needs(traced.engine)
        self._tied = Tied(traced.engine, rules, self._leaves, self._reads)
        self._rows = Rows(traced, rules, reaching, keys, self._needs)
        self._sources: dict[str, tuple[Source, ...]] = {}
        self._written: dict[str, tuple[Written, ...]] = {}
        self._empty: dict[str, bool] = {}
        self._spots: dict[Step, Spot | None] = {}
        self._set: dict[Step, frozenset[str]] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._shown: dict[str, dict[str, tuple[Path, ...]]] = {}

    def rows(self, access: Access, path: Path | None = None) -> tuple[Row, ...]:
        return self._rows.of(access, path)

    def runs(self, access: Access, path: Path) -> bool:
        return self._rows.runs(access, path)

    def sources(self, column: str) -> tuple[Source, ...]:
        if column not in self._sources:
            self._sources[column] = () if _is_id(column) else self._find_sources(column)
        return self._sources[column]

    def _find_sources(self, column: str) -> tuple[Source, ...]:
        found: dict[Source, None] = {}
        for writer in self._writers(column):
            for end in self._ends(writer):
                for one in self._reads.at(end):
                    if one.table in self._rules.gate.rows and one.spared is None and one.name != column:
                        note = f"{one.at.note}; it becomes {column}, which is a key"
                        found[Source(one.name, Evidence(one.at.file, one.at.line, note))] = None
        return tuple(found)

    def writers(self, column: str) -> tuple[Written, ...]:
        if column not in self._written:
            self._written[column] = tuple(self._find_written(column))
        return self._written[column]

    def is_empty(self, column: str) -> bool:
        if column not in self._empty:
            self._empty[column] = not _is_id(column) and self._is_empty(column)
        return self._empty[column]

    def _is_empty(self, column: str) -> bool:
        table, _, name = column.partition(".")
        found = False
        for writer in self._engine.queries.writing(table, name):
            if not self._engine.ignored(writer.file):
                found = True
                if not self._writes_null(writer):
                    return False
        return found or bool(self.writers(column))

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
        found = self._rows.needs(access, path).union(*set(map(self._needed, path.steps)))
        service = self._rules.service  # without its address nothing is reached at all
        apart = {*service.url_env, *service.database_env} if service is not None else set()
        return tuple(Condition("env", name) for name in sorted(found - apart))

    def ties(self, path: Path) -> tuple[Evidence, ...]:
        spots = [self._spot(step) for step in path.steps]
        found = (self._tied.at(spot) for spot in spots if spot is not None)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def near(self, path: Path) -> Evidence | None:
        functions: dict[FunctionId, None] = {}
        for step in path.steps:
            spot = self._spot(step)
            if spot is not None:
                graph = self._engine.code.graph(spot.file, spot.unit)
                functions[FunctionId(spot.file, spot.unit, graph.function[spot.node])] = None
        return next(filter(None, (self._reads.in_function(*one) for one in functions)), None)

    def setters(self) -> tuple[Evidence, ...]:
        setting = Setting(self._engine, self._rules)
        return tuple(
            note
            for column in self._rules.gate.columns
            for writer in self._writers(column)
            if (note := setting.clears_nothing(column, writer)) is not None
        )

    # columns

    def _writers(self, column: str) -> tuple[Writer, ...]:
        table, _, name = column.partition(".")
        return tuple(one for one in self._engine.queries.writers(table, name) if not self._engine.ignored(one.file))

    def _find_written(self, column: str) -> Iterator[Written]:
        """The writers; where rows are inserted without the column, the place where the table is declared."""
        if not self._writers(column):
            yield from self._left_out(column)
        for writer in self._writers(column):
            place = self._place(writer)
            empty = self._writes_null(writer)
            says = f"writes {column}: NULL and nothing else" if empty else f"writes {column}"
            yield Written(Evidence(place.file, place.line, says), empty)

    def _left_out(self, column: str) -> Iterator[Written]:
        table, _, name = column.partition(".")
        known = self._engine.queries.tables.named(table)
        if known is None or known.at is None or name in self._rules.gate.rows.values() or _is_id(column):
            return
        others = (one for _, other in known.columns for one in self._writers(f"{table}.{other}"))
        if any(one.write.how == "insert" for one in others):
            graph = self._engine.code.graph(known.at.file, known.at.unit)
            line = self._engine.code.program.position(known.at.file, graph.at[known.at.node]).line
            yield Written(Evidence(known.at.file, line, f"nothing writes {column}"), empty=True)

    def _place(self, writer: Writer) -> Evidence:
        code = self._engine.code
        graph = code.graph(writer.file, writer.unit)
        at = writer.write.at if writer.write.at >= 0 else graph.at[graph.calls[writer.call].callee]
        return Evidence(writer.file, code.program.position(writer.file, at).line, "")

    def _writes_null(self, writer: Writer) -> bool:
        write = writer.write
        if write.node < 0:
            return not write.columns and (write.literal or "").strip().lower() in ("null", "")
        found = False
        for end in self._ends(writer):
            found = True
            if not self._engine.backwards.is_nothing(end):
                return False
        return found

    def _ends(self, writer: Writer) -> Iterator[End]:
        """What a writer is given, on every chain of callers."""
        spot = Spot(writer.file, writer.unit, writer.write.node)
        for chain in self._outward.of((writer.file, writer.unit, writer.call)) if writer.write.node >= 0 else ():
            yield from self._leaves.of(spot, writer.write.path, chain.access.env)

    def _spot(self, step: Step) -> Spot | None:
        """The node of a step; each place is looked up once. Nothing is known of Python here."""
        if step not in self._spots:
            self._spots[step] = None if step.file.endswith(".py") else self._find_spot(step)
        return self._spots[step]

    def _find_spot(self, step: Step) -> Spot | None:
        code = self._engine.code
        offset = code.program.lines(step.file).offset(Position(step.line, step.column))
        return code.named(step.file, offset)

    def _needed(self, step: Step) -> frozenset[str]:
        """The variables without which a step does not run; many paths share their steps."""
        if step not in self._set:
            spot = self._spot(step)
            self._set[step] = self._needs.where(spot) if spot is not None else frozenset()
        return self._set[step]


def _is_id(column: str) -> bool:
    """Is it what the database itself gives every row?"""
    return column.endswith(".id")
