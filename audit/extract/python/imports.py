"""Import statements, wherever they stand in a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from audit.extract.python.tree import Tree
from audit.extract.python.values import dotted


class Imported(NamedTuple):
    """An imported name, at its local name; `name` is "*" for a whole module, "" for one only loaded."""

    module: str
    name: str
    local: str
    at: int


def imported(tree: Tree, statement: cst.Import | cst.ImportFrom) -> Iterator[Imported]:
    """The names a statement brings in; module names stay as written, with leading dots.

    `import a.b` gives the local name `a`, which is the module `a`, and loads `a.b`, which becomes its member.
    `from m import *` has no local name.
    """
    if isinstance(statement, cst.Import):
        for alias in statement.names:
            yield from _whole(tree, alias)
        return
    module = "." * len(statement.relative) + dotted(statement.module)
    if isinstance(statement.names, cst.ImportStar):
        yield Imported(module, "*", "", tree.start(statement.names))
        return
    for alias in statement.names:
        local = _alias(alias) or alias.name
        yield Imported(module, dotted(alias.name), dotted(local), tree.start(local))


def _whole(tree: Tree, alias: cst.ImportAlias) -> Iterator[Imported]:
    module, local = dotted(alias.name), _alias(alias)
    if local is not None:
        yield Imported(module, "*", dotted(local), tree.start(local))
        return
    first: cst.BaseExpression = alias.name
    while isinstance(first, cst.Attribute):
        first = first.value
    top = dotted(first)
    yield Imported(top, "*", top, tree.start(first))
    if top != module:
        yield Imported(module, "", "", tree.start(first))


def _alias(alias: cst.ImportAlias) -> cst.Name | None:
    name = alias.asname.name if alias.asname is not None else None
    return name if isinstance(name, cst.Name) else None
