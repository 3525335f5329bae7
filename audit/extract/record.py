"""What is known of one content, as it is kept: TypeScript and Python alike."""

from __future__ import annotations

import msgspec

from audit.extract.version import extraction

PASSING = frozenset(("crashed", "timeout"))
"""Reasons that may not hold the next time: they are not kept."""


class Record(msgspec.Struct, array_like=True, gc=False):
    """What is known of one content so far; parts are encoded facts, decoded when asked for."""

    reason: str = ""
    outline: bytes = b""
    names: dict[str, bytes] = {}
    bodies: dict[int, bytes] = {}


class Unread(msgspec.Struct, frozen=True):
    """A file without facts; `reason` as in the report's coverage."""

    reason: str


decoder: msgspec.msgpack.Decoder[Record] = msgspec.msgpack.Decoder(Record)
"""Reads what `encode` made of a record."""
encode = msgspec.msgpack.Encoder().encode
"""Facts, and records of them, as they are kept."""


def key_of(digest: str, dialect: str) -> str:
    """What the facts of a content in one dialect are kept under."""
    return f"{digest}:{dialect}:{extraction()}"
