"""Methods that a call may run whose own place does not say what is called: of the instances that come there (through
lists, maps, interfaces), else of classes that have the written type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.members import Members
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId

if TYPE_CHECKING:
    from audit.flow.backward.backwards import Backwards
    from audit.flow.code import Spot
    from audit.flow.frames import Call, End, Path


class Interfaces:
    """Answers are kept by call."""

    def __init__(self, backwards: Backwards) -> None:
        self._backwards, self._code = backwards, backwards.code
        self._members = Members(backwards.origins)
        self._known: dict[Call, tuple[Func, ...]] = {}

    def methods(self, call: Call) -> tuple[Func, ...]:
        """The functions behind a call, by the instances or else by the type."""
        return self.of_instances(call) or self._members.typed(*call)

    def of_instances(self, call: Call) -> tuple[Func, ...]:
        """The methods of the instances that come to a call, however they come there."""
        if call not in self._known:
            self._known[call] = self._find(*call)
        return self._known[call]

    def held(self, spot: Spot, path: Path) -> tuple[Func, ...]:
        """The functions that a part of the object at a node is made of; none where it may be something else, too."""
        found = [self._function(end) for end in self._backwards.ends(spot, path, ())]
        known = tuple(dict.fromkeys(one for one in found if one is not None))
        return known if None not in found else ()

    def _function(self, end: End) -> Func | None:
        graph = self._code.graph(end.spot.file, end.spot.unit)
        number = graph.made.get(end.spot.node, -1)
        return Func(FunctionId(end.spot.file, end.spot.unit, number)) if number >= 0 and not end.path else None

    def _find(self, file: str, unit: int, number: int) -> tuple[Func, ...]:
        site = self._code.graph(file, unit).calls[number]
        if not site.method or site.receiver < 0:
            return ()
        return tuple(dict.fromkeys(Func(one.function) for one in self._backwards.targets(file, unit, site, ())))
