"""What a select list names: for each path of a result the columns that are there."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Facts, Part, read_condition, read_sql
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.tables.chains import Chain, Chains, Step
from audit.flow.tables.fragments import NOTHING, Fragments, Text
from audit.flow.tables.model import Table
from audit.flow.tables.overwritten import given_again
from audit.flow.tables.schema import named
from audit.flow.tables.spreads import spread_at
from audit.rulebook import places_of

Found = tuple[Path, Part]
"""A path in a row, and a column that is there (`Part.column`; `Part.path` is already in the path)."""
_DEEP = 8


class Projections:
    """Parts of expressions, objects, tables and whole chains. Views and subqueries are looked through to
    their columns.
    """

    def __init__(self, chains: Chains, fragments: Fragments) -> None:
        self.chains, self.fragments = chains, fragments
        self.tables, self.trace = chains.tables, chains.trace
        self._facts: dict[tuple[Spot, str, int], Facts] = {}
        self._chains: dict[Spot, tuple[Found, ...]] = {}
        self._views: dict[str, tuple[Found, ...]] = {}

    def facts(self, spot: Spot, kind: str = "", way: int = 0) -> Facts:
        """The SQL at a node, read; `kind` "condition" for one of a WHERE, "compared" for a call that says one by the
        name of a column, "tag" for a sent template.
        """
        key = (spot, kind, way)
        if key not in self._facts:
            read = read_condition if kind in ("condition", "compared") else read_sql
            self._facts[key] = read(self.text(spot, kind, way).pieces, self.tables.catalog)
        return self._facts[key]

    def text(self, spot: Spot, kind: str = "", way: int = 0) -> Text:
        """The text behind `facts`."""
        if kind == "compared":
            chain = self.chains.of(spot)
            return self.fragments.compared(spot, chain.steps[-1].row, way) if chain is not None else NOTHING
        return self.fragments.tagged(spot, way) if kind == "tag" else self.fragments.text(spot, way)

    def expression(self, spot: Spot, depth: int = 0) -> tuple[Found, ...]:
        """The columns in the value of an expression: a column, a fragment, a table, a nested object."""
        if depth > _DEEP:
            return ()
        found = [one for table, key in self.tables.columns(spot) for one in self.column(table, key, depth)]
        several = bool(found) and len(self.trace.made(spot)) > 1  # another way may lead to a fragment
        if found and not several:
            return tuple(found)
        table = self.tables.of(spot) if not found else None
        if table is not None:
            return self.whole(table, depth)
        for one, _ in self.trace.through(spot):
            if one not in self.trace.made(spot):  # a function gives it
                found.extend(each for table, key in self.tables.columns(one) for each in self.column(table, key, depth))
            found.extend(self._made(one, depth))
        lacks = self.trace.lacks(spot) if found else frozenset()
        again = given_again(self.trace, spot, lacks)
        found = [one for one in found if not one[0] or one[0][0] not in lacks or again.get(one[0][0], 0) < 0]
        for key, node in again.items():
            there = self.expression(replace(spot, node=node), depth + 1) if node >= 0 else ()
            found.extend(((key, *path), part) for path, part in there)
        return tuple(dict.fromkeys(found))

    def _made(self, spot: Spot, depth: int) -> tuple[Found, ...]:
        source = self.trace.source(spot)
        if isinstance(source, lowered.Object):
            return self.object(spot, depth)
        if not isinstance(source, (lowered.Call, lowered.Template)):
            return ()
        rows = self.trace.rows(spot)
        if any(row.step == "select" and row.table for row in rows):
            held = self.trace.argument(spot, 0)
            table = self.tables.of(held) if held is not None else None
            return self.whole(table, depth + 1) if table is not None else ()
        if self.chains.of(spot) is not None and not any(row.tag for row in rows):
            return tuple((path[1:], part) for path, part in self.chain(spot, depth + 1) if path[:1] == ("[*]",))
        ways = range(max(self.text(spot).ways, 1))
        return tuple(dict.fromkeys(one for way in ways for one in self.read(self.facts(spot, "", way), depth)))

    def read(self, facts: Facts, depth: int = 0) -> tuple[Found, ...]:
        """The columns in the outputs of a statement, or of an expression (its output has no name). What is given under
        the name of one of all columns of a table before it (`*, false AS open`) stands in its place.
        """
        found: list[Found] = []
        of_all: set[Found] = set()
        for one in facts.outputs:
            steps = (one.name,) if one.name else ()
            found = [each for each in found if each[0] != steps or each not in of_all]
            for part in one.value.parts:
                if part.column is None:
                    continue
                inner = () if one.name == "*" else (*steps, *part.path)
                columns = self._column(part, inner, depth)
                of_all.update(columns if one.name == "*" else ())
                found.extend(columns)
        return tuple(dict.fromkeys(found))

    def said(self, text: str, depth: int = 0) -> tuple[Found, ...]:
        """The columns in the outputs of a statement that stands in no text of the program."""
        return self.read(read_sql((text,), self.tables.catalog), depth)

    def listed(self, facts: Facts) -> tuple[Found, ...]:
        """The same by position, as drivers of Python give a row; what stands behind all columns of a table has none."""
        found: list[Found] = []
        for number, one in enumerate(facts.outputs):
            if one.name == "*":
                break
            for part in one.value.parts:
                if part.column is not None:
                    found.extend(self._column(part, (f"[{number}]", *part.path), 0))
        return tuple(dict.fromkeys(found))

    def _column(self, part: Part, path: Path, depth: int) -> list[Found]:
        """A column of a statement; all columns of a table under their names; a view's columns are what it
        selects.
        """
        assert part.column is not None
        table, name = part.column
        inner = self.view(table, depth) if depth < _DEEP else None
        if name == "*":
            if inner is not None:
                return [((*path, *steps), one) for steps, one in inner]
            return [
                ((*path, one), part._replace(column=Column(table, one)))
                for one in sorted(self.tables.catalog(table) or ("*",))
            ]
        if inner is not None:
            return [((*path, *steps[1:]), one.read_by(part)) for steps, one in inner if steps[:1] == (name,)]
        return [(path, part)]

    def view(self, name: str, depth: int = 0) -> tuple[Found, ...] | None:
        """The columns of a view of the program, by its name in the database; None for what is no view."""
        declared = self.tables.declaration(name)
        found = self.tables.named(name) if declared is not None and declared.view else None
        if found is None or found.query is None:
            return None
        if name not in self._views:
            self._views[name] = ()
            self._views[name] = self._outputs(found.query, depth + 1)
        return self._views[name]

    def column(self, table: Table, key: str, depth: int = 0) -> tuple[Found, ...]:
        """A column by the program's key."""
        if table.query is not None:
            return tuple((path[1:], part) for path, part in self.whole(table, depth + 1) if path[:1] == (key,))
        name = table.column(key)
        return (((), Part(Column(table.name, name))),) if name is not None else ()

    def whole(self, table: Table, depth: int = 0) -> tuple[Found, ...]:
        """All columns of a table, under the program's keys; those of a view that declares its columns, too."""
        if table.query is None:
            return tuple(((key,), Part(Column(table.name, name))) for key, name in table.every())
        found = self._outputs(table.query, depth)
        if not table.columns:
            return found
        return tuple(
            ((key, *path[1:]), part) for key, name in table.columns for path, part in found if path[:1] == (name,)
        )

    def _outputs(self, query: Spot, depth: int) -> tuple[Found, ...]:
        """What a query gives, under the names that it gives it."""
        if depth > _DEEP:
            return ()
        if self.chains.of(query) is not None:
            return tuple((path[1:], part) for path, part in self.chain(query, depth) if path[:1] == ("[*]",))
        found = [one for made, _ in self.trace.through(query) for one in self._query(made, depth)]
        return tuple(dict.fromkeys(found))

    def _query(self, spot: Spot, depth: int) -> tuple[Found, ...]:
        if self.chains.of(spot) is not None:
            return tuple((path[1:], part) for path, part in self.chain(spot, depth) if path[:1] == ("[*]",))
        return self.read(self.facts(spot), depth)

    def object(self, spot: Spot, depth: int = 0) -> tuple[Found, ...]:
        """An object of columns; nested ones nest."""
        found: list[Found] = []
        for key, value in self.trace.properties(spot):
            found.extend(((key, *path), part) for path, part in self.expression(value, depth + 1))
        for spread in spread_at(self.trace, spot):
            found.extend(self.expression(spread, depth + 1))
        return tuple(found)

    # chains

    def chain(self, spot: Spot, depth: int = 0) -> tuple[Found, ...]:
        """The columns in the result of a chain that selects, or gives back what it writes, with the path from there."""
        if spot not in self._chains:
            self._chains[spot] = ()
            chain = self.chains.of(spot)
            if chain is not None and chain.named("returning"):
                self._chains[spot] = self.returned(chain, depth)
            elif chain is not None and chain.kind == "select":
                self._chains[spot] = self._selected(chain, depth)
        return self._chains[spot]

    def returned(self, chain: Chain, depth: int = 0) -> tuple[Found, ...]:
        """The columns of the rows that a chain gives back as it writes them."""
        if any(step.row.named for step in chain.steps):
            found = self.said(named.returned_text(self.chains, chain), depth)
            return tuple(((*named.rows_of(chain), *path), part) for path, part in found)
        argument = self.projection(chain.named("returning")[-1])
        changed = next(iter(chain.named("insert", "update", "delete")), None)
        table = self.chains.table(changed) if changed is not None else None
        if table is None:
            return ()
        found = self.expression(argument, depth) if argument is not None else self.whole(table, depth)
        return tuple((("[*]", *path), part) for path, part in found)

    def _selected(self, chain: Chain, depth: int) -> tuple[Found, ...]:
        if any(step.row.named for step in chain.steps):
            row, text = named.rows_of(chain), named.text_of(self.chains, chain)
            selected = self.said(text, depth)
            return tuple(((*row, *path), part) for path, part in selected)
        for step in chain.named("select"):
            argument = self.projection(step)
            if argument is not None:
                return tuple((("[*]", *path), part) for path, part in self.expression(argument, depth))
        rows = chain.named("from", "join") or [one for one in chain.named("select") if one.row.table]
        tables = [table for one in rows for table in self.chains.tables_of(one)]
        joined = len(rows) > 1
        listed = self._listed_names(chain) if len(rows) == 1 else None
        found: list[Found] = []
        for table in tables:
            if listed is not None:
                found.extend((("[*]", *path), part) for path, part in self.whole(table, depth) if path[0] in listed)
                continue
            steps = ("[*]", table.alias or table.name) if joined else ("[*]",)
            found.extend(((*steps, *path), part) for path, part in self.whole(table, depth))
        return tuple(found)

    def twice(self, chain: Chain, names: set[str]) -> list[str]:
        """What a chain calls one of some tables that it has twice; where its select list says so, only as far as it
        names columns of it.
        """
        tables = (one for one in map(self.chains.table, chain.named("from", "join")) if one is not None)
        called = [one.alias or one.name for one in tables if one.name in names]
        if len(called) < 2:
            return []
        given: set[str] = set()
        for step in chain.named("select"):
            argument = self.projection(step)
            for one in self.trace.made(argument) if argument is not None else ():
                for _, value in self.trace.properties(one):
                    given.update(table.alias or table.name for table, _ in self.tables.columns(value))
        return [one for one in called if one in given] or called

    def _listed_names(self, chain: Chain) -> frozenset[str] | None:
        """The keys of texts that are selected (`select(["i.id"])`, `addSelect("i.title")`); None without
        any, or with whole rows. What is computed has none.
        """
        names: set[str] = set()
        for step in chain.named("select"):
            held = self.trace.argument(step.spot, 0) if step.row.columns and not step.row.table else None
            for one in self.trace.made(held) if held is not None else ():
                listed = isinstance(self.trace.source(one), lowered.Array)
                parts = (
                    [value for _, value in self.trace.properties(one)]
                    if listed
                    else [one]
                    if self._is_text(one)
                    else []
                )
                names.update(map(self.tables.text, parts))
        if not names or any(name.isidentifier() for name in names):
            return None
        return frozenset(name.rpartition(".")[2] for name in names)

    def _is_text(self, spot: Spot) -> bool:
        source = self.trace.source(spot)
        return isinstance(source, lowered.Literal) and isinstance(source.value, str)

    def projection(self, step: Step) -> Spot | None:
        """The argument of a select that says what is selected; the last one that is given
        (`selectDistinctOn`).
        """
        given = None
        for place in places_of(step.row.columns) if step.row.columns else ():
            held = self.chains.place(step.spot, place)
            for one in self.trace.made(held) if held is not None else ():
                if not isinstance(self.trace.source(one), lowered.Array) and not self._is_text(one):
                    given = held
        return given
