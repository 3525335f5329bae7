"""Methods that a call through an interface may run: of the instances that come there, else of classes that have it."""

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
        """The functions behind a call whose own place says nothing of what is called."""
        if call not in self._known:
            self._known[call] = self._find(*call)
        return self._known[call]

    def _find(self, file: str, unit: int, number: int) -> tuple[Func, ...]:
        site = self._code.graph(file, unit).calls[number]
        if not site.method or site.receiver < 0:
            return ()
        known = tuple(Func(one.function) for one in self._backwards.targets(file, unit, site, ()))
        return known or self._members.typed(file, unit, number)
