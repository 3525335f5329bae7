"""Runs of tokens by their clauses: keywords, sides of a UNION, joined sources, aliases."""

from __future__ import annotations

from audit.extract.sql.facts import Output, Value
from audit.extract.sql.nodes import dotted, group, is_name, sign, split, word
from audit.extract.sql.tokens import Group, Nodes, Token

_CLAUSES = {
    "from",
    "where",
    "group",
    "having",
    "window",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
    "union",
    "intersect",
    "except",
    "returning",
    "set",
    "values",
    "on",
    "select",
    "using",
}
_JOINS = ("join", "inner", "left", "right", "full", "cross", "natural")


def clauses_of(nodes: Nodes, keywords: tuple[str, ...]) -> dict[str, Nodes]:
    """The runs behind each of the keywords; what stands before the first one (itself included) under ""."""
    found: dict[str, Nodes] = {}
    name, start, depth = "", 0, 0
    for at in range(len(nodes)):
        text = word(nodes, at)
        depth += (text == "case") - (text == "end")
        if text in keywords and depth <= 0 and _opens(nodes, at):
            found.setdefault(name, nodes[start:at])
            name, start = text, at + 1
    found.setdefault(name, nodes[start:])
    return found


def _opens(nodes: Nodes, at: int) -> bool:
    """Does the keyword open a clause here (and is no part of IS DISTINCT FROM, or of a dotted name)?"""
    text = word(nodes, at)
    if sign(nodes, at - 1) == "." or sign(nodes, at + 1) == ".":
        return False
    if text == "from":
        return word(nodes, at - 1) != "distinct" or word(nodes, at - 2) not in ("is", "not")
    if text in ("group", "order"):
        return word(nodes, at + 1) == "by"
    return at > 0


def sides_of(nodes: Nodes) -> list[Nodes]:
    """The statements that UNION, INTERSECT and EXCEPT put together; one where there is none."""
    sides: list[Nodes] = []
    start = 0
    for at in range(len(nodes)):
        if word(nodes, at) in ("union", "intersect", "except"):
            sides.append(nodes[start:at])
            start = at + 1 + (word(nodes, at + 1) in ("all", "distinct"))
    return [*sides, nodes[start:]]


def united(sides: list[tuple[Output, ...]]) -> tuple[Output, ...]:
    """Sides of a UNION by position, under the names of the first; by name where a side has all columns of a
    table.
    """
    first = sides[0]
    if any(one.name == "*" for side in sides for one in side):
        return tuple(dict.fromkeys(one for side in sides for one in side))
    found = []
    for position, one in enumerate(first):
        parts = [part for side in sides if position < len(side) for part in side[position].value.parts]
        found.append(Output(one.name, Value(tuple(dict.fromkeys(parts)), one.value.text if not parts else None)))
    return tuple(found)


def renamed(outputs: tuple[Output, ...], columns: Group | None) -> tuple[Output, ...]:
    """Outputs under the names of a list of columns, as in `WITH a (x, y) AS …`."""
    if columns is None:
        return outputs
    names = [dotted(run, 0)[0][-1] for run in split(columns.items) if dotted(run, 0)[0]]
    return tuple(Output(name, one.value) for name, one in zip(names, outputs, strict=False))


def aliased(nodes: Nodes, at: int) -> tuple[str, Group | None]:
    """The alias at a position, and the names of columns behind it."""
    at += word(nodes, at) == "as"
    if word(nodes, at) in ("with", "tablesample"):
        at += 2
        at += word(nodes, at) == "as"
    if at < len(nodes) and is_name(nodes[at]):
        node = nodes[at]
        return (node.text if isinstance(node, Token) else ""), group(nodes, at + 1)
    return "", group(nodes, at)


def joined(nodes: Nodes) -> list[tuple[str, Nodes]]:
    """The sources of a FROM list, each with what joins it to those before: "left", "right", "full", else ""."""
    runs: list[tuple[str, list[object]]] = [("", [])]
    kind = ""
    for at, node in enumerate(nodes):
        text = word(nodes, at)
        called = text in ("left", "right") and group(nodes, at + 1) is not None
        if sign(nodes, at) == "," or (text == "join" and not called):
            runs.append((kind, []))
            kind = ""
        elif not (text in (*_JOINS, "outer") and not called and sign(nodes, at - 1) != "."):
            runs[-1][1].append(node)
        elif text in ("left", "right", "full"):
            kind = text
    return [(kind, run) for kind, run in runs if run]  # type: ignore[misc]


def without_alias(nodes: Nodes) -> tuple[Nodes, str]:
    """An item of a select list without its alias, and the alias."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Token) or not is_name(last) or len(nodes) < 2:
        return nodes, ""
    if word(nodes, len(nodes) - 2) == "as":
        return nodes[:-2], last.text
    before = nodes[-2]
    ends = (
        isinstance(before, Group)
        or (is_name(before) and word(nodes, len(nodes) - 2) not in _CLAUSES)
        or last.kind == "name"
    )
    typed = sign(nodes, len(nodes) - 2) in ("::", ".") or sign(nodes, len(nodes) - 3) == "::"
    if ends and not typed and sign(nodes, len(nodes) - 2) == "" and last.text not in ("end", "null", "true", "false"):
        return nodes[:-1], last.text
    return nodes, ""


def natural_name(nodes: Nodes) -> str:
    """The name that the database gives to an item without alias."""
    names, end = dotted(nodes, 0)
    if not names:
        return "?column?"
    behind = group(nodes, end) is not None or end >= len(nodes) or sign(nodes, end) == "::"
    return names[-1] if behind else "?column?"


def after_distinct(nodes: Nodes) -> Nodes:
    """What follows ALL, DISTINCT or DISTINCT ON (…)."""
    if word(nodes, 0) == "all":
        return nodes[1:]
    if word(nodes, 0) == "distinct":
        return nodes[3:] if word(nodes, 1) == "on" else nodes[1:]
    return nodes
