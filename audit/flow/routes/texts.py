"""The texts of paths and methods at registrations: constants put together, `{}` for what is not known."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Text
from audit.flow.contexts import KEY
from audit.flow.graph import Op
from audit.flow.routes.marks import key_of, mark_of, plain
from audit.flow.routes.model import JOINS
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.code import Spot
    from audit.flow.graph import CallSite
    from audit.flow.routes.back import Source
    from audit.flow.routes.model import Bindings, Path
    from audit.flow.routes.sources import Sources

HOLE = "{}"
_MOST = 64
"""Texts that a value may be; what may be more varies."""
_DEEPEST = 6
_TOLD = (lowered.Object, lowered.Array, lowered.Function, lowered.Literal, lowered.Template, lowered.Binary)
"""What is written out: it has no other part."""


class PathTexts:
    """Texts at nodes, with the parameters of the functions around bound to calls."""

    def __init__(self, sources: Sources) -> None:
        self._sources, self._code = sources, sources.code

    def of(self, spot: Spot, bindings: Bindings, path: Path = (), depth: int = 0) -> tuple[str, ...]:
        """The texts that (a part of) the value at a node may be; a list stands for its items. () for none."""
        if depth > _DEEPEST:
            return (HOLE,)
        found: list[str] = []
        sources = self._sources.of(spot, bindings, path)
        for source in sources:
            found.extend(self._text(source, depth))
        return _few(found) if sources else (HOLE,)

    def at_call(self, at: Spot, site: CallSite, written: str, bindings: Bindings, taken: int = -1) -> tuple[str, ...]:
        """The texts at the places of a call (in the statement of `at`) that a row names, "" where none is.

        `taken` is the argument that is the handler itself: `use(router)` has no path.
        """
        found: list[str] = []
        for place in places_of(written) if written else ():
            number = place.number if place.name is None else named(site, place.name)
            if (
                place.root == "arg"
                and number is not None
                and number < len(site.arguments)
                and (number != taken or place.path)
            ):
                found.extend(self.of(replace(at, node=site.arguments[number]), bindings, place.path))
        return tuple(dict.fromkeys(found)) or ("",)

    def _text(self, source: Source, depth: int) -> tuple[str, ...]:
        graph = self._code.graph(source.spot.file, source.spot.unit)
        made = graph.source[source.spot.node]
        if len(source.path) == 1 and plain(source.path[0]) == KEY:
            return self._key(source)
        if source.path:
            return self._members(source) or (() if isinstance(made, _TOLD) else (HOLE,))
        if isinstance(made, lowered.Literal):
            return (str(made.value),) if made.value is not None else ()
        if isinstance(made, lowered.Template) and made.tag is None:
            return self._parts(source, depth, made.parts)
        if isinstance(made, lowered.Binary) and made.op == "+":
            return self._parts(source, depth, ("", "", ""))
        if isinstance(made, lowered.Array):
            return self._items(source, depth)
        if isinstance(made, (lowered.Object, lowered.Function)):
            return ()
        number = graph.results.get(source.spot.node, -1)
        if number >= 0 and graph.calls[number].method == JOINS:
            return self._joined(source, graph.calls[number], depth)
        return self._members(source) or (HOLE,)

    def _key(self, source: Source) -> tuple[str, ...]:
        """The key under which a table holds what is taken with it; of several it is not known which."""
        told = key_of(source.path[0])
        if told:
            return (told,)
        graph = self._code.graph(source.spot.file, source.spot.unit)
        keys = {key for _, op, key in graph.back[source.spot.node] if op is Op.STORE}
        return tuple(keys) if len(keys) == 1 and not mark_of(source.path[0])[0] else (HOLE,)

    def _joined(self, source: Source, site: CallSite, depth: int) -> tuple[str, ...]:
        """`["", "api", "items"].join("/")` of a list that is written out."""
        lists = self._sources.of(replace(source.spot, node=site.receiver), source.bindings)
        graphs = [self._code.graph(one.spot.file, one.spot.unit) for one in lists]
        whole = all(isinstance(one.source[at.spot.node], lowered.Array) for one, at in zip(graphs, lists, strict=True))
        marks = [self.of(replace(source.spot, node=node), source.bindings, (), depth + 1) for node in site.arguments]
        if len(lists) != 1 or not whole or [len(mark) for mark in marks] != [1]:
            return (HOLE,)
        stored = [node for node, op, _ in graphs[0].back[lists[0].spot.node] if op is Op.STORE]
        items = [self.of(replace(lists[0].spot, node=node), lists[0].bindings, (), depth + 1) for node in stored]
        return _few(marks[0][0].join(one) for one in product(*(texts or (HOLE,) for texts in items)))

    def _parts(self, source: Source, depth: int, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Texts between, and values in between."""
        graph = self._code.graph(source.spot.file, source.spot.unit)
        ways = [texts[0]]
        holes = [node for node, op, _ in graph.back[source.spot.node] if op is Op.BUILD]
        for node, text in zip(holes, texts[1:], strict=False):
            inner = self.of(replace(source.spot, node=node), source.bindings, (), depth + 1) or (HOLE,)
            chosen = inner if len(ways) * len(inner) <= _MOST else (HOLE,)
            ways = [f"{way}{one}{text}" for way in ways for one in chosen]
        return tuple(ways)

    def _items(self, source: Source, depth: int) -> tuple[str, ...]:
        graph = self._code.graph(source.spot.file, source.spot.unit)
        stored = [node for node, op, _ in graph.back[source.spot.node] if op is Op.STORE]
        return tuple(
            text for node in stored for text in self.of(replace(source.spot, node=node), source.bindings, (), depth + 1)
        )

    def _members(self, source: Source) -> tuple[str, ...]:
        """Constants that are known where the search for nodes ends: members of enumerations and the like."""
        values = self._sources.origins.of(source.spot)
        for key in source.path:
            values = tuple(inner for value in values for inner in self._sources.origins.member(value, plain(key)))
        return tuple(value.text for value in values if isinstance(value, Text))


def joined(prefix: str, path: str) -> str:
    """A path below a prefix, with one slash between them and none at the end."""
    parts = [part.strip("/") for part in (prefix, path)]
    return "/" + "/".join(part for part in parts if part)


def named(site: CallSite, name: str) -> int | None:
    """The position of the argument that a call gives by a name."""
    first = len(site.arguments) - len(site.names)
    return first + site.names.index(name) if name in site.names else None


def _few(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without repetition; of too many it is not known which."""
    found: dict[str, None] = {}
    for text in texts:
        found[text] = None
        if len(found) > _MOST:
            return (HOLE,)
    return tuple(found)
