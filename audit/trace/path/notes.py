"""What happens at a step, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.flow.graph import Graph


def note_of(graph: Graph, fact: Fact) -> str:
    """A note for a fact at its node: what the code does with the value there."""
    source = graph.source[fact.node]
    call = graph.results.get(fact.node)
    if call is not None:
        return f"result of {_callee(graph.calls[call].expression)}"
    if fact.node in graph.of_parameter:
        number, _ = graph.of_parameter[fact.node]
        return f"into {graph.functions[number].name or 'a function'}"
    for edge in graph.out[fact.node]:
        op, to = edge.op, edge.to
        if op is Op.ARGUMENT:
            return f"given to {_callee(graph.calls[to].expression)}"
        if op is Op.RETURN:
            return f"returned by {graph.functions[to].name or 'a function'}"
        if op is Op.KEEP:
            return f"kept in {graph.places[to].name}"
    return _plain(source)


def _plain(source: code.Node | None) -> str:
    if isinstance(source, code.Member):
        return f"read as .{source.key}"
    if isinstance(source, code.Name):
        return f"as {source.name}"
    if isinstance(source, code.Property):
        return f"property {source.key}" if isinstance(source.key, str) else "property"
    if isinstance(source, code.Object):
        return "part of an object"
    if isinstance(source, code.Array):
        return "element of a list"
    if isinstance(source, code.Try):
        return "caught"
    if isinstance(source, code.Template):
        return "part of a text"
    return "goes on"


def _callee(expression: code.Node) -> str:
    callee = expression.callee if isinstance(expression, code.Call) else getattr(expression, "tag", None)
    return _dotted(callee) or "a call"


def _dotted(node: object) -> str:
    if isinstance(node, code.Name):
        return node.name
    if isinstance(node, code.This):
        return node.name
    if isinstance(node, code.Member):
        head = _dotted(node.object)
        return f"{head}.{node.key}" if head else node.key
    if isinstance(node, code.Call):
        return f"{_dotted(node.callee)}()"
    return ""
