"""Programs of the tree that run apart: what one of them keeps in memory no other sees, whatever code they share.

A package that is started by itself is a program, with the files of it that no other package takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.link.modules import places
from audit.link.questions.manifests import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.link.program import Program


class Programs:
    """Answers are kept. Only where values or calls seem to go from one to another is asked who imports what."""

    def __init__(self, program: Program, ignored: Callable[[str], bool]) -> None:
        self._program, self._ignored = program, ignored
        self._nearest: dict[str, str] = {}
        self._own: dict[str, frozenset[str]] = {}

    def of(self, files: Iterable[str]) -> dict[str, str]:
        """The files that belong to a program, with its folder; none where all of them may belong to the same one."""
        packages = {file: self._package(file) for file in files}
        found = {file: folder for file, folder in packages.items() if folder and self._is_started(folder)}
        if len(set(found.values())) < 2:
            return {}
        return {file: folder for file, folder in found.items() if file in self._owned(folder)}

    def apart(self, files: Iterable[str]) -> bool:
        """Do files belong to programs that run apart?"""
        return len(set(self.of(files).values())) > 1

    def _package(self, file: str) -> str:
        """The folder of the package that a file belongs to; "" for that of the tree itself."""
        folder = places.parent(file)
        if folder not in self._nearest:
            above = (one for one in places.above(folder) if self._program.snapshot.has(f"{one}/package.json"))
            self._nearest[folder] = next(above, "")
        return self._nearest[folder]

    def _is_started(self, folder: str) -> bool:
        told = self._program.snapshot.ask(f"{folder}/package.json", standing)
        return told is not None and told[2]

    def _owned(self, folder: str) -> frozenset[str]:
        """The files of a package that run in its own program alone."""
        if folder not in self._own:
            inside = [file for file in self._program.files if self._package(file) == folder]
            taken = set(inside if self._is_wanted(folder) else filter(self._is_taken, inside))
            importers = {file: self._program.importers(file) for file in inside}
            waiting = list(taken)
            while waiting:
                one = waiting.pop()
                new = [file for file in inside if file not in taken and one in importers[file]]
                taken.update(new)
                waiting.extend(new)
            self._own[folder] = frozenset(inside) - taken
        return self._own[folder]

    def _is_wanted(self, folder: str) -> bool:
        """Does another package want this one, be it to load it by its name?"""
        snapshot = self._program.snapshot
        own = snapshot.ask(f"{folder}/package.json", standing)
        paths = [path for path in snapshot.files() if path.rpartition("/")[2] == "package.json"]
        wanted = (told[1] for path in paths if (told := snapshot.ask(path, standing)) is not None)
        return own is None or any(own[0] in names for names in wanted)

    def _is_taken(self, file: str) -> bool:
        """Does code of another package take something of a file, and not only name it in a comment?"""
        folder = self._package(file)
        others = (one for one in self._program.importers(file) if self._package(one) != folder)
        return any(not self._ignored(one) and file in self._taken_by(one) for one in others)

    def _taken_by(self, importer: str) -> Iterator[str | None]:
        facts = self._program.facts(importer)
        if facts is not None:
            outline = facts.outline()
            taken = {one.module for one in outline.imports} | {one.module for one in outline.exports}
            modules = sorted(taken | {one.module for one in outline.loads})
            yield from (self._program.resolve(importer, module) for module in modules if module)
