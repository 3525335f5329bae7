"""What is known of a value without running code: the parameters it comes from, its properties, its texts.

A value that is not known has none of these. Nothing here is ever certain about what a value is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

ELEMENT = "[*]"
_DEEPEST = 4
_ALTERNATIVES = 8


class Origin(Struct, frozen=True, order=True):
    """A parameter of the function that starts at byte `function`, and what is read from it."""

    function: int
    position: int
    path: tuple[str, ...] = ()

    def read(self, key: str) -> Origin:
        """What is read from this by one more key; deeper paths are cut."""
        return replace(self, path=(*self.path, key)) if len(self.path) < _DEEPEST else self


Text = tuple["str | Origin | None", ...]
"""Pieces of a text: known, from a parameter, or a hole."""

HOLE: Text = (None,)


class Value(Struct, frozen=True, order=True):
    """`properties` is None where the object is not known; properties that it lacks come from `origins`.

    `rest` marks a rest parameter and its elements: `texts` are the texts that the value can be.
    """

    origins: frozenset[Origin] = frozenset()
    properties: Mapping[str, Value] | None = None
    texts: tuple[Text, ...] = (HOLE,)

    def read(self, key: str) -> Value:
        """The value of a property or of an element (`ELEMENT`)."""
        if self.properties is not None and key in self.properties:
            return self.properties[key]
        return given(origin.read(key) for origin in self.origins)

    def follow(self, path: Iterable[str]) -> Value:
        """The value at the end of a path of keys."""
        here = self
        for key in path:
            here = here.read(key)
        return here

    def holding_nothing(self) -> Value:
        """What is computed from the value: its origins, and nothing that it holds."""
        return Value(self.origins)


UNKNOWN = Value()


def given(origins: Iterable[Origin]) -> Value:
    """A value that comes from parameters."""
    found = frozenset(origins)
    texts: tuple[Text, ...] = tuple((origin,) for origin in sorted(found)[:_ALTERNATIVES]) or (HOLE,)
    return Value(found, None, texts)


def text(constant: str) -> Value:
    """A text that is written in the code."""
    return Value(texts=((constant,),))


def either(values: Iterable[Value]) -> Value:
    """One of several values."""
    listed = list(values)
    if len(listed) == 1:
        return listed[0]
    origins = frozenset(origin for one in listed for origin in one.origins)
    texts = tuple(dict.fromkeys(option for one in listed for option in one.texts))
    keys = dict.fromkeys(key for one in listed for key in one.properties or ())
    properties = {key: either([one.read(key) for one in listed]) for key in keys} if keys else None
    return Value(origins, properties, texts if 0 < len(texts) <= _ALTERNATIVES else (HOLE,))


def joined(parts: Iterable[Value]) -> Value:
    """Texts written one after the other."""
    listed = list(parts)
    texts: list[Text] = [()]
    for part in listed:
        texts = [left + right for left in texts for right in part.texts]
        if len(texts) > _ALTERNATIVES:
            texts = [(None,)]
    return Value(frozenset(origin for part in listed for origin in part.origins), None, tuple(texts))


def spread(into: Value, more: Value) -> Value:
    """`{ ...into, ...more }`."""
    properties = dict(into.properties or {})
    for key in list(properties):
        if more.origins or (more.properties and key in more.properties):
            properties[key] = either([properties[key], more.read(key)]) if more.origins else more.read(key)
    for key, value in (more.properties or {}).items():
        properties.setdefault(key, value)
    return Value(into.origins | more.origins, properties)


def substituted(value: Value, argument: Callable[[Origin], Value]) -> Value:
    """The value with each origin replaced by what `argument` gives for it."""
    if not value.origins and not value.properties and all(isinstance(part, str) for one in value.texts for part in one):
        return value
    given_for = [argument(origin) for origin in sorted(value.origins)]
    properties = {key: substituted(one, argument) for key, one in (value.properties or {}).items()}
    for one in given_for:
        for key in one.properties or ():
            properties.setdefault(key, one.read(key))
    texts = [option for one in value.texts for option in _filled(one, argument)]
    origins = frozenset(origin for one in given_for for origin in one.origins)
    return Value(origins, properties or None, tuple(dict.fromkeys(texts))[:_ALTERNATIVES] or (HOLE,))


def _filled(pieces: Text, argument: Callable[[Origin], Value]) -> list[Text]:
    parts = [argument(piece) if isinstance(piece, Origin) else Value(texts=((piece,),)) for piece in pieces]
    return list(joined(parts).texts)
