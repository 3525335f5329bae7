"""Builds the graph of a statement: names are resolved, locals are flow-sensitive, everything else is an edge.

A local that only its own function uses has versions: a read is joined to the assignments that can reach it, so what
is overwritten is gone. A name that another function uses too is a place and keeps whatever is ever put into it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph.expressions import Expressions
from audit.flow.graph.model import Function, Graph
from audit.flow.graph.scopes import Scope, names_used
from audit.flow.graph.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from audit.flow.graph.records import Above


def build(
    file: str,
    body: tuple[code.Stmt, ...],
    decorates: Callable[[str], bool] = lambda _: False,
    replaced: Mapping[int, str] = MappingProxyType({}),
    inherits: Callable[[code.Class], Above | None] = lambda _: None,
) -> Graph:
    """The graph of one lowered top-level statement. Names declared at its top level are places of the module.

    `decorates`: of which names it is known that code of the tree stands behind them, where a function is decorated;
    `replaced`: what decorators of methods do with these, by where they stand (`flow.replacing.Kind`); `inherits`: what
    classes of Python have of the records that they extend.
    """
    builder = _Builder(Graph(file))
    builder.decorates, builder.replaced, builder.inherits = decorates, replaced, inherits
    start = body[0].at if body else 0
    module = Function(start, start, "<module>", "module", -1, (), -1, -1, -1, static=False, source=None)
    builder.graph.functions.append(module)
    builder.scope, builder.used = Scope(None, 0), names_used(body)
    builder.declare(body, shared=True)
    builder.block(body)
    builder.finish()
    builder.graph.close()
    return builder.graph


class _Builder(Statements, Expressions):
    """Statements and expressions know each other through this class."""
