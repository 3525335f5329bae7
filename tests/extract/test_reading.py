"""What was computed of files is kept, however many they are."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audit.extract.reading import FileFacts, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kept:
    """A store in memory that knows how much came at once."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.at_once: list[int] = []

    def get_many(self, keys: list[str]) -> dict[str, bytes]:
        return {key: self.values[key] for key in keys if key in self.values}

    def put_many(self, values: Mapping[str, bytes]) -> None:
        self.values.update(values)
        self.at_once.append(len(values))


def test_all_is_kept_some_at_a_time() -> None:
    kept, sources = Kept(), [b"export const a%d = 1;" % number for number in range(150)]
    reader = Reader(kept)
    for source in sources:
        reader.facts(hashlib.sha256(source).hexdigest(), source, "typescript")
    reader.save()
    assert len(kept.values) == len(sources)
    assert max(kept.at_once) < len(sources) / 2  # all of them encoded at once would stand there twice
    reader.save()
    assert sum(kept.at_once) == len(sources)  # what is kept is not written again

    again = Reader(kept)
    for number, source in enumerate(sources):
        facts = again.facts(hashlib.sha256(source).hexdigest(), b"not looked at", "typescript")
        assert isinstance(facts, FileFacts)
        assert [one.name for one in facts.outline().exports] == [f"a{number}"]
