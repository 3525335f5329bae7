"""What is written into prototypes of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.graph.model import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.graph.model import Graph

PROTOTYPE = "prototype"


def written_to(graph: Graph, node: int) -> Iterator[tuple[str, int]]:
    """The members of prototypes that a value is written into: their names, and the nodes of the prototypes."""
    stack, seen = [node], {node}
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op is Op.WRITE and any(op is Op.LOAD and key == PROTOTYPE for _, op, key in graph.back[edge.to]):
                yield edge.key, edge.to
            elif edge.op is Op.COPY and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
