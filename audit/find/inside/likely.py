"""Which declarations can lead to the transport at all, told from the text: only these are worth lowering."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from audit.find.inside.code import Code


class Transport(Struct, frozen=True, order=True):
    """What sends requests: names and `Class.method` of the rules, else globals and modules' exports."""

    names: frozenset[str]
    globals: frozenset[str] = frozenset()
    modules: frozenset[tuple[str, str]] = frozenset()


class Likely:
    """A memo of names by file: those of the transport, and those in whose declaration one of them stands."""

    def __init__(self, code: Code, transport: Transport) -> None:
        self._code = code
        self._transport = transport
        self._names: dict[str, frozenset[str]] = {}

    def names(self, file: str) -> frozenset[str]:
        """Every name of a file that may lead to the transport."""
        if file not in self._names:
            self._names[file] = frozenset(self._grown(file))
        return self._names[file]

    def _grown(self, file: str) -> set[str]:
        units = self._code.units(file)
        starts, names = [unit.start for unit in units], self._code.names_of(file)
        found: set[str] = set()
        waiting = sorted(self._first(file))
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            for at in self._code.places(file, name):
                index = bisect_right(starts, at) - 1
                if index >= 0 and at < units[index].end:
                    waiting.extend(names[index])
        return found

    def _first(self, file: str) -> set[str]:
        """The transport's own names, and what is imported from it or from another file of the client."""
        names = {part for name in self._transport.names for part in name.split(".")} | self._transport.globals
        for local, (module, name) in self._code.imports(file).items():
            if (module, name) in self._transport.modules or name in names or self._code.is_mine(file, module):
                names.add(local)
        return names
