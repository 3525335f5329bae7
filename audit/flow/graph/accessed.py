"""Calls that nobody has written: reading, writing or iterating what has code for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph.model import CallSite, Op

if TYPE_CHECKING:
    from audit.flow.graph.model import Graph

STEP = "#step"
"""The method of a call that gives the next element of what is iterated."""

WRITTEN_BY = "#written"
"""The method of a call that says what JSON writes of an object."""

LEFT_BY = "#left"
"""The method of a call that ends what was entered: nobody sees what it gives."""


def access(graph: Graph, kind: str, node: int, holder: int, arguments: tuple[int, ...], key: str) -> int:
    """The number of the call that reading or writing a member is."""
    result = node if kind in ("get", "read") else holder
    return call_at(graph, kind, node, result=result, callee=node, receiver=holder, method=key, arguments=arguments)


def call_at(  # noqa: PLR0913 - a call has that many parts
    graph: Graph, kind: str, node: int, *, result: int, callee: int, receiver: int, method: str,
    arguments: tuple[int, ...], spread: tuple[bool, ...] = (),
) -> int:  # fmt: skip
    """The number of a call that nobody has written; the first one of its kind at a node is made, and taken away again
    with the others.
    """
    if (kind, node) not in graph.accessed:
        graph.accessed[kind, node] = len(graph.calls)
        at = graph.at[node]
        expression = code.Call(at, code.Name(at, method), (), at)
        site = CallSite(
            at, at, result, callee, receiver, method, arguments, spread or (False,) * len(arguments), (),
            graph.function[node], new=False, tag=False, expression=expression,
        )  # fmt: skip
        graph.calls.append(site)
    return graph.accessed[kind, node]


def accessor_in(graph: Graph, node: int, key: str, kind: str) -> int | None:
    """The function that an object literal runs where its member is read ("get"), or written ("set"); None where it has
    none.
    """
    for held, op, name in graph.back[node]:
        source = graph.back[held][0][0] if op is Op.STORE and name == key and graph.back[held] else -1
        number = graph.made.get(source, -1)
        if number >= 0 and graph.functions[number].kind == kind:
            return number
    return None
