"""What an expression is made of: columns and holes that give its value, and those that only decide it."""

from __future__ import annotations

from collections.abc import Callable

from audit.extract.sql.facts import Output, Part, Value
from audit.extract.sql.nodes import (
    after_type,
    dotted,
    group,
    is_name,
    literal,
    sign,
    split,
    starts_query,
    text_of,
    word,
)
from audit.extract.sql.scope import Scope
from audit.extract.sql.tokens import Group, Nodes, Token
from audit.extract.sql.words import COMPARES, COUNTS, LISTS, NO_COLUMNS, OBJECTS, WORDS

Query = Callable[[Nodes, Scope], tuple[Output, ...]]


class Expressions:
    """`value` reads one expression in a scope; `query` reads the subqueries in it."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def value(self, nodes: Nodes, scope: Scope) -> Value:
        """The parts of an expression, and its text where it has none."""
        parts = tuple(dict.fromkeys(self._parts(nodes, scope)))
        return Value(parts, None if parts else (literal(nodes) or _named(nodes, scope) or text_of(nodes)))

    def _parts(self, nodes: Nodes, scope: Scope) -> list[Part]:
        if _compares(nodes):
            return [part._replace(decides=True) for part in self._run(nodes, scope)]
        return self._run(nodes, scope)

    def _run(self, nodes: Nodes, scope: Scope) -> list[Part]:
        found: list[Part] = []
        at = last = 0
        while at < len(nodes):
            key = _member(nodes, at)
            if key and len(found) > last:
                found[last:] = [one for part in found[last:] for one in _part_of(part, key)]
                at += 2
                continue
            last = len(found) if not isinstance(nodes[at], Token) or sign(nodes, at) != "::" else last
            at = self._one(nodes, at, scope, found)
        return found

    def _one(self, nodes: Nodes, at: int, scope: Scope, found: list[Part]) -> int:
        """Reads what stands at a position; the position behind it."""
        node = nodes[at]
        if isinstance(node, Group) and node.opener == "[" and found and word(nodes, at - 1) != "array":
            found[:] = [part._replace(path=part.path[1:]) if part.path[:1] == ("[*]",) else part for part in found]
            return at + 1  # an element of what stands before
        if isinstance(node, Group):
            found.extend(self._brackets(node, scope))
            return at + 1
        if node.kind == "hole" and sign(nodes, at + 1) != ".":
            found.append(Part(hole=node.hole))
            return at + 1
        if node.kind == "string":
            found.extend(Part(hole=hole) for hole in node.holes)
            return at + 1
        if node.text == "::" and node.kind == "op":
            return after_type(nodes, at + 1)
        if word(nodes, at) == "case":
            return self._case(nodes, at, scope, found)
        if is_name(node) or node.kind == "hole":
            return self._name(nodes, at, scope, found)
        return at + 1

    def _brackets(self, inner: Group, scope: Scope) -> list[Part]:
        if starts_query(inner.items):
            return self._subquery(inner.items, scope)
        cut = next((i for i in range(len(inner.items)) if word(inner.items, i) == "order"), len(inner.items))
        ordered = [part._replace(decides=True) for part in self._run(inner.items[cut:], scope)]
        return [*(part for run in split(inner.items[:cut]) for part in self._parts(run, scope)), *ordered]

    def _subquery(self, nodes: Nodes, scope: Scope) -> list[Part]:
        """What the query says of columns holds in it, not for the rows around it."""
        said, asked = scope.statement.predicates, scope.statement.asked
        before, scope.statement.asked = len(said), {}
        outputs = self._query(nodes, Scope(scope.statement, scope))
        scope.statement.asked = asked
        said[before:] = [one._replace(arm=True, clause="subquery") for one in said[before:]]
        return [part for one in outputs for part in one.value.parts]

    def _name(self, nodes: Nodes, at: int, scope: Scope, found: list[Part]) -> int:
        names, end = dotted(nodes, at)
        arguments = group(nodes, end)
        text = word(nodes, at)
        if text in ("over", "filter", "within") and arguments is not None:
            found.extend(part._replace(decides=True) for part in self._brackets(arguments, scope))
            return end + 1
        if len(names) == 1 and text == "exists" and arguments is not None:
            found.extend(part._replace(decides=True) for part in self._brackets(arguments, scope))
            return end + 1
        if len(names) == 1 and text in NO_COLUMNS:
            return end
        if len(names) == 1 and text == "as":
            return end + 1
        if arguments is not None:
            found.extend(self._function(names[-1], arguments, scope))
            return end + 1
        found.extend(scope.column(names).parts)
        return max(end, at + 1)

    def _function(self, name: str, arguments: Group, scope: Scope) -> list[Part]:
        name = name.lower()
        if name in OBJECTS:
            return self._object(name, arguments, scope)
        if name == "nullif":
            runs = split(arguments.items)
            rest = [part._replace(decides=True) for run in runs[1:] for part in self._parts(run, scope)]
            return [*(self._parts(runs[0], scope) if runs else ()), *rest]
        if name in ("cast", "try_cast"):
            return self._parts(split(arguments.items, "as")[0] if arguments.items else (), scope)
        found = self._brackets(arguments, scope)
        if name in COUNTS:
            return [part._replace(decides=True) for part in found]
        if name in LISTS:
            return [part._replace(path=("[*]", *part.path)) for part in found]
        return found

    def _object(self, name: str, arguments: Group, scope: Scope) -> list[Part]:
        runs = split(arguments.items)
        found: list[Part] = []
        if name.endswith("array"):
            runs = [run for one in runs for run in ((), one)]
        for key, run in zip(runs[::2], runs[1::2], strict=False):
            named = (literal(key) or "").strip("'") or "[*]"
            found.extend(part._replace(path=(named, *part.path)) for part in self._parts(run, scope))
        return found

    def _case(self, nodes: Nodes, at: int, scope: Scope, found: list[Part]) -> int:
        """`CASE x WHEN a THEN b ELSE c END`: what stands behind THEN and ELSE is the value."""
        depth, start, decides = 1, at + 1, True
        for end in range(at + 1, len(nodes)):
            keyword = word(nodes, end)
            depth += (keyword == "case") - (keyword == "end")
            if depth == 0 or (depth == 1 and keyword in ("when", "then", "else")):
                parts = self._parts(nodes[start:end], scope)
                found.extend(part._replace(decides=part.decides or decides) for part in parts)
                start, decides = end + 1, keyword == "when"
            if depth == 0:
                return end + 1
        found.extend(self._parts(nodes[start:], scope))
        return len(nodes)


def _named(nodes: Nodes, scope: Scope) -> str | None:
    """The text of a constant that a name stands for (`EXCLUDED.notes`)."""
    names, end = dotted(nodes, 0)
    return scope.column(names).text if len(names) > 1 and end == len(nodes) else None


def _member(nodes: Nodes, at: int) -> str:
    """The key of JSON that is read at a position (`->> 'title'`), empty where none is."""
    return (literal(nodes[at + 1 : at + 2]) or "").strip("'") if sign(nodes, at) in ("->", "->>") else ""


def _part_of(part: Part, key: str) -> list[Part]:
    """What a part holds under a key of JSON: nothing where it stands under another one."""
    if part.path:
        return [part._replace(path=part.path[1:])] if part.path[0] in (key, "[*]") else []
    if part.hole is not None and not key.isdecimal():
        return [part._replace(inside=(*part.inside, key))]
    return [part]


def _compares(nodes: Nodes) -> bool:
    """Is the expression a condition at its top?"""
    depth = 0
    for at, node in enumerate(nodes):
        text = word(nodes, at)
        depth += (text == "case") - (text == "end")
        signed = isinstance(node, Token) and node.kind == "op" and node.text in COMPARES
        if depth == 0 and (signed or text in ("and", "or", "not", *WORDS)):
            return True
    return False
