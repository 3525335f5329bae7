"""Two values that a client sends have nothing to do with each other: a check of the row that one of them names says
nothing about an access that is asked for by another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT
from audit.flow.frames import End
from audit.flow.pieces import everything, inside
from audit.judge.gate.given import given, made_of
from audit.judge.gate.shared import Shared
from audit.judge.verdict.leaves import Leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Env, Path
    from audit.flow.structure import Test
    from audit.judge.chain.chains import Chain
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.feeding import Asked
    from audit.judge.gate.given import Keys

_YIELDED = ("yield",)
"""The step of a row to what a generator yields, also where the function is none."""
_NAMED = (lowered.Name, lowered.Member, lowered.Index)
_DEEP = 4
"""Calls in calls (`Number(String(id))`) that are looked into."""
_Leaf = tuple[Spot, "Path"]


class Sent:
    """Answers by chain."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._engine = decisions, decisions.engine
        self._leaves, self._place = Leaves(decisions.engine), Shared(decisions.engine).place
        self._known: dict[Keys, frozenset[_Leaf]] = {}
        self._known_ways: dict[Keys, tuple[tuple[frozenset[_Leaf], ...], ...]] = {}

    def is_apart(self, test: Test, file: str, unit: int, env: Env, queries: Asked, chain: Chain) -> bool:
        """Is an access asked for by nothing but what a client sends, and none of that has a part in a test? A test in
        which there are no `queries` must be about something else that is sent.
        """
        keys = self._given(chain)
        if not self._asked(keys):
            return False
        names, others = self._named(chain), _keys(self._decisions.local.parts(test.expression, file, unit))
        if names and others and names.isdisjoint(others):
            return True
        tested = list(self._tested(test, file, unit, env, queries))
        if not queries and not any(self._decisions.foreign.is_request(End(*one, env)) for one in tested):
            return False
        return self._is_none_of(tested, keys)

    def is_asked_apart(self, queries: Asked, keys: Keys) -> bool:
        """Is an access asked for by nothing but what a client sends, and queries by nothing of that?"""
        return bool(self._asked(keys)) and self._is_none_of(list(self._holes(queries)), keys)

    def _is_none_of(self, tested: list[_Leaf], keys: Keys) -> bool:
        """Has none of some leaves a part in what an access is asked for by, on each way on which that may come?"""
        ways = self._ways(keys) or tuple((frozenset((one,)),) for one in self._asked(keys))
        return not any(all(any(_is_part(one, leaf) for one in tested for leaf in way) for way in arg) for arg in ways)

    def _given(self, chain: Chain) -> Keys:
        return given(self._engine, chain.access.call, chain.access.env)

    def _ways(self, keys: Keys) -> tuple[tuple[frozenset[_Leaf], ...], ...]:
        """For each value that an access is given what is sent that it is made of, by the ways on which it may come."""
        if keys not in self._known_ways:
            found = (tuple(self._alternatives(one.spot, one.env, _DEEP)) for one in keys)
            self._known_ways[keys] = tuple(one for one in found if one)
        return self._known_ways[keys]

    def _alternatives(self, spot: Spot, env: Env, depth: int) -> Iterator[frozenset[_Leaf]]:
        for end in self._engine.backwards.ends(spot, (), env):
            graph = self._engine.code.graph(end.spot.file, end.spot.unit)
            number = graph.results.get(end.spot.node)
            site = graph.calls[number] if number is not None else None
            if site is not None and site.receiver < 0 and len(site.arguments) == 1 and depth and not end.path:
                yield from self._alternatives(replace(end.spot, node=site.arguments[0]), end.env, depth - 1)
                continue
            leaves = self._leaves.of(end.spot, end.path, end.env)
            sent = frozenset(self._place(one) for one in leaves if self._decisions.foreign.is_request(one))
            if sent:
                yield sent

    def asks(self, chain: Chain) -> bool:
        """Is an access asked for by nothing but what a client sends?"""
        return bool(self._asked(self._given(chain)))

    def is_beside(self, flag: End, chain: Chain) -> bool:
        """Is an access asked for by parts of what has a flag, and by nothing else (`req.item.id`, `req.item.flag`)?"""
        owners = [
            end
            for end in map(self._owned, self._engine.backwards.ends(flag.spot, flag.path, flag.env))
            if end is not None
        ]
        asked = [end for one in self._given(chain) for end in self._leaves.of(one.spot, one.path, one.env)]
        sources = [self._engine.code.graph(one.spot.file, one.spot.unit).source[one.spot.node] for one in asked]
        named = [one for one, source in zip(asked, sources, strict=True) if not isinstance(source, lowered.Literal)]
        return bool(named) and all(any(_holds(owner, one) for owner in owners) for one in named)

    def parts_of(self, flags: Iterable[End], chain: Chain, given: tuple[Spot, Spot]) -> Keys:
        """What an access is asked for by, where that is nothing but parts of the very object that has a flag, as the
        same call gave it; else nothing. A parameter is `given` what a call gives, both by their nodes.
        """
        ends = (end for one in flags for end in self._engine.backwards.ends(one.spot, one.path, one.env))
        owners = [replace(end, path=end.path[:-1]) for end in ends if end.path and self._decisions.is_flag(end)]
        found: dict[End, None] = {}
        asked = made_of(self._engine, self._given(chain))
        inside = [End(given[1], one.path, ()) for one in asked if one.spot == given[0]]
        for one in (*asked, *made_of(self._engine, tuple(inside))):
            source = self._engine.code.graph(one.spot.file, one.spot.unit).source[one.spot.node]
            if isinstance(source, lowered.Literal) or one.spot == given[0] or self._decisions.foreign.is_setting(one):
                continue
            key = replace(one, path=one.path[1:]) if one.path[:1] == _YIELDED else one
            if not any(owner.env == key.env and _holds(owner, key) for owner in owners):
                return ()
            found[key] = None
        return tuple(found)

    def _owned(self, end: End) -> End | None:
        """What has a flag, where that is a part of something that is known."""
        return replace(end, path=end.path[:-1]) if len(end.path) > 1 and self._decisions.is_flag(end) else None

    def _asked(self, keys: Keys) -> frozenset[_Leaf]:
        """What is sent that an access is asked for by; nothing where other things have a part in it."""
        if keys not in self._known:
            self._known[keys] = self._find(keys)
        return self._known[keys]

    def _named(self, chain: Chain) -> frozenset[str]:
        """The names by which a request is asked for the arguments of an access (`query.get("id")`)."""
        file, unit, number = chain.access.call
        it = self._engine.code.graph(file, unit).calls[number].expression
        given = it.args if isinstance(it, lowered.Call) else ()
        return _keys(part for one in given for part in self._decisions.local.parts(one, file, unit))

    def _find(self, keys: Keys) -> frozenset[_Leaf]:
        found: set[_Leaf] = set()
        for one in keys:
            for end in self._leaves.of(one.spot, one.path, one.env):
                source = self._engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
                if self._decisions.foreign.is_request(end):
                    found.add(self._place(end))
                elif not isinstance(source, lowered.Literal) and not self._decisions.foreign.is_setting(end):
                    return frozenset()
        return frozenset(found)

    def _tested(self, test: Test, file: str, unit: int, env: Env, queries: Asked) -> Iterator[_Leaf]:
        """What has a part in a test: in its own values, in functions that are given there, in what queries ask for."""
        for one in _values(self._decisions.local.parts(test.expression, file, unit)):
            spot = self._decisions.places.node(file, unit, one)
            yield from map(self._owner, self._leaves.of(spot, (), env) if spot is not None else ())
        yield from self._holes(queries)

    def _holes(self, queries: Asked) -> Iterator[_Leaf]:
        """What queries ask for their rows by."""
        for spot, frames in queries:
            for hole in self._engine.queries.holes(spot):
                yield from map(self._place, self._leaves.of(hole, (), frames))

    def _owner(self, end: End) -> _Leaf:
        """A leaf of a test; of a flag that which has it."""
        flag = bool(end.path) and end.path[-1] in self._decisions.called
        return self._place(replace(end, path=end.path[:-1]) if flag else end)


def _keys(parts: Iterable[lowered.Node]) -> frozenset[str]:
    """The constant texts that methods are called with alone."""
    calls = (one for one in parts if isinstance(one, lowered.Call) and isinstance(one.callee, lowered.Member))
    alone = (one.args[0] for one in calls if len(one.args) == 1)
    return frozenset(one.value for one in alone if isinstance(one, lowered.Literal) and isinstance(one.value, str))


def _values(parts: Iterable[lowered.Node]) -> list[lowered.Node]:
    """The names and members in pieces of code; of a member of a member the whole, and none that are declared there."""
    nodes = [inner for one in parts for inner in (everything(one) if isinstance(one, lowered.Function) else (one,))]
    held = {id(one.object) for one in nodes if isinstance(one, (lowered.Member, lowered.Index))}
    held |= {id(inner) for one in nodes if isinstance(one, lowered.Parameter) for inner in inside(one.target)}
    return [one for one in nodes if isinstance(one, _NAMED) and id(one) not in held]


def _holds(owner: End, other: End) -> bool:
    return owner.spot == other.spot and owner.path == other.path[: len(owner.path)]


def _is_part(one: _Leaf, other: _Leaf) -> bool:
    """Is one the same as the other, or a part of it? One element of several says nothing about the others."""
    shared = min(len(one[1]), len(other[1]))
    alone = any(step.startswith("[") and step != ELEMENT for step in one[1][shared:])
    return one[0] == other[0] and one[1][:shared] == other[1][:shared] and not alone
