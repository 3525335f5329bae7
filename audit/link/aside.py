"""What a forked process tells the one it came from: what it found, and what it read and asked of the tree for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.extract.record import Record
from audit.link.told import Told, told

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.link.told import Mark


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    """`damaged` are the files of which a part was not read; `told` is there only where it is kept."""

    found: msgspec.Raw
    unread: dict[str, str]
    damaged: tuple[str, ...]
    records: dict[str, Record] = {}
    told: Told | None = None


def answer_of(program: Program, since: Mark, found: object, *, facts: bool = False) -> bytes:
    """What is told of a process that knew of `since` when it began. What it has read of files is told where that is
    kept, or where these `facts` are asked for here too.
    """
    answer = _Answer(msgspec.Raw(msgspec.msgpack.encode(found)), program.unread, program.damaged())
    if facts or program.reader.keeps:
        answer = msgspec.structs.replace(answer, records=program.reader.grown())
    if program.reader.keeps:
        answer = msgspec.structs.replace(answer, told=told(program, since))
    return msgspec.msgpack.encode(answer)


def take_over(program: Program, answer: bytes) -> msgspec.Raw:
    """What was found, encoded; all else is known here from now on."""
    told = msgspec.msgpack.decode(answer, type=_Answer)
    program.unread.update(told.unread)
    program.reader.absorb(told.records)
    for path in told.damaged:
        program.facts(path)  # whoever asks what was not read as a whole looks at all that is known here
    if told.told is not None:
        program.noted.told.append(told.told)
    return told.found
