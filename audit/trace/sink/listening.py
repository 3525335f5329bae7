"""Functions that elements of a page tell of events: the page does nothing with what they give back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.graph import Graph

_EVENT = re.compile(r"on[A-Z]\w*")
_OF_PAGES = re.compile(
    r"on(?:(?:Before)?Input|Change|Submit|Reset|Invalid|Select|Toggle|Focus|Blur|Click|DoubleClick|ContextMenu|Copy|Cut"
    r"|Paste|Drop|Scroll|Wheel|Load|(?:Key|Mouse|Pointer|Touch|Drag|Animation|Transition)[A-Z]\w*)"
)
"""Events that a page itself has: components give what listens to them on to elements."""


def listens(graph: Graph, number: int) -> bool:
    """Is a function an attribute for an event, of an element of the page or of a component that gives it on to one?"""
    waiting, seen = [graph.functions[number].node], set[int]()
    while waiting:
        node = waiting.pop()
        seen.add(node)
        for edge in graph.out[node] if node >= 0 else ():
            made = graph.source[edge.to] if edge.op in (Op.STORE, Op.COPY) else None
            if edge.op is Op.STORE and isinstance(made, code.Jsx):
                events = _EVENT if isinstance(made.tag_name, str) else _OF_PAGES
                if events.fullmatch(edge.key):
                    return True
            elif edge.op is Op.COPY and edge.to not in seen:
                waiting.append(edge.to)
    return False
