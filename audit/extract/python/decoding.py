"""The text of a Python file: PEP 263 cookies and byte order marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from audit.extract.positions import BOM

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)")


class Decoded(NamedTuple):
    """A file's text without its byte order mark, and the encoding its bytes are in."""

    text: str
    encoding: str


def decoded(source: bytes) -> Decoded | None:
    """The text of a file, None when its bytes are not in the encoding it names."""
    marked = source.startswith(BOM)
    encoding = "utf-8" if marked else _named(source)
    try:
        return Decoded(source[len(BOM) :].decode() if marked else source.decode(encoding), encoding)
    except (LookupError, UnicodeError):  # also what is no encoding of text
        return None


def _named(source: bytes) -> str:
    """The encoding named in the first two lines, UTF-8 where none is."""
    first, _, rest = source[:1024].partition(b"\n")
    second = rest.partition(b"\n")[0]
    found = _COOKIE.match(first) or (_COOKIE.match(second) if _BLANK.match(first) else None)
    return found.group(1).decode("ascii") if found else "utf-8"
