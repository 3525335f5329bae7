"""What stands before all paths of decorated handlers: `app.setGlobalPrefix("api")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.origins import Origins
    from audit.flow.code import Code
    from audit.flow.routes.texts import PathTexts

PACKAGE = "package.json"


class GlobalPrefix:
    """Found by a search for the names of mounts that take no handler; each package has its own."""

    def __init__(self, origins: Origins, texts: PathTexts, ignored: Callable[[str], bool]) -> None:
        self._code, self._texts, self._ignored = origins.code, texts, ignored
        self._rows = [row for row in origins.vocabulary.routes.rows if row.kind == "mount" and row.handlers is None]
        self._found: dict[str, str] | None = None

    def of(self, file: str) -> str:
        """The prefix for the routes of a file: of the package that it is in, else the only one there is."""
        if self._found is None:
            self._found = self._find()
        home = home_of(self._code, file)
        if home in self._found:
            return self._found[home]
        return next(iter(self._found.values())) if len(self._found) == 1 else ""

    def _find(self) -> dict[str, str]:
        program = self._code.program
        found: dict[str, str] = {}
        for row in self._rows:
            for name in row.method:
                for file in program.holding(name, program.files):
                    text = None if self._ignored(file) else self._in_file(file, name, row.path or "")
                    if text is not None:
                        found.setdefault(home_of(self._code, file), text)
        return found

    def _in_file(self, file: str, name: str, written: str) -> str | None:
        facts = self._code.program.facts(file)
        for one in facts.occurrences(name) if facts is not None else ():
            unit = self._code.unit_at(file, one.at)
            graph = self._code.graph(file, unit)
            call = graph.called.get(one.at)
            if call is not None:
                return self._texts.at_call(Spot(file, unit, -1), graph.calls[call], written, ())[0]
        return None


def home_of(code: Code, file: str) -> str:
    """The folder of the nearest package above a file."""
    folder = file.rpartition("/")[0]
    while folder and not code.program.snapshot.has(f"{folder}/{PACKAGE}"):
        folder = folder.rpartition("/")[0]
    return folder
