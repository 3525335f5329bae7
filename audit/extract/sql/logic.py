"""Conditions read as trees: AND, OR, NOT, comparisons with constants, COALESCE, CASE, EXISTS and IN.

What is not understood is open: it may be anything, so no verdict rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from audit.extract.sql.facts import Column, Output, Part, Value
from audit.extract.sql.nodes import dotted, group, literal, sign, split, starts_query, stripped, word
from audit.extract.sql.scope import Scope
from audit.extract.sql.tokens import Nodes, Token
from audit.extract.sql.truths import OPEN, Condition, Kind, Truth, all_of, any_of, where_true
from audit.extract.sql.words import COMPARES, NO_COLUMNS, WORDS

_DEEPEST = 60
"""Conditions within conditions; what lies deeper is open."""
Query = Callable[[Nodes, Scope], tuple[Output, ...]]
_TRUTHS: dict[str, Truth] = {
    "true": True, "t": True, "1": True, "false": False, "f": False, "0": False, "null": None, "unknown": None,
}  # fmt: skip

_OF_ROWS: dict[str, Kind] = {"bool_or": "or", "bool_and": "and", "every": "and"}


class Logic:
    """`of` reads a condition in a scope; `query` reads the subqueries in it."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._depth = 0

    def of(self, nodes: Nodes, scope: Scope) -> Condition:
        """The tree of a condition or of a value that is one."""
        if self._depth >= _DEEPEST:
            return OPEN
        self._depth += 1
        try:
            return self._read(stripped(nodes), scope)
        finally:
            self._depth -= 1

    def told(self, value: Value, nodes: Nodes, scope: Scope) -> Value:
        """What an expression gives, with what that is where the columns that decide it are true."""
        if dotted(nodes, 0)[1] == len(nodes) or not any(map(_decides, value.parts)):
            return value
        condition = self.of(nodes, scope)
        told = (
            part._replace(then=where_true(condition, part.column)) if part.column and part.decides else part
            for part in value.parts
        )
        return value._replace(parts=tuple(told))

    def _read(self, nodes: Nodes, scope: Scope) -> Condition:
        if word(nodes, 0) == "case" and _marks(nodes)[-1:] == [len(nodes) - 1]:
            return self._case(nodes, scope)
        alternatives = _between(nodes, "or")
        if len(alternatives) > 1:
            return any_of(self.of(one, scope) for one in alternatives)
        together = _between(nodes, "and")
        if len(together) > 1:
            return all_of(self.of(one, scope) for one in together)
        if word(nodes, 0) == "not":
            return Condition("not", (self.of(nodes[1:], scope),)) if len(nodes) > 1 else OPEN
        at = next((i for i in _outside(nodes) if _compares(nodes, i)), -1)
        return self._compared(nodes, at, scope) if at > 0 else self._value(nodes, scope)

    # values

    def _value(self, nodes: Nodes, scope: Scope) -> Condition:
        text = literal(nodes)
        if text is not None:
            key = text.lower().strip("'")
            return Condition("constant", value=_TRUTHS[key]) if key in _TRUTHS else OPEN
        if word(nodes, 0) == "unknown" and len(nodes) == 1:
            return Condition("constant", value=None)
        arguments = group(nodes, 1)
        if arguments is not None and len(nodes) == 2:
            return self._called(word(nodes, 0), arguments.items, scope)
        column = self.column(nodes, scope)
        return Condition("column", columns=(column,)) if column is not None else OPEN

    def column(self, nodes: Nodes, scope: Scope) -> Column | None:
        """The one column that a run is."""
        nodes = stripped(nodes)
        names, end = dotted(nodes, 0)
        if not names or end != len(nodes) or names[-1] in ("?", "*", *NO_COLUMNS):
            return None
        parts = scope.column(names).parts
        return parts[0].column if len(parts) == 1 and not parts[0].decides and not parts[0].path else None

    def _called(self, name: str, items: Nodes, scope: Scope) -> Condition:
        if name == "coalesce":
            return Condition("first", tuple(self.of(run, scope) for run in split(items)))
        if name in _OF_ROWS:  # what it is for other rows of the group is not known
            return Condition(_OF_ROWS[name], (self.of(items, scope), OPEN))
        if name == "exists" and starts_query(items):
            rows, _ = self._rows(_unlimited(items), scope)
            return Condition("some", (rows,))
        return OPEN

    def _rows(self, nodes: Nodes, scope: Scope) -> tuple[Condition, Column | None]:
        """What holds for every row of a subquery, and its column where it has but one. It is not read a second time
        for the statement's own predicates.
        """
        said = scope.statement.predicates
        before = len(said)
        inner = Scope(scope.statement, scope)
        with inner.alone() as kept:
            outputs = self._query(nodes, inner)
        del said[before:]
        parts = outputs[0].value.parts if len(outputs) == 1 else ()
        return all_of(kept), parts[0].column if len(parts) == 1 and not parts[0].decides else None

    def _case(self, nodes: Nodes, scope: Scope) -> Condition:
        """`CASE WHEN a THEN b ELSE c END`, and with a value to compare."""
        marks = _marks(nodes)
        if len(marks) < 3 or marks[-1] != len(nodes) - 1:
            return OPEN
        subject = nodes[1 : marks[0]]
        parts: list[Condition] = []
        for at, behind in pairwise(marks):
            part = self.of(nodes[at + 1 : behind], scope)
            if subject and word(nodes, at) == "when":
                part = Condition("equal", (self.of(subject, scope), part))
            parts.append(part)
        if len(parts) % 2 == 0:
            parts.append(Condition("constant", value=None))
        return Condition("case", tuple(parts))

    # comparisons

    def _compared(self, nodes: Nodes, at: int, scope: Scope) -> Condition:
        left = nodes[:at]
        text = word(nodes, at) or sign(nodes, at)
        if text == "is":
            return self._is(left, nodes[at + 1 :], scope)
        if text in ("isnull", "notnull"):
            found = Condition("is", (self.of(left, scope), Condition("constant", value=None)))
            return found if text == "isnull" else Condition("not", (found,))
        if text == "in":
            denied = word(nodes, at - 1) == "not"
            found = self._in(nodes[: at - denied], nodes[at + 1 :], scope)
            return Condition("not", (found,)) if denied else found
        right = nodes[at + 1 :]
        if text == "=" and word(right, 0) in ("any", "some") and len(right) == 2:
            return self._in(left, right[1:], scope)
        if text not in ("=", "<>", "!="):
            return OPEN
        if text != "=" and word(right, 0) == "all" and len(right) == 2:
            return Condition("not", (self._in(left, right[1:], scope),))
        found = self._equal(left, right, scope)
        return found if text == "=" else Condition("not", (found,))

    def _equal(self, left: Nodes, right: Nodes, scope: Scope) -> Condition:
        one, other = self.column(left, scope), self.column(right, scope)
        if one is not None and other is not None:
            return Condition("link", columns=(one, other))
        sides = (self.of(left, scope), self.of(right, scope))
        return OPEN if OPEN in sides else Condition("equal", sides)

    def _is(self, left: Nodes, right: Nodes, scope: Scope) -> Condition:
        denied = word(right, 0) == "not"
        right = right[denied:]
        if word(right, 0) == "distinct":
            denied, right = not denied, right[2:]
        found = Condition("is", (self.of(left, scope), self.of(right, scope)))
        return Condition("not", (found,)) if denied else found

    def _in(self, left: Nodes, right: Nodes, scope: Scope) -> Condition:
        listed = group(right, 0)
        if listed is None or len(right) != 1:
            return OPEN
        if starts_query(listed.items):
            rows, given = self._rows(listed.items, scope)
            column = self.column(left, scope)
            link = Condition("link", columns=(column, given)) if column is not None and given is not None else OPEN
            return Condition("some", (all_of((rows, link)),))
        return any_of(self._equal(left, run, scope) for run in split(listed.items)) if listed.items else OPEN


def _decides(part: Part) -> bool:
    return part.decides and part.column is not None


def _unlimited(nodes: Nodes) -> Nodes:
    """A query without the LIMIT behind which it has a row as well."""
    at = next((i for i in range(len(nodes)) if word(nodes, i) == "limit"), len(nodes))
    return nodes[:at] if at + 2 == len(nodes) and literal(nodes[at + 1 :]) not in (None, "0") else nodes


def _marks(nodes: Nodes) -> list[int]:
    """Where WHEN, THEN, ELSE and END of the CASE at the start stand."""
    found: list[int] = []
    depth = 0
    for at in range(len(nodes)):
        text = word(nodes, at)
        depth += text == "case"
        if depth == 1 and text in ("when", "then", "else", "end"):
            found.append(at)
        depth -= text == "end"
        if found and not depth:  # what follows is no part of it
            break
    return found


def _outside(nodes: Nodes) -> Iterator[int]:
    """The positions that stand in no CASE."""
    depth = 0
    for at in range(len(nodes)):
        text = word(nodes, at)
        depth += text == "case"
        if depth == 0:
            yield at
        depth -= text == "end"


def _between(nodes: Nodes, text: str) -> list[Nodes]:
    """The runs between ANDs or ORs, but for an AND that belongs to a BETWEEN."""
    runs: list[Nodes] = []
    start, pending = 0, 0
    for at in _outside(nodes):
        pending += text == "and" and word(nodes, at) == "between"
        if word(nodes, at) == text and not pending:
            runs.append(nodes[start:at])
            start = at + 1
        elif word(nodes, at) == text:
            pending -= 1
    return [run for run in (*runs, nodes[start:]) if run]


def together(nodes: Nodes) -> list[Nodes]:
    """The conditions that must all hold, as they stand side by side."""
    nodes = stripped(nodes)
    return [nodes] if len(_between(nodes, "or")) > 1 else [stripped(one) for one in _between(nodes, "and")]


def _compares(nodes: Nodes, at: int) -> bool:
    node = nodes[at]
    return isinstance(node, Token) and ((node.kind == "op" and node.text in COMPARES) or word(nodes, at) in WORDS)
