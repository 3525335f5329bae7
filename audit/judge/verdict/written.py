"""Who writes columns, and what: questions of verdicts that rest on no path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot
from audit.judge.verdict.facts import Source, Written
from audit.judge.verdict.setting import Setting
from audit.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import End
    from audit.flow.tables.model import Writer
    from audit.judge.chain.outward import Outward
    from audit.judge.verdict.leaves import Leaves
    from audit.judge.verdict.reads import Reads
    from audit.rulebook import Rules
    from audit.trace import Engine


class Writing:
    """Answers by column, each found once; `Facts` says what each means. What was found elsewhere can be put in."""

    def __init__(self, engine: Engine, rules: Rules, outward: Outward, leaves: Leaves, reads: Reads) -> None:
        self._engine, self._rules, self._outward = engine, rules, outward
        self._leaves, self._reads = leaves, reads
        self.known_sources: dict[str, tuple[Source, ...]] = {}
        self.known_empty: dict[str, bool] = {}
        self._written: dict[str, tuple[Written, ...]] = {}
        self.known_setters: tuple[Evidence, ...] | None = None

    def sources(self, column: str) -> tuple[Source, ...]:
        if column not in self.known_sources:
            self.known_sources[column] = () if _is_id(column) else self._find_sources(column)
        return self.known_sources[column]

    def writers(self, column: str) -> tuple[Written, ...]:
        if column not in self._written:
            self._written[column] = tuple(self._find_written(column))
        return self._written[column]

    def is_empty(self, column: str) -> bool:
        if column not in self.known_empty:
            self.known_empty[column] = not _is_id(column) and self._is_empty(column)
        return self.known_empty[column]

    def setters(self) -> tuple[Evidence, ...]:
        if self.known_setters is None:
            setting = Setting(self._engine, self._rules)
            self.known_setters = tuple(
                note
                for column in self._rules.gate.columns
                for writer in self._writers(column)
                if (note := setting.clears_nothing(column, writer)) is not None
            )
        return self.known_setters

    def _find_sources(self, column: str) -> tuple[Source, ...]:
        found: dict[Source, None] = {}
        for writer in self._writers(column):
            for end in self._ends(writer):
                for one in self._reads.at(end):
                    if one.table in self._rules.gate.rows and one.spared is None and one.name != column:
                        note = f"{one.at.note}; it becomes {column}, which is a key"
                        found[Source(one.name, Evidence(one.at.file, one.at.line, note))] = None
        return tuple(found)

    def _is_empty(self, column: str) -> bool:
        table, _, name = column.partition(".")
        found = False
        for writer in self._engine.queries.writing(table, name):
            if not self._engine.ignored(writer.file):
                found = True
                if not self._writes_null(writer):
                    return False
        return found or bool(self.writers(column))

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


def _is_id(column: str) -> bool:
    """Is it what the database itself gives every row?"""
    return column.endswith(".id")
