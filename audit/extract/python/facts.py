"""The facts of one Python file, decoded from what the reading process gave."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from audit.extract.facts import code
from audit.extract.facts.names import Occurrence
from audit.extract.facts.outline import Outline

if TYPE_CHECKING:
    from audit.extract.record import Record

_outline: msgspec.msgpack.Decoder[Outline] = msgspec.msgpack.Decoder(Outline)
_names: msgspec.msgpack.Decoder[tuple[Occurrence, ...]] = msgspec.msgpack.Decoder(tuple[Occurrence, ...])


class PythonFacts:
    """What `FileFacts` is for scripts; only names that were asked for have occurrences."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._memo: dict[Any, Any] = {}

    def outline(self) -> Outline:
        """Imports, exports, top-level statements."""
        if "outline" not in self._memo:
            self._memo["outline"] = _outline.decode(self._record.outline)
        return self._memo["outline"]  # type: ignore[no-any-return]

    def occurrences(self, name: str) -> tuple[Occurrence, ...]:
        """Every place where a name stands that was asked for."""
        raw = self._record.names.get(name)
        return _names.decode(raw) if raw is not None else ()

    def body(self, unit: int) -> tuple[code.Stmt, ...]:
        """A top-level statement, by its position in `outline().units`, lowered."""
        if unit not in self._memo:
            self._memo[unit] = _bodies().decode(self._record.bodies[unit])
        return self._memo[unit]  # type: ignore[no-any-return]


@cache
def _bodies() -> msgspec.msgpack.Decoder[tuple[code.Stmt, ...]]:
    return msgspec.msgpack.Decoder(tuple[code.Stmt, ...])
