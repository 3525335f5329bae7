"""Literals: expressions without others inside, and the text of templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.extract.facts.code import Expr, Literal
from audit.extract.typescript.lower.text import number_of, text_of, unescaped

if TYPE_CHECKING:
    from tree_sitter import Node


def string(node: Node) -> Expr:
    """A string in quotes."""
    return Literal(node.start_byte, unescaped(text_of(node)[1:-1]))


def number(node: Node) -> Expr:
    """A number of any base, or a bigint."""
    text = text_of(node)
    return Literal(node.start_byte, number_of(text), "bigint" if text.endswith("n") else "")


def regex(node: Node) -> Expr:
    """A regular expression as it is written."""
    return Literal(node.start_byte, text_of(node), "regex")


def constant(*, value: bool | None, kind: str = "") -> Callable[[Node], Expr]:
    """The rule for a word that always means one value."""
    return lambda node: Literal(node.start_byte, value, kind)


def template_parts(node: Node) -> tuple[tuple[str, ...], tuple[Node, ...]]:
    """The texts of a template and the holes between them; texts are cut out of the source, so that no piece is lost."""
    source, start = node.text or b"", node.start_byte
    parts: list[str] = []
    holes = tuple(child for child in node.named_children if child.type == "template_substitution")
    done = 1
    for hole in holes:
        parts.append(unescaped(source[done : hole.start_byte - start].decode("utf-8", "replace")))
        done = hole.end_byte - start
    parts.append(unescaped(source[done:-1].decode("utf-8", "replace")))
    return tuple(parts), holes
