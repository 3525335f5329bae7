"""What is reached means what the rules say: `[[server.sink]]`, the first row that fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.server.meaning.texts import is_known, shown

if TYPE_CHECKING:
    from audit.rulebook import ServerSink
    from audit.server.meaning.texts import Text

UNKNOWN_KIND, NOTHING_KIND = "unknown", "none"
_SPACE, _REMARK = re.compile(r"\s+"), re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(r"^(?P<base>[a-z][a-z+]*://[^/?#]*|\{\})?(?P<path>[^?#]*)")


class Sinks:
    """The rows of the rules, asked with texts, requests and names of functions."""

    def __init__(self, rows: tuple[ServerSink, ...]) -> None:
        self._rows = rows

    def of_text(self, text: Text) -> str | None:
        """The kind of a statement; None for a text that no row speaks of."""
        whole = spaced(shown(text))
        for row in self._rows:
            if any(_stands(piece, whole) for piece in row.sql):
                return row.kind
        return None

    def of_call(self, *names: str) -> str | None:
        """The kind of a function, by any of its names: `LibraryDB.search`."""
        return next((row.kind for row in self._rows if any(name in row.call for name in names)), None)

    def of_request(self, verb: Text, url: Text) -> str:
        """The kind of a request."""
        asked = shown(url)
        if is_known(url) and asked.strip("{}"):
            word = shown(verb).upper()
            for row in self._rows:
                if any(_asks(rule, word, asked) for rule in row.http):
                    return row.kind
        return UNKNOWN_KIND


def spaced(text: str) -> str:
    """A statement without remarks, all white space one space."""
    return _SPACE.sub(" ", _REMARK.sub(" ", text)).strip()


def _stands(piece: str, whole: str) -> bool:
    """Whether a piece is in a statement; `^` and `$` at its ends tie it to the ends of the statement."""
    first, last = piece.startswith("^"), piece.endswith("$") and not piece.endswith(" $") and len(piece) > 1
    bare = _SPACE.sub(" ", piece[first : len(piece) - last])
    if first and last:
        return whole == bare
    if first:
        return whole.startswith(bare)
    return whole.endswith(bare) if last else bare in f" {whole} "


def _asks(rule: str, verb: str, asked: str) -> bool:
    """Whether a request fits a rule; one whose host is not known fits by its path, as a rule without host does."""
    word, _, address = rule.partition(" ")
    if verb not in (word, "{}"):
        return False
    want, got = _ADDRESS.match(address), _ADDRESS.match(asked)
    if want is None or got is None:
        return False
    base, host = want["base"] or "", got["base"] or ""
    if base and host not in ("", "{}") and host != base:
        return False
    return _same_path(want["path"], got["path"])


def _same_path(want: str, got: str) -> bool:
    """`{}` in a rule stands for one variable part; a part that the code leaves open fits nothing else."""
    wanted, found = want.strip("/").split("/"), got.strip("/").split("/")
    return len(wanted) == len(found) and all(rule in ("{}", one) for rule, one in zip(wanted, found, strict=True))
