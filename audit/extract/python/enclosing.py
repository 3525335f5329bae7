"""The name of the function in which a node stands, qualified by its class and by the functions around it."""

from __future__ import annotations

import libcst as cst

from audit.extract.python.tree import Tree


def enclosing(tree: Tree, node: cst.CSTNode) -> tuple[str, int, str]:
    """(qualified name of the innermost named function or "<module>", offset of the class or -1, its name)."""
    names: list[str] = []
    function = False
    class_at, class_name = -1, ""
    for child, parent in tree.around(node):
        name = ""
        if isinstance(parent, cst.FunctionDef) and not isinstance(child, cst.Decorator):
            name, function = parent.name.value, True
        elif isinstance(parent, cst.ClassDef) and not isinstance(child, cst.Decorator):
            name = parent.name.value
            if class_at < 0:
                class_at, class_name = keyword_at(tree, parent), name
        elif isinstance(parent, cst.Lambda):
            name = _lambda_name(tree, parent)
            function = function or bool(name)
        names.extend([name] if name else [])
    return (".".join(reversed(names)) if function else "<module>"), class_at, class_name


def function_at(tree: Tree, node: cst.CSTNode) -> int:
    """Where the innermost function starts, -1 outside of all."""
    for child, parent in tree.around(node):
        if isinstance(parent, cst.Lambda):
            return tree.start(parent)
        if isinstance(parent, cst.FunctionDef) and not isinstance(child, cst.Decorator):
            return keyword_at(tree, parent)
    return -1


def keyword_at(tree: Tree, node: cst.ClassDef | cst.FunctionDef) -> int:
    """The offset of `class`, `def` or `async`; decorators come before it."""
    word = b"class" if isinstance(node, cst.ClassDef) else b"def"
    start, name = tree.start(node), tree.start(node.name)
    if isinstance(node, cst.FunctionDef) and node.asynchronous is not None:
        return tree.start(node.asynchronous)
    return max(tree.source.rfind(word, 0, name), start if not node.decorators else 0)


def _lambda_name(tree: Tree, node: cst.Lambda) -> str:
    parent = tree.parent(node)
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1:
        target = parent.targets[0].target
        return target.value if isinstance(target, cst.Name) else ""
    if isinstance(parent, cst.AnnAssign) and isinstance(parent.target, cst.Name):
        return parent.target.value
    return ""
