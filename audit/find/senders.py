"""Which test files can send a request, or open a database, by themselves: those that call what vocabulary names.

Hundreds of tests set a variable and leave the sending to the code under test, which is looked at anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.rulebook import Row


class Senders:
    """Files by their bytes; the search is for the words of a vocabulary section."""

    def __init__(
        self, rows: Iterable[Row], source: Callable[[str], bytes | None], is_test: Callable[[str], bool]
    ) -> None:
        self._words = _words(rows)
        self._source, self._is_test = source, is_test
        self._known: dict[str, bool] = {}

    def matters(self, file: str) -> bool:
        """Can a value that is read in the file be sent there? Of production code nobody asks that."""
        if file not in self._known:
            self._known[file] = not self._is_test(file) or self._words.search(self._source(file) or b"") is not None
        return self._known[file]


def _words(rows: Iterable[Row]) -> re.Pattern[bytes]:
    """A call of a global, or the name of a module where it is imported."""
    modules: set[str] = set()
    globals_: set[str] = set()
    for row in rows:
        modules.update(row.module)
        globals_.update(row.globals)
    called = "|".join(sorted(re.escape(name) for name in globals_)) or r"(?!)"
    named = "|".join(sorted(re.escape(module.removeprefix("node:")) for module in modules)) or r"(?!)"
    ways = (
        rf"(?<![\w.$])(?:{called})\s*\(",
        rf"['\"](?:node:)?(?:{named})['\"/]",
        rf"^\s*(?:import|from)\s+(?:{named})\b",
    )
    return re.compile("|".join(ways).encode(), re.MULTILINE)
