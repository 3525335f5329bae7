"""Which values a query puts into which columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Part
from audit.flow.backward.heap import put_into
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.tables.chains import Chain, Step
from audit.flow.tables.fragments import Hole
from audit.flow.tables.model import ColumnWrite, Passed, Table
from audit.flow.tables.read.reads import Reads
from audit.flow.tables.schema.models import Relation
from audit.flow.tables.schema.related import rows_of, tied
from audit.flow.tables.spreads import literals, put_over, spreads
from audit.flow.tables.wording import literal_text
from audit.flow.tables.write.inserted import Inserted, takes_inserted
from audit.flow.tables.write.keys import ComputedKeys, listed_of
from audit.flow.tables.write.prepared import Prepared
from audit.flow.tables.write.sent import Sent, copied
from audit.rulebook import Place, places_of

if TYPE_CHECKING:
    from collections.abc import Collection

_DEEP = 6


class _Into(Struct, frozen=True, order=True):
    """Where rows go: a table, the argument that holds them, the step."""

    table: Table
    node: int
    at: int
    how: str


class Writes:
    """Writes of one call: of the step of a chain that it is, of a statement that it sends."""

    def __init__(self, reads: Reads) -> None:
        self.reads, self.projections = reads, reads.projections
        self.chains, self.trace = reads.chains, reads.trace
        self.names = ComputedKeys(reads.tables)
        self.sent = Sent(reads)
        self.prepared = Prepared(self.chains)
        self.inserted = Inserted(self.chains, self._put)

    def of(self, spot: Spot) -> tuple[ColumnWrite, ...]:
        """The columns that the call whose result a node is gives values to."""
        chain = self.chains.of(spot)
        if chain is None:
            return ()
        step = chain.steps[-1]
        if step.row.step == "sql":
            return self.sent.of(step)
        if step.row.step == "run" and step.row.rows and chain.kind == "sql":
            return self.sent.of(chain.named("sql")[-1], step)
        if step.row.step == "pass" and step.row.rows:
            given = chain.named("rows", "set", "upsert")
            return tuple(put for one in given for put in self.prepared.written(one, step, self.of(one.spot)))
        if not step.row.rows or step.row.step not in ("rows", "set", "upsert", "insert", "update"):
            return ()
        return self.inserted.of(chain)

    def _put(self, chain: Chain) -> tuple[ColumnWrite, ...]:
        """What the last step of a chain is given to write."""
        told = any(map(self.chains.is_told, chain.named("insert", "update", "from")))
        found = (put for table in self.targets(chain) for put in self._rows(chain.steps[-1], table))
        return tuple(replace(put, sure=False) if told else put for put in found)

    def targets(self, chain: Chain) -> tuple[Table, ...]:
        """The table that a chain inserts into or changes; all that it may be."""
        changed = chain.named("insert", "update")[:1]
        begun = chain.named("select", "from") if changed else []  # `db("items").insert(…)`
        return next(filter(None, map(self.chains.tables_of, (*changed, *begun))), ())

    def passed(self, spot: Spot) -> tuple[Passed, ...]:
        """What a statement that the call sends gives back, or hands to stored functions."""
        chain = self.chains.of(spot)
        step = chain.steps[-1] if chain is not None else None
        return self.sent.passed(step) if step is not None and step.row.step == "sql" else ()

    def decided(self, spot: Spot) -> tuple[ColumnWrite, ...]:
        """The columns of the rows that are changed or deleted, where a call says which rows these are."""
        chain = self.chains.of(spot)
        step = chain.steps[-1] if chain is not None else None
        if chain is None or step is None:
            return ()
        if step.row.step == "sql":
            return self.sent.decided(step)
        if step.row.where and step.row.step in ("update", "delete"):
            return self._chosen(step, self.chains.table(step))
        if step.row.where and step.row.step == "upsert":
            return self._chosen(step, next(iter(self.targets(chain)), None))
        changed = chain.named("update", "delete")
        runs = step.row.step == "pass" and bool(step.row.rows)
        table = self.chains.table(changed[0]) if changed and (runs or step.row.step == "where") else None
        held = self.trace.argument(spot, 0)
        if table is None or held is None:
            return ()
        written = (write.column for one in chain.named("set") for write in self._rows(one, table))
        columns = dict.fromkeys(written) if chain.kind == "update" else (Column(table.name, "*"),)
        if runs:
            return tuple(self.prepared.deciding(chain, step, columns))
        at = self.trace.called_at(spot)
        return tuple(ColumnWrite(one, held.node, implicit=True, at=at) for one in columns)

    def _chosen(self, step: Step, table: Table | None) -> tuple[ColumnWrite, ...]:
        """A call that says both what is changed, or deleted, and which rows that are."""
        if table is None or not step.row.where:
            return ()
        columns = dict.fromkeys(write.column for write in self._rows(step, table) if step.row.rows)
        at = self.trace.called_at(step.spot)
        return tuple(
            ColumnWrite(one, held.node, place.path, implicit=True, at=at)
            for place in places_of(step.row.where)
            for held in (self.chains.place(step.spot, place),)
            if held is not None
            for one in (columns if step.row.step != "delete" else (Column(table.name, "*"),))
        )

    def _rows(self, step: Step, table: Table) -> tuple[ColumnWrite, ...]:
        how = {"upsert": "conflict", "set": "update", "update": "update"}.get(step.row.step, "insert")
        found: list[ColumnWrite] = []
        for place in places_of(step.row.rows) if step.row.rows else ():
            held = self.chains.place(step.spot, place)
            if held is None:
                continue
            into = _Into(table, held.node, self.trace.called_at(step.spot), how)
            selected = self._selected(held, into) if step.row.step == "rows" else ()
            found.extend(selected or self._placed(held, place, into))
        return tuple(dict.fromkeys(found))

    def _selected(self, held: Spot, into: _Into) -> tuple[ColumnWrite, ...]:
        """`insert(t).select(query)`, or of a function that makes the query: columns that the database copies."""
        given = self.trace.returns(held) or (held,)
        for one, _ in (made for query in given for made in self.trace.through(query)):
            if self.chains.of(one) is not None:
                return tuple(
                    ColumnWrite(
                        Column(into.table.name, into.table.column(path[1]) or path[1]),
                        columns=(part.column,),
                        at=into.at,
                        how="insert",
                    )
                    for path, part in self.projections.chain(one)
                    if len(path) > 1 and part.column is not None
                )
        return ()

    def _placed(self, held: Spot, place: Place, into: _Into) -> list[ColumnWrite]:
        """The rows at a place: an object, a list of objects, or something that is either."""
        spots: list[tuple[Spot, Path]] = [(held, ())]
        for step in place.path:
            spots = [(made, (*path, step)) for one, path in spots for made in self._inner(one, step)]
        whole = place.path[-1:] == ("[*]",)
        rows = [(one, path) for one, path in spots if whole or not self.trace.elements(one)]
        return [write for one, path in rows for write in self._object(one, path, into, 0, whole=whole)]

    def _inner(self, spot: Spot, step: str) -> list[Spot]:
        """A part of what is given; elements of a list that is not written out stand for themselves."""
        if step != "[*]":
            return self.trace.member(spot, step)
        listed = [item for item, _, _ in self.trace.elements(spot)]
        return listed or ([spot] if self._is_open(spot) else [])

    def _is_open(self, spot: Spot) -> bool:
        """May it be a list that is not written out?"""
        return any(not isinstance(self.trace.source(one), lowered.Object) for one, _ in self.trace.through(spot))

    def _object(self, spot: Spot, path: Path, into: _Into, depth: int, *, whole: bool = False) -> list[ColumnWrite]:
        found: list[ColumnWrite] = []
        for one, frames in self.trace.through(spot):
            source = self.trace.source(one)
            if isinstance(source, lowered.Object):
                found.extend(self._literal(one, path, into, depth))
            elif isinstance(source, lowered.Literal):
                continue
            elif (paired := listed_of(self.trace, one)) is not None and depth < _DEEP:
                held = [two for two, _ in self.trace.through(paired, frames)]
                named = [put for two in held for put in self._object(two, path, into, depth + 1)]
                found.extend(replace(put, path=(*path, "[*]"), sure=False) for put in named if put.node >= 0)
            elif not isinstance(source, lowered.Array) or whole:
                found.extend(self._any(into, path))
        return found

    def _any(self, into: _Into, path: Path) -> list[ColumnWrite]:
        """An object that is not written out: each column may get the part of its name."""
        found = [
            ColumnWrite(Column(into.table.name, name), into.node, (*path, key), at=into.at, how=into.how)
            for key, name in into.table.columns
        ]
        other = ColumnWrite(Column(into.table.name, "*"), into.node, path, at=into.at, how=into.how, sure=False)
        return [*found, other] if into.table.open or not found else found

    def _literal(self, spot: Spot, path: Path, into: _Into, depth: int) -> list[ColumnWrite]:
        found: list[ColumnWrite] = []
        relations = self.reads.tables.models.relations(into.table)
        for key, value in self.trace.properties(spot):
            names = self.names.of(spot, into.table) if key == "[*]" else [into.table.column(key)]
            for name in filter(None, names):
                found.extend(self._value(value, Column(into.table.name, name), (*path, key), into))
            relation = relations.get(key)
            if relation is not None and depth < _DEEP:
                found.extend(self._beside(value, (*path, key), into, relation, depth + 1))
        for spread in spreads(self.trace, spot) if depth < _DEEP else ():
            found.extend(self._object(spread, path, into, depth + 1))
        over = put_over(self.trace.code.graph(spot.file, spot.unit), spot.node)
        for one in literals(self.trace, spot):
            found.extend(self._assigned(one, path, into, over if one != spot else ()))
        return found

    def _beside(self, value: Spot, path: Path, into: _Into, relation: Relation, depth: int) -> list[ColumnWrite]:
        """What is written into the rows of a related table, and into the columns that name them."""
        other = replace(into, table=relation.table)
        found: list[ColumnWrite] = []
        for one, way, whole in rows_of(self.trace, self._inner, value, path):
            found.extend(self._object(one, way, other, depth, whole=whole))
        for column, one, way in tied(self.trace, self._inner, value, path, relation, into.table):
            found.extend(self._value(one, column, way, into))
        return found

    def _assigned(self, spot: Spot, path: Path, into: _Into, over: Collection[str]) -> list[ColumnWrite]:
        """What is assigned to an object literal after it was made (`set.title = …`, `set[key] = …`), but what is put
        `over` it.
        """
        graph = self.trace.code.graph(spot.file, spot.unit)
        found: list[ColumnWrite] = []
        for key, value in put_into(graph, spot.node):
            if key in over:
                continue
            node = graph.keys.get(value)
            names = [into.table.column(key)] if node is None else self.names.at(replace(spot, node=node), into.table)
            for name in filter(None, names):
                column = Column(into.table.name, name)
                found.extend(self._value(replace(spot, node=value), column, (*path, key), into))
        return found

    def _value(self, spot: Spot, column: Column, path: Path, into: _Into) -> list[ColumnWrite]:
        """One value: constants and SQL are told apart, the rest comes by the path, also what chooses a constant."""
        base = ColumnWrite(
            column,
            into.node,
            path,
            at=into.at,
            how=into.how,
            sure=path[-1:] != ("[*]",) and column.name != "*",
        )
        found: list[ColumnWrite] = []
        ends = self.trace.through(spot)
        for one, _ in ends:
            source = self.trace.source(one)
            constant = literal_text(source) if isinstance(source, lowered.Literal) else None
            if constant is not None:
                found.append(replace(base, node=-1, path=(), literal=constant))
                found.extend([base] if len(ends) > 1 else [])
            elif any(row.step in ("fragment", "raw", "operator") for row in self.trace.rows(one)):
                found.extend(self._fragment(one, base))
            else:
                found.append(base)
        return found

    def _fragment(self, spot: Spot, base: ColumnWrite) -> list[ColumnWrite]:
        facts = self.projections.facts(spot)
        holes = self.projections.text(spot).holes
        found: list[ColumnWrite] = []
        for one in facts.outputs:
            for part in one.value.parts:
                found.extend(self._part(part, holes, base, base.path))
            if not one.value.parts:
                found.append(replace(base, node=-1, path=(), literal=one.value.text))
        return found

    def _part(self, part: Part, holes: tuple[Hole, ...], base: ColumnWrite, prefix: Path) -> list[ColumnWrite]:
        if part.column is not None:
            put = replace(base, node=-1, path=(), columns=(part.column,), implicit=part.decides)
            return [put] if takes_inserted(put) else copied(put, part)
        if isinstance(part.hole, int) and part.hole < len(holes):
            return [replace(base, path=(*prefix, *holes[part.hole].path, *part.inside), implicit=part.decides)]
        return []


__all__ = ["Writes"]
