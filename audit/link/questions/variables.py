"""Does a file do more with a variable's name than speak of it? Judged by its bytes, so that most files need no parser.

Comments, messages that hold the name, checks that the variable is set and writes to it read nothing. Where the bytes
leave a doubt the answer is yes.
"""

from __future__ import annotations

import re

_QUOTES = b"'\"`"
_MEMBER = re.compile(rb"[\w$.?\[\]'\"]*\Z")
_LOOKED = re.compile(rb"(?:!|\b(?:typeof|delete|void))\s*\Z")
_WRITTEN = re.compile(rb"['\"`\]]*\s*=(?![=>])")
_COMMENT = re.compile(rb"//|/\*|#(?![A-Za-z_$])")  # `#name` may be a private field
_ALONE = re.compile(rb"process\.env\s*[^\s\w.\[?$!]")
_BEFORE = re.compile(rb"(?:[(,]|\b(?:return|default))\s*\Z")
_NEAR = 40  # bytes before a mention that tell what it is part of
_DEFAULTED = re.compile(rb"process\.env\s*[,)]")
_LOOK = re.compile(rb"!|(?:delete|typeof|void)\b")
_LOOKED_AT = re.compile(rb"(?:!|\b(?:delete|typeof|void)\s)$")


def may_read(source: bytes, name: bytes) -> bool:
    """May a value come from one of the places where the name stands?"""
    at = source.find(name)
    while at >= 0:
        if not _only_speaks(source, at, at + len(name)):
            return True
        at = source.find(name, at + 1)
    return False


def _only_speaks(source: bytes, at: int, end: int) -> bool:
    line = source.rfind(b"\n", 0, at) + 1
    before = source[line:at]
    if _in_comment(source, before.lstrip(), at) or _in_message(source, at, end):
        return True
    return _is_looked_at(source, before, end)


def _in_comment(source: bytes, before: bytes, at: int) -> bool:
    """A line that starts as a comment, or one of the lines with a star of a comment that is open there."""
    if _COMMENT.match(before):
        return True
    return before.startswith(b"*") and source.rfind(b"/*", 0, at) > source.rfind(b"*/", 0, at)


def _in_message(source: bytes, at: int, end: int) -> bool:
    """A text that only begins or ends with the name: its value is another one."""
    first, last = source[at - 1 : at], source[end : end + 1]
    begins, ends = first in _QUOTES and first != b"", last in _QUOTES and last != b""
    return (begins and not ends and last == b" ") or (ends and not begins and first == b" ")


def _is_looked_at(source: bytes, before: bytes, end: int) -> bool:
    """`!process.env.NAME`, `delete process.env.NAME`, `process.env.NAME = …`: asked for or written, not read."""
    chain = _MEMBER.search(before)
    start = chain.start() if chain is not None else len(before)
    if not before[start:].rstrip(_QUOTES).endswith((b".", b"[")):
        return False
    return _LOOKED.search(before[:start]) is not None or _WRITTEN.match(source, end) is not None


def hands_on(source: bytes, anywhere: bool) -> bool:  # noqa: FBT001 - a question has no keywords
    """Does the environment as a whole stand there, `anywhere` or as an argument, returned, exported, a default?"""
    for hit in _ALONE.finditer(source):
        before = source[max(0, hit.start() - _NEAR) : hit.start()]
        defaulted = before.rstrip().endswith(b"=") and _DEFAULTED.match(source, hit.start())
        if anywhere or _BEFORE.search(before) or defaulted:
            return True
    return False


def is_looked_at(source: bytes, start: int) -> bool:
    """Is what stands at an offset only looked at: negated, deleted, its type asked for?"""
    return bool(_LOOK.match(source, start) or _LOOKED_AT.search(source, max(0, start - 8), start))
