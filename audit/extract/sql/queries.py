"""SELECT and VALUES: outputs by name, sources with their aliases, conditions."""

from __future__ import annotations

from collections.abc import Callable

from audit.extract.sql.apart import of_sides, unjoined
from audit.extract.sql.clauses import (
    after_distinct,
    aliased,
    clauses_of,
    joined,
    natural_name,
    renamed,
    sides_of,
    united,
    without_alias,
)
from audit.extract.sql.conditions import Conditions, Way
from audit.extract.sql.expressions import Expressions
from audit.extract.sql.facts import Output, Part, Run, Value
from audit.extract.sql.functions import is_own, stored
from audit.extract.sql.logic import Logic
from audit.extract.sql.nodes import dotted, group, sign, split, starts_query, text_of, word
from audit.extract.sql.scope import Left, Scope, Source, Statement
from audit.extract.sql.tokens import Group, Nodes, holes_in
from audit.extract.sql.truths import Condition, all_of, any_of


class Queries:
    """`outputs` reads a query of any form; the other methods read clauses for statements that are none."""

    def __init__(self) -> None:
        self.expressions = Expressions(self.outputs)
        self.conditions = Conditions(self.expressions)
        self.logic = Logic(self.outputs)
        self.statement: Callable[[Nodes, Scope], tuple[Output, ...]] = self.outputs

    def outputs(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """What a query gives, by name."""
        if word(nodes, 0) == "with":
            nodes = nodes[self.commons(nodes, scope) :]
        sides = sides_of(nodes)
        if len(sides) > 1:
            return self._united(nodes, sides, scope)
        inner = group(nodes, 0)
        if inner is not None and starts_query(inner.items):
            return self._inside(inner.items, scope)
        if word(nodes, 0) == "values":
            return self.rows(nodes[1:], scope)
        if word(nodes, 0) == "table":
            self.source(nodes[1:], scope)
            return tuple(one for source in scope.sources.values() for one in source.everything())
        if word(nodes, 0) != "select":
            return self.statement(nodes, scope) if self.statement != self.outputs else ()
        return self._select(nodes, scope)

    def _united(self, nodes: Nodes, sides: list[Nodes], scope: Scope) -> tuple[Output, ...]:
        """Sides of UNION, EXCEPT and INTERSECT."""
        words = {word(nodes, i) for i in range(len(nodes))} & {"union", "except", "intersect"}
        found: list[tuple[Output, ...]] = []
        kept: list[Condition] = []
        for side in sides:
            own = Scope(scope.statement, scope)
            with own.alone() as held:
                found.append(self.outputs(side, own))
            kept.append(all_of(held))
        scope.statement.part = scope.statement.part or words != {"union"}
        scope.kept.extend(of_sides(words, found, kept))
        return united(found)

    def _inside(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        inner = Scope(scope.statement, scope)
        outputs = self.outputs(nodes, inner)
        scope.kept.extend(inner.kept)
        return outputs

    def _select(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        clauses = clauses_of(
            nodes, ("from", "where", "group", "having", "window", "order", "limit", "offset", "fetch", "for")
        )
        if not _PARTS.isdisjoint(clauses) or (word(nodes, 1) == "distinct" and word(nodes, 2) == "on"):
            scope.statement.part = True
        begun, items = len(scope.kept), after_distinct(nodes[1 : 1 + len(clauses[""]) - 1])
        self.sources(clauses.get("from", ()), scope)
        self.where(clauses, scope)
        apart = list(unjoined(self.logic, clauses.get("where", ()), scope))
        if scope.twice():
            scope.kept[begun:] = [self._of_each(clauses, items, scope)]
        scope.kept.extend(apart)
        return self.items(items, scope)

    def _of_each(self, clauses: dict[str, Nodes], items: Nodes, scope: Scope) -> Condition:
        """What holds for the rows that a query gives where a table stands in it twice: of each of these that it gives
        columns of. What is said of another one counts where that is joined as the same row.
        """
        names = scope.twice()
        alone = {one: self.items(items, self._only(clauses, scope, {one})) for one in sorted(names)}
        given = [one for one, outputs in alone.items() if any(each.is_given() for each in outputs)]
        kept: list[Condition] = []
        for one in given or sorted(names):
            others = names - {one}
            own = all_of(self._only(clauses, scope, set(scope.sources) - others).kept)
            pairs = (all_of(self._only(clauses, scope, {one, other}).kept) for other in sorted(others))
            kept.append(all_of((own, *(Condition("some", (pair,)) for pair in pairs))))
        return any_of(kept)

    def _only(self, clauses: dict[str, Nodes], scope: Scope, shown: set[str]) -> Scope:
        """The same query, read with some of its sources alone."""
        found = Scope(Statement(scope.statement.catalog), scope.outer, shown)
        found.queries.update(scope.queries)
        self.sources(clauses.get("from", ()), found)
        self.where(clauses, found)
        return found

    def where(self, clauses: dict[str, Nodes], scope: Scope) -> None:
        """The conditions of WHERE and HAVING."""
        for name in ("where", "having"):
            if clauses.get(name):
                self.conditions.read(clauses[name], scope, Way(name))
                scope.statement.asked.update(dict.fromkeys(holes_in(clauses[name])))
                scope.kept.append(self.logic.of(clauses[name], scope))

    def commons(self, nodes: Nodes, scope: Scope) -> int:
        """The common table expressions of a WITH; the position behind them."""
        at = 1 + (word(nodes, 1) == "recursive")
        while at < len(nodes):
            names, end = dotted(nodes, at)
            columns = group(nodes, end)
            end += columns is not None
            if word(nodes, end) != "as" or not names:
                return at
            end += 1
            while word(nodes, end) in ("not", "materialized"):
                end += 1
            body = group(nodes, end)
            inner = Scope(scope.statement, scope)
            with inner.alone() as kept:
                outputs = self.statement(body.items, inner) if body is not None else ()
            within = inner.tables()
            scope.queries[names[-1]] = Source("", renamed(outputs, columns), kept=all_of(kept), within=within)
            if sign(nodes, end + 1) != ",":
                return end + 1
            at = end + 2
        return at

    def rows(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """`VALUES (a, b), (c, d)`: outputs column1, column2, … of all rows together."""
        columns: list[list[Part]] = []
        texts: list[list[str]] = []
        for run in split(nodes):
            row = group(run, 0) if word(run, 0) != "row" else group(run, 1)
            if row is None:
                holes = self.expressions.value(run, scope).parts
                return tuple(Output(f"column{i + 1}", Value(_inside(holes, i))) for i in range(64)) if holes else ()
            for position, item in enumerate(split(row.items)):
                value = self.expressions.value(item, scope)
                while len(columns) <= position:
                    columns.append([])
                    texts.append([])
                columns[position].extend(value.parts)
                texts[position].extend([value.text] if value.text is not None else [])
        return tuple(
            Output(f"column{i + 1}", Value(tuple(dict.fromkeys(parts)), text[0] if text and not parts else None))
            for i, (parts, text) in enumerate(zip(columns, texts, strict=True))
        )

    def items(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """A select list (also of RETURNING)."""
        return tuple(one for run in split(nodes) for one in self._item(run, scope))

    def _item(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        if len(nodes) == 1 and sign(nodes, 0) == "*":
            return tuple(one for source in scope.sources.values() for one in source.everything())
        names, end = dotted(nodes, 0)
        if names and names[-1] == "*" and end == len(nodes):
            source = scope.source(names[-2]) if len(names) > 1 else None
            return source.everything() if source is not None else ()
        nodes, name = without_alias(nodes)
        value = self.logic.told(self.expressions.value(nodes, scope), nodes, scope)
        for called, given in stored(nodes):
            self._runs(called, given, scope)
        return (Output(name or natural_name(nodes), value),)

    def sources(self, nodes: Nodes, scope: Scope) -> None:
        """A FROM list with its joins; their conditions are read when all aliases are known."""
        conditions: list[tuple[bool, Nodes]] = []
        start = len(scope.kept)
        for kind, run in joined(nodes):
            at = next((i for i in range(len(run)) if word(run, i) in ("on", "using") and i > 0), len(run))
            before, known = len(scope.kept), len(scope.sources)
            self.source(run[:at], scope)
            if kind == "left" and word(run, at) == "on":
                own = all_of(scope.kept[before:])
                scope.left.extend(Left(alias, own, run[at + 1 :]) for alias in list(scope.sources)[known:])
            if kind in ("left", "full"):
                del scope.kept[before:]
            if kind in ("right", "full"):
                del scope.kept[start:before]
                conditions = [(False, one) for _, one in conditions]
            if word(run, at) == "on":
                conditions.append((not kind, run[at + 1 :]))
        for removes, one in conditions:
            self.conditions.read(one, scope, Way("on"))
            scope.kept.extend([self.logic.of(one, scope)] if removes else [])

    def source(self, nodes: Nodes, scope: Scope) -> None:
        """One item of a FROM list."""
        while word(nodes, 0) in ("only", "lateral"):
            nodes = nodes[1:]
        inner = group(nodes, 0)
        if inner is not None and not starts_query(inner.items):
            self.sources(inner.items, scope)
            return
        if inner is not None:
            alias, columns = aliased(nodes, 1)
            own = Scope(scope.statement, scope)
            with own.alone() as kept:
                outputs = self.outputs(inner.items, own)
            scope.kept.extend(kept if scope.shows(alias) else ())
            scope.add(alias, Source("", renamed(outputs, columns), within=own.tables()))
            return
        names, end = dotted(nodes, 0)
        if not names:
            scope.statement.unknown.append(f"source {text_of(nodes)[:60]}")
            return
        arguments = group(nodes, end)
        alias, columns = aliased(nodes, end + (arguments is not None))
        if arguments is not None:
            self._function(names[-1], arguments, alias, columns, scope)
            return
        known = scope.query(names[-1]) if len(names) == 1 else None
        if known is not None:
            scope.add(alias or names[-1], Source("", renamed(known.outputs, columns), within=known.within))
            scope.kept.extend([known.kept] if scope.shows(alias or names[-1]) else [])
        else:
            scope.add(alias or names[-1], Source(names[-1]))

    def _function(self, name: str, arguments: Group, alias: str, columns: Group | None, scope: Scope) -> None:
        """`unnest(a, b) AS v(x, y)`: each argument's elements are a column; else every column may hold them
        all.
        """
        values = [self.expressions.value(run, scope) for run in split(arguments.items)]
        if not is_own(name):
            self._runs(name, arguments, scope)
        named = (
            [dotted(run, 0)[0][-1] for run in split(columns.items) if dotted(run, 0)[0]] if columns is not None else []
        )
        if name == "unnest":
            keys = named or ([alias or name] if len(values) == 1 else [])
            outputs = [
                Output(keys[at] if at < len(keys) else name, Value(_inside(value.parts, -1)))
                for at, value in enumerate(values)
            ]
        else:
            parts = tuple(part for value in values for part in value.parts)
            outputs = [Output(key, Value(tuple(_within(part, "[*]", key) for part in parts))) for key in named]
        steps = ("[*]",) if name.endswith(_EACH) else ()
        rest = Value(tuple(_within(part, *steps) for value in values for part in value.parts))
        scope.add(alias or name, Source("", outputs, None if outputs else rest))

    def _runs(self, name: str, arguments: Group, scope: Scope) -> None:
        """A stored function: what it does with its arguments is not known."""
        parts = (part for run in split(arguments.items) for part in self.expressions.value(run, scope).parts)
        scope.statement.runs.append(Run(name, tuple(part for part in parts if part.hole is not None)))


_PARTS = frozenset(("group", "having", "limit", "offset", "fetch"))
"""Clauses behind which not every row is left."""
_EACH = ("_array_elements", "_array_elements_text", "_recordset", "json_each", "jsonb_each")
"""Functions that give a row for each element of their argument."""


def _inside(parts: tuple[Part, ...], position: int) -> tuple[Part, ...]:
    steps = ("[*]",) if position < 0 else ("[*]", f"[{position}]")
    return tuple(_within(part, *steps) for part in parts)


def _within(part: Part, *steps: str) -> Part:
    return part._replace(inside=(*part.inside, *steps)) if part.hole is not None else part
