"""Which rows a query leaves out: those for which its conditions can never hold, in every way that it may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Asked, Column, Condition, can_be
from audit.flow.tables.fragments import LEAST
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.sql.truths import Truths
    from audit.flow.code import Spot
    from audit.flow.tables.chains import Chain, Step
    from audit.flow.tables.model import Table
    from audit.flow.tables.read.filters import Filters

_GIVEN = ("find", "update", "delete")
"""Steps that are given their condition as an object."""
_DEEP = 6
_MOST = 12
"""Ways of one text that are looked at; of more only what all of them say counts."""


class Left(Struct, frozen=True, order=True):
    """The step that leaves the rows out: the call, and the column as it is written there."""

    spot: Spot
    name: str


class LeftOut:
    """Rows by the truth of one of their columns."""

    def __init__(self, filters: Filters) -> None:
        self._filters = filters
        self._chains, self._trace, self._projections = filters.chains, filters.trace, filters.projections
        self._objects = filters.objects("")

    def by(
        self, chain: Chain, flags: frozenset[Column], links: Callable[[Column, Column], bool], *, flagged: bool = True
    ) -> Left | None:
        """What leaves out the rows whose flag is set (not `flagged`: is not); None where they may come.

        `links` says which pairs of columns join a row with the one that has the flag.
        """
        return _One(self, chain, flags, links, flagged).left(0)

    def within(self, spot: Spot, asking: _One, depth: int) -> Left | None:
        """The same for the query at a node, which stands in another one."""
        for one, _ in self._trace.through(spot):
            chain = self._chains.of(one)
            within = replace(asking, chain=chain, own="") if chain is not None else None
            found = within.left(depth + 1) if within is not None else None
            if found is None:
                return None
            return found
        return None

    def base(self, chain: Chain, column: Column) -> Column:
        """A column of a table: aliases, views and subqueries are looked through."""
        only = self._only(chain) if not column.table else None
        for step in chain.named("select", "from", "join", "update", "delete", "find"):
            table = self._chains.table(step)
            if table is None or (column.table not in (table.alias, table.name) if column.table else table != only):
                continue
            found = self._projections.column(table, table.key(column.name) or column.name)
            if len(found) == 1 and not found[0][1].decides and found[0][1].column is not None:
                return found[0][1].column
        view = self._projections.view(column.table) if column.table else None
        parts = [part for path, part in view or () if path[:1] == (column.name,) and not part.decides]
        return parts[0].column if len(parts) == 1 and parts[0].column is not None else column

    def _only(self, chain: Chain) -> Table | None:
        """The table of a chain that has but one: columns need not be named with it."""
        steps = chain.named("select", "from", "join", "update", "delete", "find", "sql")
        found = {table for step in steps for table in self._chains.tables_of(step)}
        return (
            next(iter(found)) if len(found) == 1 and not any(one.row.step in ("join", "sql") for one in steps) else None
        )

    def tables(self, chain: Chain) -> set[str]:
        """The names of the tables that a chain reads by its steps."""
        found = (self._chains.table(one) for one in chain.named("select", "from", "join", "update", "delete", "find"))
        names = {one.name for one in found if one is not None}
        for step in chain.named("sql"):
            for spot, kind in self._filters.conditions(step):
                names.update(self._projections.facts(spot, kind).tables)
        return names

    def twice(self, chain: Chain, flags: frozenset[Column]) -> list[str]:
        """What a chain calls a table with a flag that it has twice."""
        return self._projections.twice(chain, {one.table for one in flags})

    def conditions(self, step: Step) -> list[tuple[Spot, str]]:
        """The nodes of a step's conditions that remove rows, and how each is read."""
        if step.row.step == "join" and step.row.means != "inner":
            return []
        return self._filters.conditions(step) if step.row.step != "upsert" else []

    def alternatives(self, step: Step) -> list[list[tuple[Spot, str]]]:
        """The same, those together that stand in one place on different ways."""
        if step.row.step not in _GIVEN:
            return [[one] for one in self.conditions(step)]
        found: list[list[tuple[Spot, str]]] = []
        for place in places_of(step.row.where) if step.row.where else ():
            held = self._chains.place(step.spot, place)
            if held is not None:
                several = self._objects.member(held, place.path[0]) if place.path else self._objects.ways(held)
                found.extend([[(one, "condition") for one in several]] if several else [])
        return found

    def ways(self, spot: Spot, kind: str, models: str = "") -> list[Condition | None]:
        """What holds for every row, in each way that the SQL at a node may be written."""
        source = self._trace.source(spot)
        if kind == "condition" and isinstance(source, (lowered.Object, lowered.Array)):
            return [self._filters.objects(models).condition(spot)]
        text = self._projections.text(spot, kind)
        if text.every > _MOST:
            return [self._projections.facts(spot, kind, LEAST).kept]
        ways = (*range(text.every), *((LEAST,) if text.apart else ()))
        return [self._projections.facts(spot, kind, way).kept for way in ways]

    def inner(self, chain: Chain) -> list[Spot]:
        """The queries that a chain selects from, in such a way that it has no other rows."""
        found: list[Spot] = []
        for step in chain.named("from", "join"):
            table = self._chains.table(step)
            if step.row.means in ("right", "full"):
                found.clear()
            if table is not None and table.query is not None and not step.maybe:
                found.extend([table.query] if step.row.step == "from" or step.row.means == "inner" else [])
        return found

    def sides(self, chain: Chain) -> list[Spot | None]:
        """The other sides of a UNION."""
        return [self._trace.argument(step.spot, 0) for step in chain.steps if step.row.means == "union"]


_SOMETHING: Truths = frozenset((True, False))
"""What is compared as a truth and is not NULL."""


class _One(Struct, frozen=True, order=True):
    """One chain, and what is asked about it."""

    rows: LeftOut
    chain: Chain
    flags: frozenset[Column]
    links: Callable[[Column, Column], bool]
    flagged: bool = True
    own: str = ""
    """What the chain calls the table whose flag is meant, where it has others of that table."""

    def left(self, depth: int) -> Left | None:
        """The step that leaves the rows out."""
        twice = self.rows.twice(self.chain, self.flags) if not self.own else []
        found = [replace(self, own=one).alone(depth) for one in twice] or [self.alone(depth)]
        return found[0] if None not in found else None

    def alone(self, depth: int) -> Left | None:
        """The same for one table with the flag."""
        if depth > _DEEP:
            return None
        found = self._here() or self._inside(depth)
        for side in self.rows.sides(self.chain) if found is not None else ():
            if side is None or self.rows.within(side, self, depth) is None:
                return None
        return found

    def _here(self) -> Left | None:
        """A step that leaves them out by itself; of conditions of which one must hold (`orWhere`), one of each side."""
        sides: list[list[Step]] = [[]]
        for step in self.chain.steps:
            if step.row.step != "where":
                found = self._by(step)
                if found is not None:
                    return found
                continue
            if step.row.means == "or" and sides[-1]:
                sides.append([])
            sides[-1].append(step)
        left = [next((one for one in map(self._by, side) if one is not None), None) for side in sides]
        return left[0] if None not in left else None

    def _by(self, step: Step) -> Left | None:
        for several in self.rows.alternatives(step) if not step.maybe else ():
            ways = [way for spot, kind in several for way in self.rows.ways(spot, kind, step.row.models)]
            if step.row.says == "not" and several[0][1] == "condition":
                ways = [Condition("not", (one,)) if one is not None else None for one in ways]
            if ways and all(one is not None and self._leaves_out(one) for one in ways):
                return Left(step.spot, self._named(ways[0]))
        return None

    def _inside(self, depth: int) -> Left | None:
        for query in self.rows.inner(self.chain):
            found = self.rows.within(query, self, depth)
            if found is not None:
                return found
        return None

    def _leaves_out(self, condition: Condition) -> bool:
        """Can a condition not hold where the flag is set, which it names?"""
        if True not in can_be(condition, self._asked(tied=False)):
            return True
        return bool(self._named(condition)) and True not in can_be(condition, self._asked(tied=True))

    def _asked(self, *, tied: bool) -> Asked:
        def of(column: Column) -> Truths | None:
            if self._is_flag(column):
                return frozenset((self.flagged,))
            return _SOMETHING if tied and self._is_key(column) else None

        def links(one: Column, other: Column) -> bool:
            return self.links(self.rows.base(self.chain, one), self.rows.base(self.chain, other))

        return Asked(of, links)

    def _is_key(self, column: Column) -> bool:
        """Does it point at the row whose flag is set? Then it is not NULL. That row itself may not have been joined."""
        base = self.rows.base(self.chain, column)
        return bool(column.table) and base.table not in {one.table for one in self.flags} and self.links(base, base)

    def _is_flag(self, column: Column) -> bool:
        if self.own and column.table and column.table != self.own:
            return False
        if column.table:
            return column in self.flags or self.rows.base(self.chain, column) in self.flags
        tables = self.rows.tables(self.chain)
        found = {self.rows.base(self.chain, Column(one, column.name)) for one in tables}
        return not found.isdisjoint(self.flags)

    def _named(self, condition: Condition | None) -> str:
        """How the flag is called in a condition."""
        stack = [condition] if condition is not None else []
        while stack:
            one = stack.pop()
            if one.kind == "column" and self._is_flag(one.columns[0]):
                return one.columns[0].name
            stack.extend(one.parts)
        return ""


__all__ = ["Left", "LeftOut"]
