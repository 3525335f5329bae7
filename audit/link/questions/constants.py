"""Names that stand for a text: what a statement declares in which the text stands alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.link.questions.words import each_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = 80
_OPENS = re.compile(rb"""(?:[=:\[,(?>]|\breturn|\bcase)\s*(['"`])(?:["`]?(?:\$\{[^{}`]*\}|[\w$]+)["`]?\.)*["`]?\Z""")
_CLOSES = re.compile(rb"""["`]?(['"`])""")
_DECLARES = re.compile(
    rb"(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+|async\s+)?"
    rb"(?:const\s+enum|const|let|var|enum|class|function\*?)\s+([\w$]+)"
    rb"|([A-Za-z_]\w*)\s*(?::[^=\n]+)?="
)
_STATEMENT = re.compile(rb"[A-Za-z@]")
_TABLES = re.compile(rb"""[tT]able(?:Creator)?\(\s*['"`]\Z""")


def constants(source: bytes, text: bytes) -> tuple[str, ...]:
    """The names that a file declares with a text (`ITEMS = 'items'`, `{ items: 'items' }`), which may have a schema
    before it (`"shop"."items"`); not those of tables, which a call makes.
    """
    return tuple(dict.fromkeys(_names(source, text)))


def _names(source: bytes, text: bytes) -> Iterator[str]:
    for at in each_word(source, text):
        before, close = source[max(0, at - _NEAR) : at], _CLOSES.match(source, at + len(text))
        opened = _OPENS.search(before)
        if opened is None or close is None or opened[1] != close[1] or _TABLES.search(before):
            continue
        declares = _DECLARES.match(source, _begins(source, at))
        if declares is not None:
            yield (declares[1] or declares[2]).decode()


def _begins(source: bytes, at: int) -> int:
    """Where the statement begins in which an offset is: the last line before it that is not indented."""
    while at > 0:
        at = source.rfind(b"\n", 0, at)
        if _STATEMENT.match(source, at + 1):
            return at + 1
    return 0
