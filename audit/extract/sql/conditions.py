"""Conditions as simple predicates on columns, with their polarity and the arms that they stand in."""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.sql.expressions import Expressions
from audit.extract.sql.facts import Column, Hole, Predicate
from audit.extract.sql.nodes import dotted, group, literal, sign, split, starts_query, stripped, word
from audit.extract.sql.scope import Scope
from audit.extract.sql.tokens import Nodes, Token
from audit.extract.sql.words import COMPARES, NO_COLUMNS, WORDS


class Way(NamedTuple):
    """How a condition is reached from the top of its clause."""

    clause: str = "where"
    positive: bool = True
    arm: bool = False


class Conditions:
    """`read` adds what a condition says to the statement."""

    def __init__(self, expressions: Expressions) -> None:
        self._expressions = expressions

    def read(self, nodes: Nodes, scope: Scope, way: Way) -> None:
        """Take a condition apart."""
        nodes = stripped(nodes)
        while word(nodes, 0) == "not" and word(nodes, 1) == "not":
            nodes = nodes[2:]
        alternatives = split(nodes, "or")
        if len(alternatives) > 1:
            self._each(alternatives, scope, way._replace(arm=way.arm or way.positive))
            return
        together = _conjuncts(nodes)
        if len(together) > 1:
            self._each(together, scope, way._replace(arm=way.arm or not way.positive))
        elif word(nodes, 0) == "not" and len(nodes) > 1:
            self.read(nodes[1:], scope, way._replace(positive=not way.positive))
        elif nodes:
            scope.statement.predicates.extend(self._simple(nodes, scope, way))

    def _each(self, runs: list[Nodes], scope: Scope, way: Way) -> None:
        for run in runs:
            self.read(run, scope, way)

    def _simple(self, nodes: Nodes, scope: Scope, way: Way) -> list[Predicate]:
        if word(nodes, 0) == "exists" or starts_query(nodes):
            return self._opaque(nodes, scope, way)
        at = next((i for i in range(len(nodes)) if _is_sign(nodes, i)), -1)
        if at < 0:
            side = self._side(nodes, scope)
            if side is None:
                return self._opaque(nodes, scope, way)
            return [Predicate(side[0], "true", None, (), (), side[1], way.positive, way.arm, way.clause)]
        operator, positive, rest = _operator(nodes, at)
        way = way._replace(positive=way.positive == positive)
        left, right = nodes[: at - (word(nodes, at - 1) == "not")], nodes[rest:]
        return self._compared(left, operator, right, scope, way)

    def _compared(self, left: Nodes, operator: str, right: Nodes, scope: Scope, way: Way) -> list[Predicate]:
        found: list[Predicate] = []
        for one, other in ((left, right), (right, left)):
            side = self._side(one, scope)
            if side is not None:
                value = self._expressions.value(other, scope)
                holes: tuple[Hole, ...] = tuple(part.hole for part in value.parts if part.hole is not None)
                others = tuple(part.column for part in value.parts if part.column is not None)
                found.append(
                    Predicate(
                        side[0],
                        operator,
                        literal(other),
                        holes,
                        others,
                        side[1],
                        way.positive,
                        way.arm,
                        way.clause,
                    )
                )
        return found or self._opaque((*left, *right), scope, way)

    def _side(self, nodes: Nodes, scope: Scope) -> tuple[Column, str | None] | None:
        """The one column that a side of a comparison is, and what stands in for its NULL."""
        nodes = stripped(nodes)
        names, end = dotted(nodes, 0)
        if names and end == len(nodes) and names[-1] not in ("?", *NO_COLUMNS):
            parts = scope.column(names).parts
            column = parts[0].column if len(parts) == 1 and not parts[0].decides else None
            return (column, None) if column is not None else None
        arguments = group(nodes, 1)
        if word(nodes, 0) == "coalesce" and arguments is not None and len(nodes) == 2:
            runs = split(arguments.items)
            inner = self._side(runs[0], scope) if len(runs) == 2 else None
            return (inner[0], literal(runs[1])) if inner is not None else None
        return None

    def _opaque(self, nodes: Nodes, scope: Scope, way: Way) -> list[Predicate]:
        """Columns that have a part in a condition which is not simple."""
        value = self._expressions.value(nodes, scope)
        if any(part.hole is not None and part.column is None for part in value.parts) and len(nodes) == 1:
            scope.statement.unknown.append(f"condition in a hole ({way.clause})")
        columns = dict.fromkeys(part.column for part in value.parts if part.column is not None)
        return [Predicate(one, "?", None, (), (), None, way.positive, way.arm, way.clause) for one in columns]


def _conjuncts(nodes: Nodes) -> list[Nodes]:
    """The runs between ANDs, but for those that belong to a BETWEEN."""
    runs: list[list[object]] = [[]]
    pending = 0
    for at, node in enumerate(nodes):
        text = word(nodes, at)
        pending += text == "between"
        if text == "and" and not pending:
            runs.append([])
            continue
        if text == "and":
            pending -= 1
        runs[-1].append(node)
    return [run for run in runs if run]  # type: ignore[misc]


def _is_sign(nodes: Nodes, at: int) -> bool:
    node = nodes[at]
    return isinstance(node, Token) and ((node.kind == "op" and node.text in COMPARES) or word(nodes, at) in WORDS)


def _operator(nodes: Nodes, at: int) -> tuple[str, bool, int]:
    """The operator at a position, whether it is meant as it stands, and where its right side starts."""
    text = sign(nodes, at)
    if text:
        return ("<>" if text == "!=" else text if text in ("=", "<>") else "compare"), True, at + 1
    text = word(nodes, at)
    if text in ("isnull", "notnull"):
        return ("is null" if text == "isnull" else "is not null"), True, at + 1
    if text == "is":
        return _is(nodes, at + 1)
    denied = word(nodes, at - 1) == "not"
    if text == "in":
        return ("not in" if denied else "in"), True, at + 1
    return ("like" if text in ("like", "ilike", "similar") else "compare"), not denied, at + 1


def _is(nodes: Nodes, at: int) -> tuple[str, bool, int]:
    """`IS [NOT] NULL`, `IS [NOT] TRUE`, `IS [NOT] DISTINCT FROM`. Where NULL is let in, nothing but the truth
    is said.
    """
    denied = word(nodes, at) == "not"
    at += denied
    if word(nodes, at) == "null":
        return ("is not null" if denied else "is null"), True, at + 1
    if word(nodes, at) == "distinct":
        return ("=" if denied else "is not"), True, at + 2
    return ("is not" if denied else "="), True, at
