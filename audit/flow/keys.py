"""The keys under which maps and caches keep values, as far as their texts are known."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.text.ways import Way

HOLE = "\0"
"""What is not known of a key."""


def text_of(way: Way) -> str:
    """A text that comes about in a way, `HOLE` for each part that is not known."""
    return "".join(one if isinstance(one, str) else HOLE for one in way)


def keys_of(ways: Iterable[Way]) -> frozenset[str]:
    """The texts that a key may be; none where it may begin and end with anything."""
    keys = frozenset(map(text_of, ways))
    return keys if all(any(sides(one)) for one in keys) else frozenset()


def key_of(ways: Iterable[Way]) -> str:
    """What all texts that a key may be have in common: how they begin and end; "" where that is nothing."""
    keys = sorted(keys_of(ways))
    if len(keys) <= 1:
        return keys[0] if keys else ""
    begins = _common([one.partition(HOLE)[0] for one in keys])
    ends = _common([one.rpartition(HOLE)[2][::-1] for one in keys])[::-1]
    return f"{begins}{HOLE}{ends}" if begins or ends else ""


def may_be_same(one: str, other: str) -> bool:
    """May two keys be the same, by what they begin and end with? Case is nobody's key: that of headers is not looked
    at.
    """
    one, other = one.casefold(), other.casefold()
    if HOLE not in one and HOLE not in other:
        return one == other
    (first, last), (begins, ends) = sides(one), sides(other)
    same = first.startswith(begins) or begins.startswith(first)
    return same and (last.endswith(ends) or ends.endswith(last))


def sides(key: str) -> tuple[str, str]:
    """What a key begins and ends with."""
    return key.partition(HOLE)[0], key.rpartition(HOLE)[2]


def _common(texts: list[str]) -> str:
    """What all texts begin with."""
    return "".join(one[0] for one in takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False)))
