"""What is known of contents, whichever revision has them: a walk through commits reads and searches each once."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ROOM = 256 << 20
"""Bytes of contents that are held; the one that was not asked for longest goes first."""
_ANSWERS = 2_000_000
"""How many answers are held before all are let go."""


class Held:
    """Contents by the id that git has for them, which texts they hold, and what pure functions said of them."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room, self._held = room, 0
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._answers: dict[tuple[str, Callable[..., Any], tuple[Any, ...]], Any] = {}
        self._searched: dict[bytes, tuple[set[str], set[str]]] = {}

    def get(self, blob: str) -> bytes | None:
        """The content of an id, if it is held."""
        found = self._contents.get(blob)
        if found is not None:
            self._contents.move_to_end(blob)
        return found

    def keep(self, blob: str, data: bytes) -> None:
        """Hold a content."""
        if blob in self._contents or len(data) > self._room:
            return
        self._contents[blob] = data
        self._held += len(data)
        while self._held > self._room:
            self._held -= len(self._contents.popitem(last=False)[1])

    def answer(self, blob: str, data: bytes, question: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What a pure function says of a content, asked once."""
        key = (blob, question, args)
        if key not in self._answers:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[key] = question(data, *args)
        return self._answers[key]

    def searched(self, needle: bytes) -> tuple[set[str], set[str]]:
        """The contents that were searched for a text, and those of them that hold it."""
        return self._searched.setdefault(needle, (set(), set()))

    def unsearched(self, needles: Iterable[bytes], contents: set[str]) -> set[str]:
        """The contents that were not yet searched for all of these texts."""
        return set().union(*(contents - self.searched(needle)[0] for needle in needles))
