"""The variables that must be set for the code of a way to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from audit.flow.code import Spot

if TYPE_CHECKING:
    from audit.flow.code import Code
    from audit.trace.path.ways import Way


class Needing(Protocol):
    """Who knows what must be set for code to run."""

    def where(self, spot: Spot) -> frozenset[str]:
        """The variables that are set wherever the code at a node runs."""


def needed_on(way: Way, needs: Needing, code: Code) -> frozenset[str]:
    """The variables that a way needs; asked is the first place of a line, as for steps."""
    found: set[str] = set()
    before = ("", 0)
    for fact in way.facts:
        function, graph = fact.context.function, fact.context.graph
        line = (function.file, code.program.position(function.file, graph.at[fact.node]).line)
        if line != before and not function.file.endswith(".py"):
            found |= needs.where(Spot(function.file, function.unit, fact.node))
        before = line
    return frozenset(found)
