"""Rows that code from outside gives whose queries nobody can read (`Item.findById(id)`): which of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.frames import End
from audit.flow.pieces import everything
from audit.judge.gate.given import made_of
from audit.judge.gate.kinship import Kind, Kinship

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import Env
    from audit.flow.graph import CallSite
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.given import Keys
    from audit.judge.gate.tested import Tested

_DEEP = 4
"""Objects in objects in what a call is given."""
_Call = tuple["Spot", "Env"]


class _Of(Struct, frozen=True):
    """What rows are asked of: where the object comes from on which methods are called, and the texts and classes that
    they are given (`db.collection("items")`, `session.get(Item, id)`).
    """

    roots: frozenset[End]
    texts: tuple[str, ...]
    kinds: frozenset[Kind]


class Unread:
    """Answers by check and access."""

    def __init__(self, decisions: Decisions, tested: Tested) -> None:
        self._decisions, self._tested = decisions, tested
        self._code, self._backwards = decisions.engine.code, decisions.engine.backwards
        self._kinship = Kinship(decisions.engine)
        self._own = frozenset(("id", "_id", *(name for _, name in decisions.ties)))

    def is_other(self, flags: list[End], keys: Keys) -> bool:
        """Is the row that a flag is read of certainly another one than that which an access is about?"""
        read = [end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env)]
        asked = [one for one in made_of(self._decisions.engine, keys) if not self._says_nothing(one)]
        if not read or not asked or not all(one.path and self._site(one) is not None for one in read):
            return False
        checked = {(one.spot, one.env) for one in read}
        if not all(one.path and self._site(one) is not None for one in asked):
            values = [one for call in checked for one in self._given(*call)]
            return self._tested.are_of_others(values, keys)
        return all(self._is_apart(one, checked, flags, read, keys) for one in asked)

    def may_lead_away(self, flags: list[End], keys: Keys) -> bool:
        """May one of some parts of the object that has a flag say which other row is meant: is its class not known, or
        the part known to be of another row?
        """
        read = [end for one in flags for end in self._backwards.ends(one.spot, one.path, one.env)]
        for one in keys:
            kinds = self._kinship.classes(one.spot, one.env)
            if not kinds or any(self._kinship.are_apart(kinds, one.path, flag.path) for flag in read):
                return True
        return False

    def _is_apart(self, key: End, checked: set[_Call], tested: list[End], read: list[End], keys: Keys) -> bool:
        own = key.spot, key.env
        if own in checked:
            kinds = self._kinship.classes(*own)
            flags = [one.path for one in read if (one.spot, one.env) == own]
            apart = bool(kinds) and all(self._kinship.are_apart(kinds, key.path, one) for one in flags)
            return apart or self._tested.is_other_row(own, tested, keys)
        return all(self._asks_otherwise(own, one) for one in checked)

    def _asks_otherwise(self, call: _Call, other: _Call) -> bool:
        """Do two calls ask the same object for rows, and by different values? Or is one asked of a row that the other
        gave, for the rows beside it (`row.children.all()`)?
        """
        mine, its = self._of(*call), self._of(*other)
        if any((one.spot, one.env) == other and self._leads_away(one) for one in mine.roots):
            return True
        texts = bool(mine.kinds) or mine.texts == its.texts
        if not mine.roots or (mine.roots, mine.kinds) != (its.roots, its.kinds) or not texts:
            return False
        asked, others = set(self._given(*call)), set(self._given(*other))
        own = [one.path[-1] in self._own for one in asked if one.path and (one.spot, one.env) == other]
        pointing = bool(own) and len(own) == len(asked)
        if others and not asked:
            return True  # all rows, or the first one, where one is asked for
        if not asked or any(own) or not (others or pointing):
            return self._constants(*call) != self._constants(*other) if not asked and not others else False
        return asked.isdisjoint(others)

    def _leads_away(self, one: End) -> bool:
        """Is a part of a row another row of its class?"""
        return self._kinship.leads_away(self._kinship.classes(one.spot, one.env), one.path)

    def _constants(self, spot: Spot, env: Env) -> list[object]:
        """The constants that a call is given, where it is given nothing else."""
        values = [End(replace(spot, node=node), (), env) for at in self._kinship.chain(spot) for node in at.arguments]
        ends = made_of(self._decisions.engine, tuple(values))
        sources = (self._code.graph(one.spot.file, one.spot.unit).source[one.spot.node] for one in ends)
        return [one.value for one in sources if isinstance(one, lowered.Literal)]

    def _given(self, spot: Spot, env: Env) -> Iterator[End]:
        """Where the values come from that a call, and those that its chain began with, are given."""
        for at in self._kinship.chain(spot):
            for node in at.arguments:
                yield from self._values(replace(spot, node=node), env, _DEEP)

    def _values(self, spot: Spot, env: Env, deep: int) -> Iterator[End]:
        for end in made_of(self._decisions.engine, (End(spot, (), env),)):
            inner = list(self._inside(end)) if deep else []
            for one in inner:
                yield from self._values(one, end.env, deep - 1)
            if not inner and not self._is_literal(end) and not self._kinship.is_declared(end.spot):
                yield end

    def _inside(self, end: End) -> Iterator[Spot]:
        """The sides of a comparison, and what calls are given that say which rows of a class are asked for
        (`select(Item).where(Item.id == number)`).
        """
        spot, graph = end.spot, self._code.graph(end.spot.file, end.spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, (lowered.Binary, lowered.Logical)):
            sides = (self._decisions.places.node(spot.file, spot.unit, one) for one in (source.left, source.right))
            yield from (one for one in sides if one is not None)
        elif spot.node in graph.results and not end.path and self._kinship.classes(spot, end.env):
            yield from (replace(spot, node=node) for at in self._kinship.chain(spot) for node in at.arguments)

    def _of(self, spot: Spot, env: Env) -> _Of:
        chain = list(self._kinship.chain(spot))
        it = chain[-1].expression
        held = it.callee.object if isinstance(it, lowered.Call) and isinstance(it.callee, lowered.Member) else None
        root = self._decisions.places.node(spot.file, spot.unit, held) if held is not None else None
        given = (one for at in chain for one in (at.expression.args if isinstance(at.expression, lowered.Call) else ()))
        nodes = (part for one in given for part in everything(one))
        texts = (one.value for one in nodes if isinstance(one, lowered.Literal) and isinstance(one.value, str))
        roots = frozenset(self._kinship.ends(root, env)) if root is not None else frozenset()
        return _Of(roots, tuple(texts), self._kinship.classes(spot, env))

    def _site(self, end: End) -> CallSite | None:
        """The call that gives a value, where that is no query that can be read."""
        spot = end.spot
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        if number is None or self._decisions.engine.queries.reads(spot.file, spot.unit, number):
            return None
        return graph.calls[number]

    def _says_nothing(self, end: End) -> bool:
        """Is it a value that says of no row which one it is: a constant, or a setting?"""
        return self._is_literal(end) or self._decisions.foreign.is_setting(end)

    def _is_literal(self, end: End) -> bool:
        return isinstance(self._code.graph(end.spot.file, end.spot.unit).source[end.spot.node], lowered.Literal)
