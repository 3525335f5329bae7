"""INSERT, UPDATE, DELETE and MERGE: which columns get which values."""

from __future__ import annotations

from audit.extract.sql.clauses import clauses_of
from audit.extract.sql.conditions import Way
from audit.extract.sql.facts import Column, Output, Part, Value, Write
from audit.extract.sql.nodes import dotted, group, sign, split, starts_query, text_of, word
from audit.extract.sql.queries import Queries
from audit.extract.sql.scope import Catalog, Scope, Source, Statement
from audit.extract.sql.tokens import Group, Nodes, Token, holes_in


class Changes(Queries):
    """Each gives what RETURNING gives; what is written is added to `all`. `table`: the last one that is changed."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self.all = Statement(catalog)
        self.table = ""

    # INSERT

    def insert(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """`INSERT INTO t (…) VALUES (…) ON CONFLICT …`, `INSERT … SELECT`, `INSERT … SET`, `REPLACE`."""
        at = next((at + 1 for at in range(1, 5) if word(nodes, at) == "into"), 1 + (word(nodes, 1) == "ignore"))
        names, at = dotted(nodes, at)
        table = self._target(names)
        alias = ""
        if word(nodes, at) == "as":
            alias, at = _text(nodes, at + 1), at + 2
        listed = group(nodes, at)
        if listed is not None and starts_query(listed.items):
            listed = None
        at += listed is not None
        clauses = _tail(nodes[at:])
        if word(clauses[""], 0) == "set":
            self._assign(clauses[""][1:], table, scope, "insert")
            clauses[""] = ()
        given = self._given(clauses[""], scope)
        columns = (
            [dotted(run, 0)[0][-1] for run in split(listed.items) if dotted(run, 0)[0]] if listed is not None else []
        )
        values = _paired(columns, given)
        self.all.writes.extend(Write(Column(table, name), value, "insert") for name, value in values)
        own = Scope(self.all, scope)
        own.add(alias or table, Source(table))
        excluded = [Output(name, value) for name, value in values]
        own.sources["excluded"] = Source("", excluded, Value() if columns else None)
        self._conflict(clauses.get("on", ()), table, own)
        return self.items(clauses.get("returning", ()), own)

    def _given(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        while word(nodes, 0) in ("overriding", "system", "user", "value"):
            nodes = nodes[1:]
        if starts_query(nodes):
            return self.outputs(nodes, Scope(self.all, scope))
        if nodes and word(nodes, 0) != "default":
            parts = self.expressions.value(nodes, scope).parts
            self.all.unknown.append(f"inserted rows {text_of(nodes)[:60]}")
            return (Output("*", Value(tuple(parts))),) if parts else ()
        return ()

    def _conflict(self, nodes: Nodes, table: str, scope: Scope) -> None:
        """`ON CONFLICT … DO UPDATE SET …` or `ON DUPLICATE KEY UPDATE …`."""
        at = next((i for i in range(len(nodes)) if word(nodes, i) == "update"), -1)
        if at < 0:
            return
        clauses = clauses_of(nodes[at + 1 + (word(nodes, at + 1) == "set") :], ("where",))
        before = len(self.all.writes)
        self._assign(clauses[""], table, scope, "conflict")
        if clauses.get("where"):
            self.conditions.read(clauses["where"], scope, Way("write"))
            changed = [one._replace(value=_asking(one.value, clauses["where"])) for one in self.all.writes[before:]]
            self.all.writes[before:] = changed

    # UPDATE and DELETE

    def update(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """`UPDATE t SET … FROM … WHERE …`."""
        clauses = clauses_of(nodes, ("set", "from", "where", "returning"))
        own = Scope(self.all, scope)
        table = self._targeted(clauses[""][1:], own)
        self.sources(clauses.get("from", ()), own)
        self._assign(clauses.get("set", ()), table, own, "update")
        self.where(clauses, own)
        scope.kept.extend(own.kept)
        return self.items(clauses.get("returning", ()), own)

    def delete(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """`DELETE FROM t USING … WHERE …`, which writes no values."""
        at = 1 + (word(nodes, 1) == "from")
        clauses = clauses_of(nodes[at:], ("using", "where", "returning"))
        own = Scope(self.all, scope)
        self._targeted(clauses[""], own)
        self.sources(clauses.get("using", ()), own)
        self.where(clauses, own)
        scope.kept.extend(own.kept)
        return self.items(clauses.get("returning", ()), own)

    def merge(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        """`MERGE INTO t USING s ON … WHEN MATCHED THEN UPDATE SET … WHEN NOT MATCHED THEN INSERT (…) VALUES (…)`."""
        clauses = clauses_of(nodes, ("using", "when", "returning"))
        own = Scope(self.all, scope)
        table = self._targeted(clauses[""][1 + (word(nodes, 1) == "into") :], own)
        source = clauses.get("using", ())
        at = next((i for i in range(len(source)) if word(source, i) == "on"), len(source))
        self.sources(source[:at], own)
        starts = [i for i in range(len(nodes)) if word(nodes, i) == "when"]
        for start, end in zip(starts, [*starts, len(nodes)][1:], strict=True):
            self._when(nodes[start:end], table, own)
        return self.items(clauses.get("returning", ()), own)

    def _when(self, nodes: Nodes, table: str, scope: Scope) -> None:
        """One arm of a MERGE."""
        at = next((i for i in range(len(nodes)) if word(nodes, i) == "then"), len(nodes))
        clauses = clauses_of(nodes[at + 1 :], ("set", "values", "returning"))
        if word(nodes, at + 1) == "update":
            self._assign(clauses.get("set", ()), table, scope, "update")
        listed, row = group(clauses[""], 1), group(clauses.get("values", ()), 0)
        if word(nodes, at + 1) == "insert" and row is not None:
            values = [self.expressions.value(run, scope) for run in split(row.items)]
            names = (
                [dotted(run, 0)[0][-1] for run in split(listed.items)] if listed is not None else ["*"] * len(values)
            )
            self.all.writes.extend(
                Write(Column(table, name), value, "insert") for name, value in zip(names, values, strict=False)
            )

    def _targeted(self, nodes: Nodes, scope: Scope) -> str:
        """The table that is changed, with its alias."""
        while word(nodes, 0) == "only":
            nodes = nodes[1:]
        names, at = dotted(nodes, 0)
        table = self._target(names)
        at += word(nodes, at) == "as"
        scope.add(_text(nodes, at) or table, Source(table))
        return table

    def _target(self, names: list[str]) -> str:
        if not names or names[-1] == "?":
            self.all.unknown.append("table in a hole")
            return ""
        self.table = names[-1]
        self.all.tables.setdefault(names[-1])
        return names[-1]

    def _assign(self, nodes: Nodes, table: str, scope: Scope, how: str) -> None:
        for run in split(nodes):
            at = next((i for i in range(len(run)) if sign(run, i) == "="), -1)
            if at < 0:
                self._unclear(run, table, scope, how)
                continue
            several = group(run, 0)
            if several is not None and at == 1:
                self._several(several, run[2:], table, scope, how)
                continue
            names, _ = dotted(run, 0)
            name = "*" if not names or names[-1] == "?" else names[-1]
            value = _asking(self.expressions.value(run[at + 1 :], scope), run[at + 1 :])
            self.all.writes.append(Write(Column(table, name), value, how))

    def _several(self, columns: Group, nodes: Nodes, table: str, scope: Scope, how: str) -> None:
        """`(a, b) = (1, 2)` or `= (SELECT …)`."""
        names = [dotted(run, 0)[0][-1] for run in split(columns.items) if dotted(run, 0)[0]]
        nodes = nodes[1:] if word(nodes, 0) == "row" else nodes
        inner = group(nodes, 0)
        if inner is not None and starts_query(inner.items):
            values = [one.value for one in self.outputs(inner.items, Scope(self.all, scope))]
        else:
            values = [self.expressions.value(run, scope) for run in split(inner.items)] if inner is not None else []
        for name, value in zip(names, values, strict=False):
            self.all.writes.append(Write(Column(table, name), value, how))

    def _unclear(self, nodes: Nodes, table: str, scope: Scope, how: str) -> None:
        self.all.unknown.append(f"assignment {text_of(nodes)[:60]}")
        value = self.expressions.value(nodes, scope)
        if any(part.hole is not None for part in value.parts):
            self.all.writes.append(Write(Column(table, "*"), value, how))


def _asking(value: Value, nodes: Nodes) -> Value:
    """A value, with the holes in a run that are no part of it: they decide whether it is put there, or which one."""
    said = {part.hole for part in value.parts}
    asked = tuple(Part(hole=hole, decides=True) for hole in dict.fromkeys(holes_in(nodes)) if hole not in said)
    return value._replace(parts=(*value.parts, *asked), text=None) if asked else value


def _tail(nodes: Nodes) -> dict[str, Nodes]:
    """The given rows, ON CONFLICT and RETURNING of an INSERT; a join's ON in its SELECT is none of them."""
    for at in range(len(nodes)):
        if word(nodes, at) == "on" and word(nodes, at + 1) in ("conflict", "duplicate"):
            rest = clauses_of(nodes[at + 1 :], ("returning",))
            return {"": nodes[:at], "on": rest[""], "returning": rest.get("returning", ())}
    return clauses_of(nodes, ("returning",))


def _paired(columns: list[str], given: tuple[Output, ...]) -> list[tuple[str, Value]]:
    if len(given) == 1 and given[0].name == "*":
        return [(name, _of_column(given[0].value, name)) for name in columns or ["*"]]
    if not columns:
        return [("*", one.value) for one in given if one.value.parts]
    return [(name, one.value) for name, one in zip(columns, given, strict=False)]


def _of_column(value: Value, name: str) -> Value:
    """All columns of a table are given: the one of the same name."""
    parts = [
        part._replace(column=Column(part.column.table, name))
        if part.column is not None and part.column.name == "*"
        else part
        for part in value.parts
    ]
    return Value(tuple(parts), value.text)


def _text(nodes: Nodes, at: int) -> str:
    node = nodes[at] if 0 <= at < len(nodes) else None
    return node.text if isinstance(node, Token) and node.kind in ("word", "name") else ""
