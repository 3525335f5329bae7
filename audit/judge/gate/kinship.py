"""Rows that are objects of a class of the tree, or of what a call makes one of, which code from outside fills
(`session.get(Item, id)`, `model('Item', schema).findById(id)`): which members of these lead to other rows of the same
(`row.parent`, `row.parent_id`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.pieces import everything
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import End, Env, Path
    from audit.flow.graph import CallSite
    from audit.trace import Engine

_DEEP = 3
"""Calls in the arguments of calls (`session.scalars(select(Item))`)."""
_WORD = re.compile(r"[A-Za-z_]\w*")
_OWN = "self"
"""What the class itself is called in a text."""


class Kind(Struct, frozen=True, order=True):
    """A class by its file and start; a call that makes one (`made`) by its unit and node."""

    file: str
    at: int
    made: int = -1


class Kinship:
    """Answers by class."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._code, self._backwards = engine, engine.code, engine.backwards
        self._known: dict[tuple[Kind, str], frozenset[Kind]] = {}

    def classes(self, spot: Spot, env: Env, deep: int = _DEEP) -> frozenset[Kind]:
        """The classes that a call which gives rows, and the calls that it stands behind, are given or called on."""
        found: set[Kind] = set()
        for site in self.chain(spot):
            nodes = (*site.arguments, *((site.receiver,) if site.receiver >= 0 else ()))
            for end in (one for node in nodes for one in self.ends(replace(spot, node=node), env)):
                graph = self._code.graph(end.spot.file, end.spot.unit)
                if end.spot.node in graph.class_nodes:
                    found.add(Kind(end.spot.file, graph.class_nodes[end.spot.node]))
                elif end.spot.node in graph.results and end.spot != spot and self._called(end.spot):
                    found.add(Kind(end.spot.file, end.spot.unit, end.spot.node))
                elif end.spot.node in graph.results and end.spot != spot and deep:
                    found |= self.classes(end.spot, end.env, deep - 1)
        return frozenset(found)

    def ends(self, spot: Spot, env: Env) -> Iterator[End]:
        """Where what is at a node comes from; of a member that its class does not say, that class (`Item.objects`)."""
        ends = self._backwards.ends(spot, (), env)
        yield from ends
        for source, op, _ in self._code.graph(spot.file, spot.unit).back[spot.node] if not ends else ():
            if op is Op.LOAD:
                yield from self.ends(replace(spot, node=source), env)

    def chain(self, spot: Spot) -> Iterator[CallSite]:
        """A call, and the calls on whose results it is called, as they stand there one after the other."""
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        while number is not None:
            site = graph.calls[number]
            yield site
            number = graph.results.get(site.receiver) if site.receiver >= 0 else None

    def is_declared(self, spot: Spot) -> bool:
        """Is a value a class, or does it stand in the body of one, outside of its methods (`id = mapped_column(…)`)?"""
        graph = self._code.graph(spot.file, spot.unit)
        at = graph.at[spot.node]
        if spot.node in graph.class_nodes:
            return True
        return not graph.function[spot.node] and any(start <= at < one.end for start, one in graph.classes.items())

    def are_apart(self, kinds: frozenset[Kind], one: Path, other: Path) -> bool:
        """Are two members of what a call gives those of certainly different rows of a class?"""
        held, beside = one[:-1], other[:-1]
        shared = 0
        while shared < min(len(held), len(beside)) and held[shared] == beside[shared]:
            shared += 1
        for step in held[:shared]:
            kinds = self._step(kinds, step)
        return self.leads_away(kinds, one[shared:]) or self.leads_away(kinds, other[shared:])

    def leads_away(self, kinds: frozenset[Kind], path: Path) -> bool:
        """Does a step lead from a row to another one of its class?"""
        for step in path:
            following = self._step(kinds, step)
            if not _is_any(step) and not following.isdisjoint(kinds):
                return True
            kinds = following
        return False

    def _step(self, kinds: frozenset[Kind], step: str) -> frozenset[Kind]:
        return kinds if _is_any(step) else frozenset(to for one in kinds for to in self._member(one, step))

    def _member(self, kind: Kind, name: str) -> frozenset[Kind]:
        """The classes whose rows a member of a class holds, or says which one is meant of."""
        if (kind, name) not in self._known:
            self._known[kind, name] = frozenset(self._find(kind, name))
        return self._known[kind, name]

    def _called(self, made: Spot) -> str:
        """What a call says that what it makes is called, beside objects that say what that has."""
        graph = self._code.graph(made.file, made.unit)
        given = [graph.source[node] for node in graph.calls[graph.results[made.node]].arguments]
        first = given[0] if len(given) > 1 else None
        return first.value if isinstance(first, lowered.Literal) and isinstance(first.value, str) else ""

    def _of_made(self, kind: Kind, name: str) -> Iterator[Kind]:
        """`model('Item', new Schema({ parent: { ref: 'Item' } }))`."""
        spot = Spot(kind.file, kind.at, kind.made)
        work = [(spot, _DEEP)]
        while work:
            one, deep = work.pop()
            graph = self._code.graph(one.file, one.unit)
            for node in graph.calls[graph.results[one.node]].arguments:
                for end in self._backwards.ends(replace(one, node=node), (), ()):
                    there = self._code.graph(end.spot.file, end.spot.unit)
                    source = there.source[end.spot.node]
                    held = source.properties if isinstance(source, lowered.Object) else ()
                    if any(each.key == name and self._called(spot) in _texts(each.value) for each in held):
                        yield kind
                    if end.spot.node in there.results and deep and end.spot != one:
                        work.append((end.spot, deep - 1))

    def _find(self, kind: Kind, name: str) -> Iterator[Kind]:
        if kind.made >= 0:
            yield from self._of_made(kind, name)
            return
        unit = self._code.class_unit(kind.file, kind.at)
        made = self._code.graph(kind.file, unit).classes.get(kind.at) if unit >= 0 else None
        fields = [one for one in made.members if isinstance(one, lowered.Field)] if made is not None else []
        tables = {text for one in fields if isinstance(one.value, lowered.Literal) for text in _texts(one.value)}
        for one in fields if made is not None else ():
            if one.name == name or name in _texts(one.value):
                for word in (*_names(one), *(_meant(text, tables) for text in _texts(one.value))):
                    if made is not None and word in (made.name, _OWN):
                        yield kind
                    else:
                        yield from self._named(kind.file, word)

    def _named(self, file: str, word: str) -> Iterator[Kind]:
        meaning = self._engine.origins.names.meaning(file, word)
        unit = self._code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
        if isinstance(meaning, Declared) and unit >= 0:
            for at, one in self._code.graph(meaning.file, unit).classes.items():
                if one.name == meaning.name:
                    yield Kind(meaning.file, at)


def _is_any(step: str) -> bool:
    return step.startswith("[") or step == "*"


def _texts(it: lowered.Expr | None) -> list[str]:
    """The texts that stand in the code of a value."""
    parts = everything(it) if it is not None else ()
    return [one.value for one in parts if isinstance(one, lowered.Literal) and isinstance(one.value, str)]


def _names(one: lowered.Field) -> list[str]:
    """The names in the annotation and the value of a field."""
    names = [it.name for it in everything(one.value) if isinstance(it, lowered.Name)] if one.value is not None else []
    return [*names, *_WORD.findall(one.type)]


def _meant(text: str, tables: set[str]) -> str:
    """The class that a text names: by itself, by its module (`"app.Item"`), or by a column of its table, as the class
    calls that (`"items.id"`).
    """
    before, dot, after = text.rpartition(".")
    return _OWN if dot and before in tables else after
