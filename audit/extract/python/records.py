"""A Python file as the record that a Reader keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from audit.extract import workers
from audit.extract.python.file import PythonFile, judged_text, read
from audit.extract.record import Record, Unread

SECONDS: Final = 10.0
"""What a file may take in a child of its own."""

_encode = msgspec.msgpack.Encoder().encode
_record: msgspec.msgpack.Decoder[Record] = msgspec.msgpack.Decoder(Record)


def record(source: bytes, names: Iterable[str], *, bodies: bool = True) -> Record:
    """All that is asked of a file; one that might end or stall its process is read in a child of it."""
    judged = judged_text(source)
    if not judged.verdict.doubtful:
        return filled(read(source, judged), names, bodies=bodies)
    answer = workers.run(lambda: _encode(filled(read(source, judged), names, bodies=bodies)), SECONDS)
    match answer:
        case workers.Crashed():
            return Record("crashed")
        case workers.Timeout():
            return Record("timeout")
        case _:
            return _record.decode(answer)


def filled(file: PythonFile | Unread, names: Iterable[str], *, bodies: bool) -> Record:
    """The record of a file that was read, or of the reason why not."""
    if isinstance(file, Unread):
        return Record(file.reason)
    outline = file.outline()
    units = range(len(outline.units)) if bodies else ()
    return Record(
        "",
        _encode(outline),
        {name: _encode(file.occurrences(name)) for name in names},
        {unit: _encode(file.body(unit)) for unit in units},
    )
