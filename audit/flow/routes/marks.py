"""Which element of a collection a value is, where outside code made the collection of another one.

`Object.entries({ "/a": f })` gives `f` in a pair with its key, and `rows.filter(keep)` the same row again. The step to
such an element says what it was made of: of which argument of which call, and there of which part. So what is read
beside the value is looked for in the same part, and not in all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.pairs import paired
from audit.flow.contexts import ELEMENT, KEY, OF_MAPS

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.graph import CallSite, Graph
    from audit.flow.routes.model import Path

_MARK = "<"
_COLLECTIONS = frozenset((ELEMENT, *OF_MAPS))
_COMPUTED = "="
_NO_NAMES = "[#@!~"
"""Begin steps that are no name of a member: elements, methods of a class, parts of a promise."""
WRITTEN = -3
"""In place of an argument's position: what a call puts into its receiver."""
_LONGEST = 200
"""Characters of a step: what went through ever so many calls is not told apart."""


def plain(step: str) -> str:
    """A step without what it says of the element."""
    return f"{step.partition(_MARK)[0]}]" if _MARK in step and step[:1] == "[" else step


def plainly(path: Path) -> Path:
    """A path whose first step is plain."""
    return (plain(path[0]), *path[1:]) if path else path


def marked(path: Path, site: CallSite, slot: int, came: Path) -> Path:
    """The path in a collection that a call made of what it got at `came` of an argument (the receiver is -1)."""
    if not came or not path or path[0] not in _COLLECTIONS or came[0] in _COLLECTIONS:
        return path
    step = f"{path[0][:-1]}{_MARK}{site.at}.{slot}:{came[0]}]"
    return (step, *path[1:]) if len(step) <= _LONGEST else path


def in_pairs(path: Path) -> Path:
    """A part of a map, as it is in what the map gives where it is iterated."""
    pairs = paired(plainly(path))
    return (like(path[0], pairs[0]), *pairs[1:]) if len(pairs) > len(path) else path


def written(path: Path, site: CallSite) -> Path:
    """The path in a collection into which a call put a value."""
    if not path or path[0] not in _COLLECTIONS:
        return path
    return (f"{path[0][:-1]}{_MARK}{place(site, WRITTEN)}:]", *path[1:])


def computed(spot: Spot) -> str:
    """The step to what stands at a node as the member of an object whose name is computed."""
    return f"{ELEMENT[:-1]}{_MARK}{_COMPUTED}{spot.unit}.{spot.node}:]"


def is_made_by(step: str, site: CallSite) -> bool:
    """Is it an element of what a call made?"""
    return mark_of(step)[0].partition(".")[0] == str(site.at)


def is_put(step: str) -> bool:
    """Is it an element that a call put there, and none that stood there first?"""
    return _MARK in step and mark_of(step)[0].endswith(f".{WRITTEN}")


def _stands_at(step: str, spot: Spot) -> bool:
    """May a member with a computed name, in the statement of a node, be what stands there?"""
    made = mark_of(step)[0] if _MARK in step else ""
    return made[:1] != _COMPUTED or made == f"{_COMPUTED}{spot.unit}.{spot.node}"


def is_there(step: str, item: Spot) -> bool:
    """May an element of what is written out be the asked one?"""
    return not is_put(step) and _stands_at(step, item)


def may_name(step: str, key: Spot, graph: Graph) -> bool:
    """May what stands under a key, or is one, be what a step asks for? Computed names are each that of one member."""
    if plain(step) != KEY or key.node not in graph.keys.values():
        return True
    return any(name == key.node and _stands_at(step, replace(key, node=held)) for held, name in graph.keys.items())


def mark_of(step: str) -> tuple[str, str]:
    """The call and argument that an element was made of, as `place` writes it, and the part there; "" for none."""
    if _MARK not in step or step[:1] != "[":
        return "", ""
    place, _, part = step.partition(_MARK)[2][:-1].partition(":")
    return place, part


def place(site: CallSite, slot: int) -> str:
    """An argument of a call."""
    return f"{site.at}.{slot}"


def like(step: str, kind: str) -> str:
    """The same element as that of a step, under its key or its value, or as a pair of both."""
    if kind == "*":
        return step
    if kind not in _COLLECTIONS:
        return kind
    if _MARK in step and step[:1] == "[":
        return f"{kind[:-1]}{_MARK}{step.partition(_MARK)[2]}"
    if kind == KEY:
        return f"{KEY[:-1]}{_MARK}:{step}]" if step[:1] not in _NO_NAMES else kind
    return step if kind == ELEMENT and step not in OF_MAPS else kind


def key_of(step: str) -> str:
    """The name that a step to a key says; "" where it says none."""
    if _MARK not in step:
        return ""
    origin, part = mark_of(step)
    return part if plain(step) == KEY and not origin else ""
