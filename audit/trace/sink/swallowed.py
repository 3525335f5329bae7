"""Errors that are thrown and caught in one function: what a framework would answer for them is not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.graph import CallSite, Graph


def is_swallowed(graph: Graph, site: CallSite) -> bool:
    """Is what a call makes thrown within a `try` whose `catch` throws nothing on?"""
    return any(
        edge.op is Op.COPY and isinstance(caught := graph.source[edge.to], code.Try) and _ends(caught)
        for edge in graph.out[site.result]
    )


def _ends(caught: code.Try) -> bool:
    return caught.handler is not None and not any(map(_throws, caught.handler))


def _throws(node: object) -> bool:
    """Is there a `throw` in a statement, outside of functions that are made there?"""
    if isinstance(node, tuple):
        return any(map(_throws, node))
    if not isinstance(node, code.Node) or isinstance(node, code.Function):
        return False
    return isinstance(node, code.Throw) or any(_throws(getattr(node, name)) for name in node.__struct_fields__)
