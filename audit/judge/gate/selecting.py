"""Which rows a query selects: flagged ones too, only others, or none that can be flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import ELEMENT
from audit.judge.deciding.foreign import same_path
from audit.judge.gate.fed import OTHER, Fed
from audit.link.questions import first

if TYPE_CHECKING:
    from audit.extract.sql import Column
    from audit.flow.frames import End, Path
    from audit.flow.graph import CallSite, Graph
    from audit.flow.tables import ColumnRead
    from audit.judge.deciding.decisions import Decisions
    from audit.rulebook import Rules


class Selecting:
    """Answers by query, each found once."""

    def __init__(self, decisions: Decisions, rules: Rules) -> None:
        self._decisions = decisions
        self._code, self._queries = decisions.engine.code, decisions.engine.queries
        self._rows = rules.gate.rows
        self._flagged = frozenset(one.table for one in decisions.columns)
        self._tables = frozenset(rules.gate.rows) | self._flagged
        self._aside = frozenset(rules.gate.aside)
        self._queried: dict[tuple[str, int, int], Fed | None] = {}

    def of(self, call: tuple[str, int, int], site: CallSite) -> Fed | None:
        """Rows of a query; None where the call is none that reads."""
        if call not in self._queried:
            self._queried[call] = self._ask(call, site)
        return self._queried[call]

    def is_aside(self, end: End, number: int) -> bool:
        """Does a value not say which row it is of?"""
        reads = self._queries.reads(end.spot.file, end.spot.unit, number)
        found = [one.column for one in reads if same_path(one.path, end.path)]
        return bool(found) and all(f"{one.table}.{one.name}" in self._aside for one in found)

    def is_of_another(self, end: End) -> bool:
        """Is a value one of another row than those that a query leaves out by their flag?"""
        return self.is_untied(end) or self.is_pointer(end) or self.is_related(end)

    def is_untied(self, end: End) -> bool:
        """Is a value of another table whose rows can be flagged, joined with the flag's by columns that do not say
        whose flag it is? Where the query does not say how the two belong together, it is not asked further.
        """
        number = self._code.graph(end.spot.file, end.spot.unit).results.get(end.spot.node)
        if number is None or not self._flagged:
            return False
        call = (end.spot.file, end.spot.unit, number)
        found = [one.column for one in self._queries.reads(*call) if same_path(one.path, end.path)]
        if not found or any(one.table in self._flagged or one.table not in self._rows for one in found):
            return False
        joined = [
            (one.column, other)
            for one in self._queries.filters(*call)
            if one.op == "=" and one.positive and one.column.table in self._flagged
            for other in one.others
            if other.table and other.table not in self._flagged
        ]
        return bool(joined) and not any(self._may_key(one) and self._may_key(other) for one, other in joined)

    def is_pointer(self, end: End) -> bool:
        """Is a value of a row that can be flagged what another such row is called by (`row.parentId`)?"""
        number = self._code.graph(end.spot.file, end.spot.unit).results.get(end.spot.node)
        if number is None or not self._flagged:
            return False
        reads = self._queries.reads(end.spot.file, end.spot.unit, number)
        found = [one.column for one in reads if same_path(one.path, end.path) and one.column.table in self._flagged]
        return bool(found) and all(self._rows.get(one.table) != one.name and self._points(one) for one in found)

    def are_related(self, ends: list[End], others: list[End]) -> bool:
        """Are values of rows that come with those which others are of, all of one query (`row.parent.id`)?"""
        held, beside = ({self._holder(one) for one in several} for several in (ends, others))
        return bool(held) and bool(beside) and None not in held | beside and held.isdisjoint(beside)

    def is_related(self, end: End) -> bool:
        """Is a value of a row that comes with those which a query asks for, though both can be flagged?"""
        holder = self._holder(end)
        if holder is None:
            return False
        number = self._code.graph(end.spot.file, end.spot.unit).results[end.spot.node]
        reads = self._queries.reads(end.spot.file, end.spot.unit, number)
        return len(holder) > min(len(one.path) - 1 for one in reads if one.column.table in self._flagged)

    def _holder(self, end: End) -> Path | None:
        """Where the row stands that has a value, in what a call gives that finds rows with related ones or joins whole
        rows; None where it is no row that can be flagged.
        """
        number = self._code.graph(end.spot.file, end.spot.unit).results.get(end.spot.node)
        chain = self._queries.chains.of(end.spot) if number is not None and self._flagged else None
        selected = any(map(self._queries.projections.projection, chain.named("select"))) if chain is not None else True
        if number is None or chain is None or selected or chain.kind not in ("find", "select"):
            return None
        reads = self._queries.reads(end.spot.file, end.spot.unit, number)
        own = [one for one in reads if one.column.table in self._flagged]
        found = any(same_path(one.path, end.path) for one in own) or any(self._comes_with(end, one) for one in own)
        return tuple(ELEMENT if one.startswith("[") else one for one in end.path[:-1]) if found else None

    def _comes_with(self, end: End, read: ColumnRead) -> bool:
        """Is a value of a row that comes with the one of which a column is read, of the same table?"""
        outer = len(read.path) - 1
        return (
            0 <= outer < len(end.path) - 1
            and same_path(read.path[:outer], end.path[:outer])
            and end.path[outer] in self._queries.selves(read.column.table)
        )

    def _points(self, column: Column) -> bool:
        """Do the values of a column say which row of a table is meant whose rows can be flagged?"""
        other = self._queries.pointing.of(column)
        return other is not None and other.table in self._flagged and self._may_key(other)

    def _may_key(self, column: Column) -> bool:
        """Does a column say which row it is of, as far as that is known of its table?"""
        return self._rows.get(column.table, column.name) == column.name

    def _ask(self, call: tuple[str, int, int], site: CallSite) -> Fed | None:
        reads = self._queries.reads(*call)
        if not reads:
            return None
        tables = {one.column.table for one in reads} | self._queries.sources(*call)
        if not tables & self._tables or all(one.fresh for one in reads):
            return OTHER
        left = self._queries.left_out(*call, self._decisions.columns, self._decisions.is_linked)
        if left is None:
            return self.all_rows(call, site)
        spot = left.spot
        there = self._code.graph(spot.file, spot.unit)
        at = self._named(spot.file, there, spot.node, left.name)
        return Fed(
            "filter", (self._decisions.places.evidence(spot.file, at, "rows without flagged ones are selected"),)
        )

    def all_rows(self, call: tuple[str, int, int], site: CallSite) -> Fed:
        """A query that leaves nothing out."""
        at = self._code.graph(*call[:2]).at[site.callee]
        return Fed("rows", (self._decisions.places.evidence(call[0], at, "rows are selected, flagged ones too"),))

    def _named(self, file: str, graph: Graph, node: int, name: str) -> int:
        """Where the flag stands in a query, else where the query's step does."""
        site = graph.calls[graph.results[node]]
        start = graph.at[site.callee]
        found = self._code.program.ask(file, first, name.encode(), start, site.end) if name else -1
        return found if found >= 0 else start
