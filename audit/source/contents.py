"""What reading a file gives, what it goes by, and whether its bytes are what they seem: source text."""

import hashlib
import re
from typing import NamedTuple

from audit.model.coverage import UnanalysedReason

_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_POINTERS = (b"version https://git-lfs.github.com/spec/", b"version https://hawser.github.com/spec/")
_POINTER_SIZE = 1024
_SAMPLE = 4096
_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?<{7} ", re.MULTILINE)
_MIDDLE = re.compile(rb"^={7}\r?$", re.MULTILINE)
_THEIRS = re.compile(rb"^>{7} ", re.MULTILINE)


class Unreadable(NamedTuple):
    """A file that could not be read: data of the report, not an error."""

    path: str
    reason: UnanalysedReason


def judge_bytes(data: bytes) -> UnanalysedReason | None:
    """Why `data` is not to be parsed, None when it is; a NUL byte alone is no reason.

    Text that is not UTF-8 is refused too, although its ASCII names can still be found by a search of bytes.
    """
    return unsearchable(data) or _not_utf8(data) or _conflict(data)


def unsearchable(data: bytes) -> UnanalysedReason | None:
    """Why a search of `data` would miss names that stand in the file, None when it would find them."""
    if data.startswith(_UTF16_OR_32) or _zero_pattern(data[:_SAMPLE]):
        return "encoding"
    if len(data) <= _POINTER_SIZE and data.startswith(_POINTERS) and b"\noid " in data:
        return "lfs-pointer"
    return None


def content_id(data: bytes) -> str:
    """The id that git has for a content."""
    made = hashlib.sha1(b"blob %d\0" % len(data), usedforsecurity=False)
    made.update(data)  # not put together: that would copy it
    return made.hexdigest()


def content_digest(data: bytes) -> str:
    """The SHA-256 of a content in hex."""
    return hashlib.sha256(data).hexdigest()


def _zero_pattern(sample: bytes) -> bool:
    """Do zeros stand where UTF-16 or UTF-32 without a byte order mark has them?"""
    zeros = sample.count(0)
    if zeros < 4 or len(sample) < 8:
        return False
    even = sample[::2].count(0)
    half = len(sample) // 2
    rare, often = sorted((even, zeros - even))
    utf16 = often * 10 >= half * 4 and rare * 20 <= often
    utf32 = zeros * 10 >= len(sample) * 6
    return utf16 or utf32


def _not_utf8(data: bytes) -> UnanalysedReason | None:
    if data.isascii():
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return "encoding"
    return None


def _conflict(data: bytes) -> UnanalysedReason | None:
    if b"<<<<<<< " not in data:
        return None
    at = 0
    # The first of each is enough: a later opening marker cannot close earlier.
    for marker in (_OURS, _MIDDLE, _THEIRS):
        found = marker.search(data, at)
        if found is None:
            return None
        at = found.end()
    return "conflict-markers"
