"""What in a file sends a request or opens a database, as far as the text tells."""

from __future__ import annotations

import re

_NAMED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$")


def sends(source: bytes, called: re.Pattern[bytes], quoted: re.Pattern[bytes], imported: re.Pattern[bytes]) -> bool:
    """Does one of the words stand in the file, in a place of its own?"""
    return (
        quoted.search(source) is not None
        or any(not one.start() or source[one.start() - 1] not in _NAMED for one in called.finditer(source))
        or any(not source[_line_at(source, one.start()) : one.start()].strip() for one in imported.finditer(source))
    )


def _line_at(source: bytes, at: int) -> int:
    return source.rfind(b"\n", 0, at) + 1
