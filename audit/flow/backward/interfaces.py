"""Methods that a call may run whose own place does not say what is called: of the instances that come there (through
lists, maps, interfaces), else of classes that have the written type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.members import Members
from audit.flow.backward.values import Func

if TYPE_CHECKING:
    from audit.flow.backward.backwards import Backwards
    from audit.flow.frames import Call


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

    def _find(self, file: str, unit: int, number: int) -> tuple[Func, ...]:
        site = self._code.graph(file, unit).calls[number]
        if not site.method or site.receiver < 0:
            return ()
        return tuple(dict.fromkeys(Func(one.function) for one in self._backwards.targets(file, unit, site, ())))
