"""What a value is given to: names, members, and tuples of them."""

from __future__ import annotations

import libcst as cst

from audit.extract.facts.code import ArrayPattern, Index, Member, Name, Pattern, Sequence
from audit.extract.python.lower.expressions import expression
from audit.extract.python.tree import Tree
from audit.extract.python.values import subscript_key


def pattern(tree: Tree, node: cst.CSTNode) -> Pattern:
    """The target of an assignment or a loop. Names after a starred one keep an item each."""
    if isinstance(node, (cst.Tuple, cst.List)):
        items = [one.value for one in node.elements if not isinstance(one, cst.StarredElement)]
        starred = [number for number, one in enumerate(node.elements) if isinstance(one, cst.StarredElement)]
        rest = node.elements[starred[0]].value if starred else None
        return ArrayPattern(
            tree.start(node),
            tuple(pattern(tree, one) for one in items),
            pattern(tree, rest) if rest is not None else None,
            len(items) - starred[0] if starred else 0,
        )
    if isinstance(node, cst.Subscript) and subscript_key(node) is None:  # `a[1:] = …` writes elements
        at = tree.start(node)
        return Index(at, expression(tree, node.value), Sequence(at, (), known=False))
    made = expression(tree, node)
    if isinstance(made, (Name, Member, Index)):
        return made
    return Sequence(made.at, (made,), known=False)
