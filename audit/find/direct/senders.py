"""Which test files can send a request, or open a database, by themselves: those that call what vocabulary names.

Hundreds of tests set a variable and leave the sending to the code under test, which is looked at anyway.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from audit.link.questions.sending import sends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.link.sources import Sources
    from audit.rulebook import Row


class Words(NamedTuple):
    """The words of a vocabulary section, each as a pattern that begins with them: a search skips what they do not
    begin with.
    """

    called: re.Pattern[bytes]
    """A call of a global, which may still be a member or the end of a longer name."""
    quoted: re.Pattern[bytes]
    """The name of a module as a text."""
    imported: re.Pattern[bytes]
    """Python's import of a module, where it begins a line."""


class Senders:
    """Files by their bytes; the search is for the words of a vocabulary section."""

    def __init__(self, rows: Iterable[Row], sources: Sources[Any], is_test: Callable[[str], bool]) -> None:
        self._words = _words(rows)
        self._sources, self._is_test = sources, is_test
        self._known: dict[str, bool] = {}

    def matters(self, file: str) -> bool:
        """Can a value that is read in the file be sent there? Of production code nobody asks that."""
        if file not in self._known:
            self._known[file] = not self._is_test(file) or self._sources.ask(file, sends, *self._words)
        return self._known[file]


def _words(rows: Iterable[Row]) -> Words:
    modules: set[str] = set()
    globals_: set[str] = set()
    for row in rows:
        modules.update(row.module)
        globals_.update(row.globals)
    called = "|".join(sorted(re.escape(name) for name in globals_)) or r"(?!)"
    named = "|".join(sorted(re.escape(module.removeprefix("node:")) for module in modules)) or r"(?!)"
    return Words(
        re.compile(rf"(?:{called})\s*\(".encode()),
        re.compile(rf"['\"](?:node:)?(?:{named})['\"/]".encode()),
        re.compile(rf"(?:import|from)\s+(?:{named})\b".encode()),
    )
