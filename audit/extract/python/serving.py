"""The other side of `worker`: what runs in the process that reads Python files."""

from __future__ import annotations

import gc
import os
import struct
from typing import NoReturn

import msgspec

from audit.extract.python.nodes import import_libcst
from audit.extract.record import Record

FRAME = struct.Struct("<QQ")
"""Where a message lies in its file, and its size."""


class Item(msgspec.Struct, frozen=True, array_like=True):
    """A file to be read: the names whose occurrences are wanted, and whether its lowered bodies are."""

    key: str
    source: bytes
    names: tuple[str, ...] = ()
    bodies: bool = True


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """What was read of a file."""

    key: str
    record: Record


def serve(hears: int, tells: int, requests: int, answers: int) -> NoReturn:
    """Read the files that are asked for, one after the other, until nobody is left to ask."""
    gc.disable()  # syntax trees hold no cycles, and are most of what there is
    import_libcst()
    from audit.extract.python.records import record

    decoder = msgspec.msgpack.Decoder(Item)
    written = 0
    while True:
        frame = _frame(hears)
        if frame is None:
            os._exit(0)
        at, size = FRAME.unpack(frame)
        item = decoder.decode(read_all(requests, at, size))
        made = msgspec.msgpack.encode(Answer(item.key, record(item.source, item.names, bodies=item.bodies)))
        write_all(answers, made, written)
        os.write(tells, FRAME.pack(written, len(made)))
        written += len(made)


def read_all(handle: int, at: int, size: int) -> bytes:
    """The bytes at a place of a file."""
    parts: list[bytes] = []
    while size and (part := os.pread(handle, size, at)):
        parts.append(part)
        at, size = at + len(part), size - len(part)
    return b"".join(parts)


def write_all(handle: int, data: bytes, at: int) -> None:
    """Put bytes at a place of a file."""
    rest = memoryview(data)
    while rest:
        done = os.pwrite(handle, rest, at)
        rest, at = rest[done:], at + done


def _frame(handle: int) -> bytes | None:
    """The next frame, None at the end; frames are written whole."""
    data = b""
    while len(data) < FRAME.size:
        part = os.read(handle, FRAME.size - len(data))
        if not part:
            return None
        data += part
    return data
