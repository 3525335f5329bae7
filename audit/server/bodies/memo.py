"""What functions and variables do by themselves, each looked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.server.bodies.calls import Calls
from audit.server.bodies.doing import Doing, Gap
from audit.server.bodies.visiting import Visit

if TYPE_CHECKING:
    from audit.server.bodies.sinks import Sinks
    from audit.server.meaning.model import Node
    from audit.server.meaning.texts import Writings
    from audit.server.meaning.values import Values


class Bodies:
    """A memo of what functions and variables do."""

    def __init__(self, values: Values, writings: Writings, sinks: Sinks) -> None:
        self.values, self.writings, self.sinks = values, writings, sinks
        self.calls = Calls(values, writings, sinks)
        self._known: dict[Node, Doing] = {}

    def of(self, node: Node) -> Doing:
        """What a function or a variable's value does; code that nests too deeply is a gap."""
        if node not in self._known:
            visit = Visit(self.values, self.writings, self.sinks, self.calls)
            try:
                visit.node(node)
            except RecursionError:
                visit.notes.gaps[Gap("nested too deeply to be followed", node.at)] = None
            self._known[node] = visit.notes.doing()
        return self._known[node]
