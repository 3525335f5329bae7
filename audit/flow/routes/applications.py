"""What an application says once for all of its routes, by calls of a few names; each package is one application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from audit.flow.code import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.flow.code import Code
    from audit.flow.graph import CallSite
    from audit.rulebook import RouteRow

_PACKAGE = "package.json"
_Said = TypeVar("_Said")


class Applications(Generic[_Said]):
    """Found by a search for the names of the rows' methods, when somebody asks; the first call in a file counts."""

    def __init__(
        self,
        code: Code,
        rows: Iterable[RouteRow],
        ignored: Callable[[str], bool],
        said: Callable[[Spot, CallSite, RouteRow], _Said],
    ) -> None:
        self._code, self._rows, self._ignored, self._said = code, tuple(rows), ignored, said
        self._found: dict[str, _Said] | None = None

    def of(self, file: str) -> _Said | None:
        """What is said for the routes of a file: in the package that it is in, else in the only one that says it."""
        if self._found is None:
            self._found = self._find()
        home = self._home(file)
        if home in self._found or len(self._found) != 1:
            return self._found.get(home)
        return next(iter(self._found.values()))

    def _find(self) -> dict[str, _Said]:
        program = self._code.program
        found: dict[str, _Said] = {}
        for row in self._rows:
            for name in row.method:
                for file in program.holding(name, program.files):
                    call = None if self._ignored(file) else self._call(file, name)
                    if call is not None:
                        found.setdefault(self._home(file), self._said(*call, row))
        return found

    def _call(self, file: str, name: str) -> tuple[Spot, CallSite] | None:
        facts = self._code.program.facts(file)
        for one in facts.occurrences(name) if facts is not None else ():
            unit = self._code.unit_at(file, one.at)
            graph = self._code.graph(file, unit)
            call = graph.called.get(one.at)
            if call is not None:
                return Spot(file, unit, -1), graph.calls[call]
        return None

    def _home(self, file: str) -> str:
        """The folder of the nearest package above a file."""
        folder = file.rpartition("/")[0]
        while folder and not self._code.program.snapshot.has(f"{folder}/{_PACKAGE}"):
            folder = folder.rpartition("/")[0]
        return folder
