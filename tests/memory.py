"""A store for tests and replays: what one run keeps is there for the next one, and no file is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Memory:
    """Keeps values as long as the process lives, those that were used last; `limit` in bytes."""

    def __init__(self, limit: int = 64 << 20) -> None:
        self.notes: list[str] = []
        self._left = limit
        self._values: dict[str, bytes] = {}

    def is_new(self) -> bool:
        """Until something was put."""
        return not self._values

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are kept."""
        found = {key: self._values[key] for key in keys if key in self._values}
        for key in found:
            self._values[key] = self._values.pop(key)
        return found

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep these values, and as many of the earlier ones as there is room for."""
        for key, value in values.items():
            self._left += len(self._values.pop(key, b"")) - len(value)
            self._values[key] = value
        while self._left < 0:
            self._left += len(self._values.pop(next(iter(self._values))))

    def close(self) -> None:
        """There is nothing to close."""
