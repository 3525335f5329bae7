"""Which files may mean a declared name by its text: what a file imports or declares under that name from elsewhere is
another thing, and a repository of many services has many things of one name. Read off the bytes, nothing is parsed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.link.questions import matches
from audit.link.questions.words import takes

if TYPE_CHECKING:
    from audit.link.names import Declared
    from audit.link.program import Program

# Patterns that begin with a literal are searched for at the speed of memory.
_EXPORTS = re.compile(rb"export\s*[*{]")


class Sight:
    """Answers by file and name, each found once."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._seers: dict[tuple[str, str], frozenset[str]] = {}
        self._taken: dict[tuple[str, str], bool] = {}

    def may_mean(self, file: str, declared: Declared) -> bool:
        """May the name in a file be the one that is declared there? What is handed around counts as well."""
        return file in self._seeing(declared) or not self._is_another(file, declared.name)

    def _seeing(self, declared: Declared) -> frozenset[str]:
        """The declaring file, what imports the name from it, and from those that pass it on."""
        key = (declared.file, declared.name)
        if key not in self._seers:
            found, stack = {declared.file}, [declared.file]
            while stack:
                for importer in self._program.importers(stack.pop(), declared.name):
                    if importer not in found:
                        found.add(importer)
                        passes_on = self._program.ask(importer, matches, _EXPORTS)
                        stack.extend((importer,) if passes_on else ())
            self._seers[key] = frozenset(found)
        return self._seers[key]

    def _is_another(self, file: str, name: str) -> bool:
        """Does the file import the name from somewhere, or declare it at its top level?"""
        key = (file, name)
        if key not in self._taken:
            self._taken[key] = self._program.ask(file, takes, name.encode())
        return self._taken[key]
