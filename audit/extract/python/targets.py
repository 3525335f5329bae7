"""What stands around a value: the object before a member, the names a target binds, the entries of a dict."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from audit.extract.facts.names import Binding, Given, Target
from audit.extract.python.scopes import receiver
from audit.extract.python.tree import Tree
from audit.extract.python.values import constant_key, dotted, string_value, subscript_key


def target_of(tree: Tree, node: cst.CSTNode) -> Target:
    """The object that a member expression writes to or reads from: its root and the members between."""
    path: list[str] = []
    while isinstance(node, (cst.Attribute, cst.Subscript)):
        path.append(node.attr.value if isinstance(node, cst.Attribute) else constant_key(subscript_key(node)))
        node = node.value
    steps = tuple(reversed(path))
    if isinstance(node, cst.Name):
        is_receiver = node.value == receiver(tree, node)
        return Target("this" if is_receiver else node.value, tree.start(node), steps)
    if isinstance(node, cst.Call) and dotted(node.func) == "super":
        return Target("super", tree.start(node), steps)
    return Target("", tree.start(node), steps)


def bindings_of(tree: Tree, target: cst.CSTNode | None, path: tuple[str, ...] = ()) -> tuple[Binding, ...]:
    """Every local name a target binds, with what is read from the value first."""
    if isinstance(target, cst.Name):
        return (Binding(target.value, tree.start(target), path),)
    if isinstance(target, (cst.Tuple, cst.List)):
        found: list[Binding] = []
        for i, element in enumerate(target.elements):
            step = "..." if isinstance(element, cst.StarredElement) else f"[{i}]"
            found.extend(bindings_of(tree, element.value, (*path, step)))
        return tuple(found)
    return ()


def neighbours(holder: cst.CSTNode) -> tuple[tuple[str, str], ...]:
    """Entries of a dict whose values are a name, a member chain or a string, this in single quotes."""
    found: list[tuple[str, str]] = []
    for pair in holder.elements if isinstance(holder, cst.Dict) else ():
        if isinstance(pair, cst.DictElement):
            text = string_value(pair.value)
            text = None if text is None else f"'{text}'"
            if text is None and isinstance(pair.value, (cst.Name, cst.Attribute)):
                text = dotted(pair.value)
            found.extend([(constant_key(pair.key), text)] if text else [])
    return tuple(found)


def given_functions(tree: Tree, call: cst.Call) -> Iterator[Given]:
    """What the parameters of the lambdas bind that are written as arguments."""
    for position, arg in enumerate(call.args):
        if isinstance(arg.value, cst.Lambda):
            given = arg.value.params
            for index, one in enumerate((*given.posonly_params, *given.params)):
                yield Given(position, index, bindings_of(tree, one.name))
