"""Columns as places of the value flow: what a call writes, what its result holds, and under which conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from audit.extract.sql import Column, Predicate
from audit.flow.backward.origins import Origins
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import Path
from audit.flow.tables.bound import BoundTrace, Given
from audit.flow.tables.candidate.search import Search
from audit.flow.tables.chains import Chain, Chains
from audit.flow.tables.fragments import Fragments
from audit.flow.tables.model import ColumnRead, ColumnWrite, Passed, Reader, Writer
from audit.flow.tables.read.asked import AskedBy
from audit.flow.tables.read.chosen import Chosen
from audit.flow.tables.read.filters import Filters
from audit.flow.tables.read.left_out import Left, LeftOut
from audit.flow.tables.read.parted import Parted
from audit.flow.tables.read.projections import Projections
from audit.flow.tables.read.reads import Reads
from audit.flow.tables.read.returned import given_back
from audit.flow.tables.schema.declared import Tables
from audit.flow.tables.schema.pointing import Pointing
from audit.flow.tables.schema.selves import Selves
from audit.flow.tables.trace import Trace
from audit.flow.tables.write.writes import Writes

_GIVEN = ("rows", "set", "upsert", "insert", "update")
"""Steps of a query that are given rows, or parts of them."""


class Queries:
    """Answers by file, unit and number of a call, each found once. Calls that are no query have empty
    answers.
    """

    def __init__(self, origins: Origins, files: Iterable[str] | None = None, tables: Tables | None = None) -> None:
        """`files` are those in which readers and writers are looked for: all, if not given."""
        self.tables = tables or Tables(Trace(origins))
        self.trace, self.pointing = self.tables.trace, Pointing(self.tables)
        self._selves = Selves(self.tables)
        self.chains = Chains(self.tables)
        self.projections = Projections(self.chains, Fragments(self.tables))
        self._reads = Reads(self.projections)
        self._writes = Writes(self._reads)
        self._chosen = Chosen(self._writes.sent)
        self._filters = Filters(self._reads)
        self._left_out, self._parted = LeftOut(self._filters), Parted(self._filters)
        self._asked_by = AskedBy(self._filters, self._left_out)
        self._choices: dict[Spot, tuple[tuple[int, Path], ...]] = {}
        self._read: dict[Spot, tuple[ColumnRead, ...]] = {}
        self._filtered: dict[Spot, tuple[Predicate, ...]] = {}
        self._passed: dict[Spot, tuple[Passed, ...]] = {}
        self._callers = origins.callers
        self._search = Search(self, origins.code.program.files if files is None else files)

    def bound(self, given: Given) -> Queries:
        """The same questions where parameters are what one call gives for them."""
        origins = self.trace.origins
        return Queries(origins, (), self.tables.over(BoundTrace(origins, given)))

    def writes(self, file: str, unit: int, call: int) -> tuple[ColumnWrite, ...]:
        """The columns that get values at a call: the step of a chain that is given them, or the call that
        sends SQL.
        """
        spot = self._spot(file, unit, call)
        return self._writes.of(spot) if spot is not None else ()

    def decided(self, file: str, unit: int, call: int) -> tuple[ColumnWrite, ...]:
        """The columns of the rows that a statement changes or deletes, with what decides there which rows these are."""
        spot = self._spot(file, unit, call)
        return self._writes.decided(spot) if spot is not None else ()

    def passed(self, file: str, unit: int, call: int) -> tuple[Passed, ...]:
        """The values that a statement gives back, or hands to stored functions."""
        spot = self._spot(file, unit, call)
        if spot is None:
            return ()
        if spot not in self._passed:
            self._passed[spot] = self._writes.passed(spot)
        return self._passed[spot]

    def chosen_by(self, file: str, unit: int, call: int) -> tuple[tuple[int, Path], ...]:
        """The arguments of a call, and the part in each, that decide which rows the query gives back."""
        spot = self._spot(file, unit, call)
        if spot is None:
            return ()
        if spot not in self._choices:
            self._choices[spot] = self._chosen.of(spot)
        return self._choices[spot]

    def reads(self, file: str, unit: int, call: int) -> tuple[ColumnRead, ...]:
        """The columns in the result of a call; for each call of a chain those that the chain selects."""
        spot = self._spot(file, unit, call)
        if spot is None:
            return ()
        if spot not in self._read:
            self._read[spot] = self._with_set(spot, self._reads.of(spot))
        return self._read[spot]

    def _with_set(self, spot: Spot, reads: tuple[ColumnRead, ...]) -> tuple[ColumnRead, ...]:
        """What an `UPDATE` gives back of the columns that it has just set is what it was given, and none of what they
        held before; where SQL makes it of what is there, it may be that.
        """
        chain = self.chains.of(spot) if reads else None
        steps = chain.setting() if chain is not None else []
        written = [write for step in steps for write in self._writes.of(step.spot)]
        made = {one.column for one in written if one.columns or any(step[:1] == "$" for step in one.path)}
        given = {one.column for one in written} - made
        return tuple(replace(one, fresh=True) if one.column in given else one for one in reads)

    def given_back(self, file: str, unit: int, call: int, column: Column) -> list[tuple[int, Path]]:
        """Where a statement gives back at once what it inserts into a column at a call: nodes, and the part there."""
        return given_back(self.trace.code.graph(file, unit), call, column, lambda one: self.reads(file, unit, one))

    def readers(self, table: str, column: str) -> tuple[Reader, ...]:
        """Every query of the program in whose result a column is (names as in the database), sorted."""
        return self._search.readers(Column(table, column))

    def writers(self, table: str, column: str) -> tuple[Writer, ...]:
        """Every call of the program that gives a column a value, constants included, sorted."""
        return self._search.writers(Column(table, column))

    def writing(self, table: str, column: str) -> Iterator[Writer]:
        """The same calls, found one after another: for who needs to know of one only."""
        return self._search.writing(Column(table, column))

    def concerns(self, file: str, unit: int, call: int) -> bool:
        """Is the call part of a query, or does it put SQL together? Not where it sends a text that is no SQL to read:
        methods that are called `run` or `get` do so in other objects, too.
        """
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        sent = chain.named("sql")[:1] if chain is not None and chain.kind == "sql" else []
        if chain is not None and all(self._reads.statement(step) is not None for step in sent):
            return True
        return spot is not None and self.is_fragment(file, unit, call)

    def asks_table(self, file: str, unit: int, call: int) -> bool:
        """Is the call part of a query that names a table, or does it send a statement that changes rows of one?"""
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        if chain is None:
            return False
        last = chain.steps[-1]
        if last.row.step == "sql":
            return self._writes.sent.changes(last)
        return any(self.chains.table(step) is not None for step in chain.steps)

    def is_unread(self, file: str, unit: int, call: int) -> bool:
        """Does a database get what is no statement that can be read (a procedure, a text from elsewhere), or rows of a
        table that nobody knows?
        """
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        if spot is None or chain is None:
            return False
        last = chain.steps[-1]
        if last.row.rows and last.row.step in _GIVEN:
            return not self._writes.targets(chain)
        if last.row.rows and last.row.step == "pass" and chain.kind != "select":
            return not (self._writes.of(spot) or self._writes.decided(spot))  # it has placeholders somewhere
        if last.row.step != "sql":
            return False
        if last.row not in self.trace.rows(spot) or self._reads.statement(last) is not None:
            return False
        return self._is_opaque(spot, ())

    def _is_opaque(self, spot: Spot, above: tuple[FunctionId, ...]) -> bool:
        """Does a call send a text that nobody can read, also where it comes from callers?"""
        site = self.trace.site(spot)
        function = FunctionId(spot.file, spot.unit, site.function) if site is not None else None
        wrapper = self.chains.wrappers.of(function) if function is not None else None
        if function is None or wrapper is None or wrapper.sends.spot != spot or function in above:
            return True
        calls = [self._spot(*call) for call in self._callers.of(function)]
        chains = [self.chains.of(one) if one is not None else None for one in calls]
        return not calls or any(
            chain is None
            or (
                self._reads.statement(chain.steps[-1]) is None
                and self._is_opaque(chain.steps[-1].spot, (*above, function))
            )
            for chain in chains
        )

    def copies(self, table: str, column: str) -> tuple[Writer, ...]:
        """Every statement that copies a column into another one: what it writes has the column in its
        `columns`.
        """
        return self._search.copies(Column(table, column))

    def is_fragment(self, file: str, unit: int, call: int) -> bool:
        """Does the call put its arguments together to SQL? A tag's arguments are then the parts `$0`, `$1`, …
        of its result.
        """
        spot = self._spot(file, unit, call)
        return spot is not None and any(row.step in ("fragment", "raw", "operator") for row in self.trace.rows(spot))

    def filters(self, file: str, unit: int, call: int) -> tuple[Predicate, ...]:
        """The conditions under which the rows of a query are read or written; for each call of a chain those
        so far.
        """
        spot = self._spot(file, unit, call)
        if spot is None:
            return ()
        if spot not in self._filtered:
            chain = self.chains.of(spot)
            found = self._filters.of(chain) if chain is not None else ()
            self._filtered[spot] = tuple(self._of_table(chain, one) for one in found) if chain is not None else ()
        return self._filtered[spot]

    def _of_table(self, chain: Chain, one: Predicate) -> Predicate:
        """A condition on a column of the only table, which is not named with it."""
        return one if one.column.table else one._replace(column=self._left_out.base(chain, one.column))

    def selves(self, table: str) -> frozenset[str]:
        """The keys under which rows of a table come with its rows."""
        found = self.tables.named(table)
        return self._selves.of(found) if found is not None else frozenset()

    def left_out(
        self,
        file: str,
        unit: int,
        call: int,
        flags: frozenset[Column],
        links: Callable[[Column, Column], bool],
        *,
        flagged: bool = True,
    ) -> Left | None:
        """The step that leaves out the rows whose flag (one of these columns) is set; None where they may come. Not
        `flagged`: those whose flag is not set.

        `links` says which pairs of columns join a row with the one that has the flag.
        """
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        return self._left_out.by(chain, flags, links, flagged=flagged) if chain is not None else None

    def is_part(self, file: str, unit: int, call: int) -> bool:
        """May the query which ends with a call give not all rows that its conditions let through (`limit`)?"""
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        return chain is not None and self._parted.is_part(chain)

    def sources(self, file: str, unit: int, call: int) -> set[str]:
        """The tables and views that the query which ends with a call selects from."""
        spot = self._spot(file, unit, call)
        chain = self.chains.of(spot) if spot is not None else None
        return self._left_out.tables(chain) if chain is not None else set()

    def keys(self, spot: Spot, ties: frozenset[tuple[str, str]], *, several: bool = True) -> tuple[Spot, ...]:
        """The values by which the query whose result a node is asks for rows: what the columns in `ties` must be, or
        one of; not `several`: what they must be.
        """
        chain = self.chains.of(spot)
        return self._asked_by.keys(chain, ties, ("=", "in") if several else ("=",)) if chain is not None else ()

    def pairs(self, spot: Spot) -> tuple[tuple[Column, Spot], ...]:
        """The columns that rows are asked for by in the query whose result a node is, and what they must be."""
        chain = self.chains.of(spot)
        return tuple(self._asked_by.pairs(chain, ("=", "in"))) if chain is not None else ()

    def holes(self, spot: Spot) -> tuple[Spot, ...]:
        """The values of the program in the conditions of the query whose result a node is."""
        chain = self.chains.of(spot)
        return self._asked_by.holes(chain) if chain is not None else ()

    def _spot(self, file: str, unit: int, call: int) -> Spot | None:
        site = self.trace.code.graph(file, unit).calls[call]
        return Spot(file, unit, site.result) if self.chains.may_be(site) else None
