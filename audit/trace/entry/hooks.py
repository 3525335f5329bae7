"""Functions of Python that code outside of the tree calls without their being named: by what decorates them, by what
their class extends, and because a server makes the application with them.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.values import ClassValue, Func, Global, Outside, Typed
from audit.flow.code import Spot
from audit.flow.pieces import root_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph

_DEEPEST = 6
_PLAIN = frozenset((
    "abc", "builtins", "collections", "contextlib", "copy", "dataclasses", "enum", "functools", "types", "typing",
    "typing_extensions", "warnings",
))  # fmt: skip
"""Modules of the standard library whose decorators and classes call nothing by themselves."""


class Hooks:
    """Whether a function is called so cannot be known where a decorator or a base class of it is not read."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def may_call(self, function: FunctionId) -> bool:
        """May code outside of the tree call a function of a Python file?"""
        graph = self._origins.code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        decorators = shape.source.decorators if shape.source is not None else ()
        if any(self._is_outside(function, graph, one) for one in decorators):
            return True
        return self._extends(function.file, shape.class_at, 0) if shape.class_at >= 0 else self._makes(function, graph)

    def _makes(self, function: FunctionId, graph: Graph) -> bool:
        """Does a function make an application, for the server that is told its name (`create_app`)?"""
        calls = (site for site in graph.calls if site.function == function.number and site.callee >= 0)
        return any(
            self._is_application(one)
            for site in calls
            for one in self._origins.of(Spot(function.file, function.unit, site.callee))
        )

    def _is_application(self, made: Value) -> bool:
        if not isinstance(made, Outside):
            return False
        rows = self._origins.vocabulary.routes.exported(made.module, made.path)
        return any(row.kind == "object" and not row.prefix and row.path is None for row in rows)

    def _is_outside(self, function: FunctionId, graph: Graph, decorator: lowered.Expr) -> bool:
        """Is what decorates code from outside, or a member of what that made (`@bp.before_request`)?"""
        name = root_of(decorator)
        node = graph.named.get(name.at) if isinstance(name, lowered.Name) else None
        if node is None:
            return False
        values = self._origins.of(Spot(function.file, function.unit, node))
        return any(_is_not_read(one) for one in values)

    def _extends(self, file: str, class_at: int, depth: int) -> bool:
        """Does a class extend one that is not read, be it through one of the tree?"""
        for base in self._origins.classes.bases(file, class_at):
            if isinstance(base, ClassValue):
                if depth < _DEEPEST and self._extends(base.file, base.at, depth + 1):
                    return True
            elif _is_not_read(base):
                return True
        return False


def _is_not_read(value: Value) -> bool:
    """Is it of code outside of the tree that may call what it is given?"""
    if isinstance(value, Outside):
        module = value.module or value.path
        return module.partition(".")[0] not in _PLAIN and not hasattr(builtins, module)
    return not isinstance(value, (Func, ClassValue, Global)) and isinstance(value, Typed) and "#" in value.type
