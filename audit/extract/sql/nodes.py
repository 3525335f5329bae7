"""Questions about runs of tokens and groups: keywords, splitting, dotted names, literals."""

from __future__ import annotations

from audit.extract.sql.tokens import Group, Node, Nodes, Token


def word(nodes: Nodes, at: int) -> str:
    """The keyword (or plain name) at a position, empty where none stands."""
    if 0 <= at < len(nodes):
        node = nodes[at]
        if isinstance(node, Token) and node.kind == "word":
            return node.text
    return ""


def sign(nodes: Nodes, at: int) -> str:
    """The operator at a position, empty where none stands."""
    if 0 <= at < len(nodes):
        node = nodes[at]
        if isinstance(node, Token) and node.kind == "op":
            return node.text
    return ""


def group(nodes: Nodes, at: int) -> Group | None:
    """The brackets at a position."""
    node = nodes[at] if 0 <= at < len(nodes) else None
    return node if isinstance(node, Group) and node.opener == "(" else None


def is_name(node: Node) -> bool:
    """May the node be a part of a name?"""
    return isinstance(node, Token) and node.kind in ("word", "name")


def split(nodes: Nodes, at: str = ",") -> list[Nodes]:
    """The runs between an operator or keyword."""
    runs: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, Token) and node.text == at and node.kind in ("op", "word"):
            runs.append([])
        else:
            runs[-1].append(node)
    return [run for run in runs if run]


def dotted(nodes: Nodes, at: int) -> tuple[list[str], int]:
    """The dotted name that starts at a position, with its end. `*` may be its last part, a hole is "?"."""
    names: list[str] = []
    while at < len(nodes):
        node = nodes[at]
        if not isinstance(node, Token) or node.kind not in ("word", "name", "hole"):
            break
        names.append(node.text if node.kind != "hole" else "?")
        if sign(nodes, at + 1) != ".":
            return names, at + 1
        at += 2
        if sign(nodes, at) == "*":
            return [*names, "*"], at + 1
    return names, at


def text_of(nodes: Nodes) -> str:
    """The source text, with one blank between tokens; holes are "?"."""
    return " ".join(_text(node) for node in nodes)


def _text(node: Node) -> str:
    if isinstance(node, Group):
        return f"({text_of(node.items)})" if node.opener == "(" else f"[{text_of(node.items)}]"
    if node.kind == "hole":
        return "?"
    return f'"{node.text}"' if node.kind == "name" else node.text


def starts_query(nodes: Nodes) -> bool:
    """Does a query stand here?"""
    if word(nodes, 0) in ("select", "with", "values", "table"):
        return True
    inner = group(nodes, 0)
    return inner is not None and starts_query(inner.items)


def stripped(nodes: Nodes) -> Nodes:
    """Without outer brackets and casts (`(x)::text`)."""
    while True:
        cut = next((i for i in range(len(nodes)) if sign(nodes, i) == "::"), -1)
        if cut > 0 and _only_type(nodes[cut + 1 :]):
            nodes = nodes[:cut]
            continue
        inner = group(nodes, 0) if len(nodes) == 1 else None
        if inner is None or starts_query(inner.items):
            return nodes
        nodes = inner.items


def after_type(nodes: Nodes, at: int) -> int:
    """The position behind a type's name."""
    _, end = dotted(nodes, at)
    while word(nodes, end) in ("precision", "varying", "without", "with", "time", "zone"):
        end += 1
    while end < len(nodes) and isinstance(nodes[end], Group) and (group(nodes, end) is None or end == at + 1):
        end += 1
    return max(end, at + 1)


def _only_type(nodes: Nodes) -> bool:
    return after_type(nodes, 0) >= len(nodes) if nodes else True


def literal(nodes: Nodes) -> str | None:
    """The text of a literal (NULL, TRUE, a number, a string), None for anything else."""
    nodes = stripped(nodes)
    if len(nodes) == 2 and sign(nodes, 0) in ("-", "+"):
        nodes = nodes[1:]
    if len(nodes) != 1 or not isinstance(nodes[0], Token):
        return None
    token = nodes[0]
    if token.kind in ("string", "number") and not token.holes:
        return token.text
    return token.text if token.kind == "word" and token.text in ("null", "true", "false", "default") else None
