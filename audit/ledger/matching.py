"""Is it the same access? Staged matching, `callsite/v1`.

A replay of 4,564 commits chose it: of the commits that add no call it fails 1.1 %, where a match by path,
code
and ordinal fails 15 %, and unlike counts it never hides a new one behind one that went.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence

    from audit.model import Access

SCHEME: Final = "callsite/v1"
"""The name of this identity; another way of matching gets another."""
MOVED_FROM_STAGE: Final = 4
_UNWRAPPED: Final = 3
"""The stage of such pairs: the same function, with another text."""
_CHAIN = re.compile(r"[^\W\d][\w$]*(?:!?\??\.([^\W\d][\w$]*))+")


class Spot(NamedTuple):
    """What matching knows of an access; `line` only keeps an order."""

    subject: str
    file: str
    function: str
    call: str
    ordinal: int
    line: int = 0


class Match(NamedTuple):
    """Positions in the two lists, and the stage that found the pair, from 1."""

    base: int
    head: int
    stage: int


class Pair(NamedTuple):
    """The same access on both sides."""

    base: Access
    head: Access
    stage: int

    @property
    def moved(self) -> bool:
        """Does it stand in another function or file?"""
        return self.stage >= MOVED_FROM_STAGE or self.base.file != self.head.file


class Matched(NamedTuple):
    """Two lists of accesses, compared."""

    pairs: tuple[Pair, ...]
    added: tuple[Access, ...]
    removed: tuple[Access, ...]


def compared(base: Iterable[Access], head: Iterable[Access], renames: Mapping[str, str] | None = None) -> Matched:
    """Which access of the head is which of the base; `renames` leads from a file's base path to that at
    the head.
    """
    before, after = list(base), list(head)
    moved = renames or {}
    matches = same([spot_of(one, moved) for one in before], [spot_of(one) for one in after])
    left, right = {match.base for match in matches}, {match.head for match in matches}
    return Matched(
        tuple(Pair(before[match.base], after[match.head], match.stage) for match in matches),
        tuple(one for position, one in enumerate(after) if position not in right),
        tuple(one for position, one in enumerate(before) if position not in left),
    )


def unwrapped(
    matched: Matched, base: Iterable[Access], head: Iterable[Access], renames: Mapping[str, str] | None = None
) -> Matched:
    """The same, where a call became a wrapper or ceased to be one: its callers are then the accesses of one side and it
    is that of the other. `base` and `head` are all accesses of the sides, wrappers included.
    """
    moved = renames or {}
    opened = _by_wrapper(matched.removed, base, moved)
    closed = _by_wrapper(matched.added, head, {})
    pairs, gone, come = list(matched.pairs), set[str](), set[str]()
    for one in matched.added:
        wrapper, callers = opened.get(_standing(one, {}), (None, ()))
        if wrapper is not None:
            pairs.append(Pair(wrapper, one, _UNWRAPPED))
            come.add(one.id)
            gone.update(caller.id for caller in callers)
    for one in matched.removed:
        _, callers = closed.get(_standing(one, moved), (None, ()))
        pairs.extend(Pair(one, caller, _UNWRAPPED) for caller in callers if caller.id not in come)
        come.update(caller.id for caller in callers)
        gone.update([one.id] if callers else [])
    return Matched(
        tuple(pairs),
        tuple(one for one in matched.added if one.id not in come),
        tuple(one for one in matched.removed if one.id not in gone),
    )


def _by_wrapper(
    callers: Iterable[Access], among: Iterable[Access], moved: Mapping[str, str]
) -> dict[Hashable, tuple[Access | None, tuple[Access, ...]]]:
    """Wrappers by where they stand, each with those accesses that go through it."""
    found: dict[Hashable, tuple[Access | None, tuple[Access, ...]]] = {}
    known = {(one.subject, one.file, one.line): one for one in among if one.wrapper}
    for caller in callers:
        for line in caller.through:
            wrapper = known.get((caller.subject, line.file, line.line))
            if wrapper is not None:
                _, others = found.get(_standing(wrapper, moved), (wrapper, ()))
                found[_standing(wrapper, moved)] = (wrapper, (*others, caller))
    return found


def _standing(access: Access, moved: Mapping[str, str]) -> Hashable:
    spot = spot_of(access, moved)
    return (spot.subject, spot.file, spot.function)


def same(base: Sequence[Spot], head: Sequence[Spot]) -> list[Match]:
    """The pairs, in order of the head; each spot is in one at most. A stage sees what earlier ones left."""
    left, right = dict(enumerate(base)), dict(enumerate(head))
    found: list[Match] = []
    for number, (key, alone) in enumerate(_STAGES, start=1):
        if not left or not right:
            break
        for one, other in _paired(left, right, key, alone=alone):
            found.append(Match(one, other, number))
            del left[one], right[other]
    return sorted(found, key=lambda match: match.head)


def spot_of(access: Access, renames: Mapping[str, str] | None = None) -> Spot:
    """The access as matching sees it, in the file that it has at the head."""
    identity = access.identity
    file = (renames or {}).get(access.file, access.file)
    return Spot(access.subject, file, identity.function, identity.call, identity.ordinal, access.line)


def _paired(
    left: Mapping[int, Spot], right: Mapping[int, Spot], key: Callable[[Spot], Hashable], *, alone: bool
) -> list[tuple[int, int]]:
    """Pairs of equal key, in order of their lines; `alone`: only where a key stands once on both sides."""
    ours = _grouped(left, key)
    theirs = _grouped(right, key, ours)
    pairs: list[tuple[int, int]] = []
    for name, mine in ours.items():
        others = theirs.get(name, [])
        if not alone or len(mine) == len(others) == 1:
            pairs += zip(mine, others, strict=False)
    return pairs


def _grouped(
    spots: Mapping[int, Spot], key: Callable[[Spot], Hashable], among: Container[Hashable] | None = None
) -> dict[Hashable, list[int]]:
    """Positions by key, in order of file and line; with `among` only of those keys."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for position, spot in spots.items():
        name = key(spot)
        if among is None or name in among:
            groups[name].append(position)
    for group in groups.values():
        group.sort(key=lambda position: (spots[position].file, spots[position].line, spots[position].ordinal))
    return groups


def _base_name(spot: Spot) -> str:
    return spot.file.rsplit("/", 1)[-1]


def _loosened(call: str) -> str:
    """`getRelease(source.releaseId)` as `getRelease(releaseId)`: what a call says once its code is a
    function.
    """
    return _CHAIN.sub(r"\1", call)


def _last_name(spot: Spot) -> str:
    return spot.function.rsplit(".", 1)[-1]


_STAGES: Final[tuple[tuple[Callable[[Spot], Hashable], bool], ...]] = (
    (lambda one: (one.subject, one.file, one.function, one.call, one.ordinal), False),
    (lambda one: (one.subject, one.file, one.function, one.ordinal), False),  # the text was edited
    (lambda one: (one.subject, one.file, one.function), False),
    (lambda one: (one.subject, one.file, one.call), False),  # the function was renamed in place
    (lambda one: (one.subject, one.function, one.call), False),  # it went to another file
    (lambda one: (one.subject, _base_name(one), _last_name(one)), True),  # a folder or class was renamed
    (lambda one: (one.subject, one.call), True),  # one left on both sides
    (lambda one: (one.subject, _loosened(one.call)), True),  # the same, moved behind a parameter
)
