"""What a condition is answered with, and the words of its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.model import Evidence, TriggerState

if TYPE_CHECKING:
    from audit.model import Access, Path


class Answer(Struct, frozen=True, order=True):
    """`met`: so it is; `dormant`: so it would be, but there is nothing to read; `evidence` says where.

    `unwritten`: the columns to which nothing is written, where that alone makes it dormant.
    """

    state: TriggerState
    evidence: tuple[Evidence, ...] = ()
    unwritten: tuple[str, ...] = ()


def named(access: Access) -> str:
    """An access in a sentence that edits which mean nothing leave as it is."""
    return f"{access.kind} of {access.subject}"


def note(access: Access, says: str) -> Evidence:
    """A fact about an access."""
    return Evidence(access.file, access.line, says)


def places(path: Path) -> tuple[str, ...]:
    """Where people see what comes along a path."""
    sink = path.sink
    return sink.routes or (sink.channel or f"{sink.kind} at {sink.file}:{sink.line}",)
