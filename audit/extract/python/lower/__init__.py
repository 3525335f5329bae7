"""Python syntax lowered to the small language of `audit.extract.facts.code`.

What Python has and the language has not: slices (`expressions`), the `else` of loops, several `except`
clauses and `global` (`statements`), `match` (`matches`), receivers and class bodies (`functions`).
"""

from __future__ import annotations

import libcst as cst

from audit.extract.facts.code import Do, Sequence, Stmt
from audit.extract.python.lower.statements import statement
from audit.extract.python.tree import Tree

__all__ = ["lower"]


def lower(tree: Tree, node: cst.CSTNode) -> tuple[Stmt, ...]:
    """A top-level statement.

    Code nested deeper than the interpreter can follow becomes one expression that is marked as not known.
    """
    try:
        return statement(tree, node)
    except RecursionError:
        at = tree.start(node)
        return (Do(at, Sequence(at, (), known=False)),)
