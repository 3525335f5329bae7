"""The entry for every kind of text: statements, several in a row, expressions, conditions."""

from __future__ import annotations

from collections.abc import Iterable

from audit.extract.sql.changes import Changes
from audit.extract.sql.conditions import Way
from audit.extract.sql.facts import Facts, Output, Part
from audit.extract.sql.nodes import group, split, starts_query, word
from audit.extract.sql.remembered import remembered
from audit.extract.sql.scope import Catalog, Scope
from audit.extract.sql.tokens import Nodes, Piece, groups_of, tokens_of
from audit.extract.sql.truths import ALWAYS, all_of
from audit.extract.sql.words import OTHERS, STARTS


def read_sql(pieces: Iterable[Piece], catalog: Catalog = lambda _: None) -> Facts:
    """What a text says that is made of pieces and holes (integers). Never fails; what is not understood is
    said.

    A text that starts like no statement is read as an expression: its one output is named "". `catalog` gives
    the columns of a table, to tell which table an unqualified column belongs to.
    """
    return remembered(_statement, tuple(pieces), catalog)


def read_condition(pieces: Iterable[Piece], catalog: Catalog = lambda _: None) -> Facts:
    """What a text says that is a condition: predicates only."""
    return remembered(_condition, tuple(pieces), catalog)


def _statement(pieces: tuple[Piece, ...], catalog: Catalog) -> Facts:
    return _Reader(catalog).read(groups_of(tokens_of(pieces)))


def _condition(pieces: tuple[Piece, ...], catalog: Catalog) -> Facts:
    reader = _Reader(catalog)
    nodes = groups_of(tokens_of(pieces))
    reader.conditions.read(nodes, Scope(reader.all), Way())
    reader.kept = reader.logic.of(nodes, Scope(reader.all)) if nodes else ALWAYS
    return reader.facts("expression", "", ())


class _Reader(Changes):
    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self.statement = self._statement
        self.kind = ""
        self.kept = ALWAYS

    def read(self, nodes: Nodes) -> Facts:
        scope = Scope(self.all)
        outputs: tuple[Output, ...] = ()
        for run in split(nodes, ";"):
            if _starts(run):
                outputs = self._statement(run, scope) or outputs
                self.kept = all_of(scope.kept)
            elif word(run, 0) in OTHERS:
                self.kind = self.kind or "other"
            else:
                self.kind = self.kind or "expression"
                outputs = (Output("", self.logic.told(self.expressions.value(run, scope), run, scope)),)
            scope = Scope(self.all)
        return self.facts(self.kind or "other", self.table, outputs)

    def facts(self, kind: str, table: str, outputs: tuple[Output, ...]) -> Facts:
        """Everything that was gathered."""
        gathered = self.all
        predicates = tuple(dict.fromkeys(gathered.predicates))
        unknown = tuple(dict.fromkeys(gathered.unknown))
        kept = self.kept if self.kept != ALWAYS else None
        runs = tuple(one for one in dict.fromkeys(gathered.runs) if one.parts)
        writes, tables = tuple(gathered.writes), tuple(gathered.tables)
        asked = tuple(gathered.asked)
        return Facts(kind, table, outputs, writes, predicates, tables, unknown, kept, runs, gathered.part, asked)

    def _statement(self, nodes: Nodes, scope: Scope) -> tuple[Output, ...]:
        if word(nodes, 0) == "with":
            nodes = nodes[self.commons(nodes, scope) :]
        kind = word(nodes, 0)
        self.kind = _CHANGES.get(kind) or self.kind or "select"
        if kind in ("insert", "replace"):
            return self.insert(nodes, scope)
        if kind == "update":
            return self.update(nodes, scope)
        if kind == "delete":
            return self.delete(nodes, scope)
        if kind == "merge":
            return self.merge(nodes, scope)
        if kind == "create":
            at = next((i for i in range(len(nodes)) if word(nodes, i) == "as"), len(nodes))
            self.kind = "other" if at == len(nodes) else self.kind
            return self.outputs(nodes[at + 1 :], scope)
        return self.outputs(nodes, scope) if starts_query(nodes) else ()


_CHANGES = {"insert": "insert", "replace": "insert", "update": "update", "delete": "delete", "merge": "update"}
"""What a statement does, by its first word."""


def _starts(nodes: Nodes) -> bool:
    first = group(nodes, 0)
    return word(nodes, 0) in STARTS or (first is not None and starts_query(first.items))


__all__ = ["Part", "read_condition", "read_sql"]
