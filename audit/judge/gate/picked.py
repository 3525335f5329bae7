"""Which of a query's rows a value is of: where one of several is picked on the way back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.flow.backward.backwards import Backwards
from audit.flow.backward.given import given_to
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import is_position
from audit.flow.frames import frame_of
from audit.flow.graph import Op
from audit.judge.deciding.listed import list_of
from audit.judge.key.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.extract.sql import Column
    from audit.flow.frames import End, Env, Path
    from audit.flow.graph import Graph
    from audit.rulebook import Place
    from audit.trace import Engine

_MOST = 400
"""Places that are looked at for one value."""
_PARTS = (Op.STORE, Op.COPY, Op.BUILD, Op.LOAD)
Pick = tuple[object, frozenset[tuple[Spot, "Path"]]]
"""A loop's variable, a callback's parameter or a call by its place; what is taken by a key by where that comes from."""
Picks = frozenset[Pick]
Held = frozenset[tuple[Spot, "Path"]]
_MOVING = ("sort", "reverse", "shift", "unshift", "splice", "insert", "remove")
"""Methods after which what is in a list has other positions."""
_KEY = "[key]"
_EARLIER = "of an earlier round"
_Loops = frozenset[tuple[str, int, int, int]]
"""Loops by their file, unit and nodes."""


class Way(Struct, frozen=True):
    """What is picked on a way back. `whole`: the value is what is picked, and not made of that and of others. `places`:
    the positions that are read of lists, by where these come from.
    """

    picks: Picks = frozenset()
    whole: bool = True
    places: frozenset[tuple[Held, str]] = frozenset()


def is_earlier(pick: Pick) -> bool:
    """Was it picked in an earlier round of a loop?"""
    return isinstance(pick[0], tuple) and pick[0][0] == _EARLIER


def are_apart(ways: Iterable[Way], others: Iterable[Way]) -> bool:
    """Are other positions of one list read on some ways than on others?"""
    one, other = map(_positions, (ways, others))
    return any(one[held].isdisjoint(other[held]) for held in one.keys() & other.keys())


def _positions(ways: Iterable[Way]) -> dict[Held, set[str]]:
    found: dict[Held, set[str]] = {}
    for way in ways:
        for held, position in way.places:
            found.setdefault(held, set()).add(position)
    return found


class Picked(Backwards):
    """The way back stops where one of several is taken: by a loop, a position, `rows.find(…)`, a callback; and where
    a local's values of all rounds of a loop meet.
    """

    def __init__(self, engine: Engine, ties: frozenset[tuple[str, str]]) -> None:
        """`ties`: the columns that say which row is meant, by their tables."""
        super().__init__(engine.origins)
        self.callers, self.is_entry = engine.backwards.callers, engine.backwards.is_entry
        self._engine, self._ties = engine, ties
        self._nearer = self  # type: ignore[assignment] # a step that is left out there may be one that picks
        self._further: End | None = None

    def to(self, asked: End, _: int) -> End:
        """Each node is asked for itself."""
        return asked

    def rows(self, value: End, query: Spot) -> Picks | None:
        """What is picked on the ways from a value to the rows of a query: nothing where none leads there, None where
        one picks nothing.
        """
        ways = self.ways(value, query)
        return frozenset(pick for one in ways for pick in one.picks) if ways is not None else None

    def ways(self, value: End, query: Spot) -> frozenset[Way] | None:
        """The ways from a value to the rows of a query; None where one picks nothing."""
        found: set[Way] = set()
        seen: set[tuple[End, Way, _Loops]] = set()
        begun = self.ends(value.spot, value.path, value.env)
        waiting: list[tuple[End, Way, _Loops]] = [(end, Way(), frozenset()) for end in begun]
        while waiting:
            asked = waiting.pop()
            if asked in seen:
                continue
            seen.add(asked)
            end, way, rounds = asked
            if len(seen) > _MOST or (end.spot == query and not way.picks):
                return None
            if end.spot == query:
                found.add(way)
                continue
            if self._loop(end) is not None:
                waiting.extend((one, way, rounds | loops) for one, loops in self._rounds(end))
                continue
            own = self._own_key(end, query)
            if own is not None:
                waiting.extend((one, way, rounds) for one in self.ends(own, (), end.env))
                continue
            here = self._pick(end)
            behind = self._beyond(end) if here is not None else list(self._parts(end))
            if here is None:
                way = replace(way, whole=False)
            else:
                picked = (_in_round(here, end, rounds), *self._position(end, behind, query))
                way = replace(way, picks=way.picks.union(picked), places=way.places.union(self._places(end)))
            waiting.extend((one, way, rounds) for one in behind)
        return frozenset(found)

    def _loop(self, end: End) -> tuple[int, int] | None:
        """The nodes of the loop whose rounds give a local what is at a node."""
        return self.code.graph(end.spot.file, end.spot.unit).meets.get(end.spot.node)

    def _rounds(self, end: End) -> Iterator[tuple[End, _Loops]]:
        """What a local was before a loop, and what it was given in an earlier round of it."""
        spot, (first, last) = end.spot, self._loop(end) or (0, 0)
        for node, _, _ in self.code.graph(spot.file, spot.unit).back[spot.node]:
            within = first <= node < last
            loops = frozenset(((spot.file, spot.unit, first, last),)) if within else frozenset()
            for one in self.ends(replace(spot, node=node), end.path, end.env):
                yield one, loops

    def _beyond(self, end: End) -> list[End]:
        """The ends behind one at which the way back has stopped."""
        self._further = end
        try:
            return super().find(end)
        finally:
            self._further = None

    def find(self, asked: End) -> list[End]:
        if self._loop(asked) is not None or (asked != self._further and self._pick(asked) is not None):
            return [asked]
        return super().find(asked)

    def _pick(self, asked: End) -> Pick | None:
        """How one of several is taken at a node; None where nothing is."""
        spot = asked.spot
        graph = self.code.graph(spot.file, spot.unit)
        if spot.node in graph.of_parameter:
            return (spot, frozenset()) if self._is_handed(asked, graph) else None
        if spot.node in graph.results:
            return self._called(asked, graph)
        loads = [(before, key) for before, op, key in graph.back[spot.node] if op is Op.LOAD and key.startswith("[")]
        if all(is_position(key.strip("[]")) and self._is_named(spot, before, graph) for before, key in loads):
            return None
        key = graph.keys.get(spot.node)
        return (spot, frozenset()) if key is None else ("", self._key(replace(spot, node=key), asked.env))

    def _is_named(self, spot: Spot, node: int, graph: Graph) -> bool:
        """Has a list items that the code names? Of these the way back finds the one that stands at a position."""
        return list_of(self.library, replace(spot, node=node), graph) is not None

    def _key(self, spot: Spot, env: Env) -> frozenset[tuple[Spot, Path]]:
        return frozenset((end.spot, end.path) for end in self._engine.backwards.ends(spot, (), env))

    def _is_handed(self, asked: End, graph: Graph) -> bool:
        """Is a parameter what outside code gives a callback?"""
        number = graph.of_parameter[asked.spot.node][0]
        frame = frame_of(asked.env, FunctionId(asked.spot.file, asked.spot.unit, number))
        return frame.handed if frame is not None else bool(given_to(graph, graph.functions[number].node))

    def _called(self, asked: End, graph: Graph) -> Pick | None:
        """`rows.find(…)`, `rows.at(0)`, `map.get(key)`: calls that give an element of what they are called on."""
        spot, number = asked.spot, graph.results[asked.spot.node]
        site = graph.calls[number]
        if site.new or (asked.path and asked.path[0].startswith("[")):
            return None
        flows = self.library.flows(spot.file, spot.unit, number) or ()
        giving = [one for one in flows if not one.implicit and any(_is_result(target) for target in one.targets)]
        taken = any(source.path[:1] and source.path[0].startswith("[") for one in giving for source in one.sources)
        if not taken:
            return None
        key = self._key(replace(spot, node=site.arguments[0]), asked.env) if site.arguments else frozenset()
        made = any(one.node in self.code.graph(one.file, one.unit).made for one, _ in key)
        return ("", key) if key and not made else (spot, frozenset())

    def _own_key(self, end: End, query: Spot) -> Spot | None:
        """What a map is asked by for a row of a query, where that is what the row is called by, and the map's keys are,
        too (`new Map(rows.map((row) => [row.id, row])).get(row.id)`): it is the row itself.
        """
        graph = self.code.graph(end.spot.file, end.spot.unit)
        site = graph.calls[graph.results[end.spot.node]] if end.spot.node in graph.results else None
        if site is None or site.method != "get" or site.receiver < 0 or len(site.arguments) != 1:
            return None
        own, given = replace(end.spot, node=site.receiver), replace(end.spot, node=site.arguments[0])
        asked, keys = self._column(given, (), end.env, query), self._column(own, (_KEY,), end.env, query)
        return given if asked and asked == keys else None

    def _column(self, spot: Spot, path: Path, env: Env, query: Spot) -> Column | None:
        """The column of a query that a value is read from, where that says which row is meant."""
        ends = self._engine.backwards.ends(spot, path, env)
        rows = [row_of(self._engine, end) for end in ends if end.spot == query]
        columns = {one.column for row in rows if row is not None for one in row.columns}
        sure = len(rows) == len(ends) and len(columns) == 1
        return next((one for one in columns if sure and tuple(one) in self._ties), None)

    def _places(self, end: End) -> Iterator[tuple[Held, str]]:
        """The constant positions that are read at a node, with where the lists come from."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        for before, op, key in graph.back[end.spot.node]:
            if op is Op.LOAD and is_position(key.strip("[]")):
                yield self._key(replace(end.spot, node=before), end.env), key

    def _position(self, end: End, behind: list[End], query: Spot) -> Iterator[Pick]:
        """A constant position in the rows of the query themselves."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        if any(one.spot == query for one in behind):
            keys = (key for _, op, key in graph.back[end.spot.node] if op is Op.LOAD)
            order = (*self._order(end, graph, query), *self._made(end, graph, query))
            yield from (((key, order), frozenset()) for key in keys if key.startswith("[") and key != "[*]")

    def _made(self, end: End, graph: Graph, query: Spot) -> tuple[int, ...]:
        """The calls that made another list of the rows of a query, of which one is taken (`rows.filter(…)[0]`)."""
        stack = [before for before, op, _ in graph.back[end.spot.node] if op is Op.LOAD]
        seen = set(stack)
        while stack:
            fresh = [before for before, op, _ in graph.back[stack.pop()] if op is Op.COPY and before not in seen]
            seen.update(fresh)
            stack += fresh
        made = (one for one in seen if one in graph.results and replace(end.spot, node=one) != query)
        return tuple(sorted(made))

    def _order(self, end: End, graph: Graph, query: Spot) -> tuple[int, ...]:
        """The calls before a place that put the rows of a query in another order: a position is of another row then."""
        at, file, unit = graph.at[end.spot.node], end.spot.file, end.spot.unit
        moving = (site for site in graph.calls if site.method in _MOVING and site.receiver >= 0 and site.at < at)
        held = ((site, self._engine.backwards.ends(Spot(file, unit, site.receiver), (), end.env)) for site in moving)
        return tuple(site.at for site, ends in held if any(one.spot == query for one in ends))

    def _parts(self, end: End) -> Iterator[End]:
        """What a value is made of, where the way back ends at one that is made; what a query asks for its rows by."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        holes = self._engine.queries.holes(end.spot) if end.spot.node in graph.results else ()
        if holes:
            spots = list(holes)
        elif end.spot.node in graph.results:
            site = graph.calls[graph.results[end.spot.node]]
            nodes = (*((site.receiver,) if site.receiver >= 0 else ()), *site.arguments)
            spots = [replace(end.spot, node=node) for node in nodes]
        elif end.spot.node in graph.of_parameter:
            spots = []
        else:
            spots = [replace(end.spot, node=node) for node, op, _ in graph.back[end.spot.node] if op in _PARTS]
        for spot in spots:
            yield from self.ends(spot, (), end.env)


def _in_round(pick: Pick, end: End, rounds: _Loops) -> Pick:
    """A pick, told apart where the way to it leads through an earlier round of a loop around it."""
    spot = end.spot
    around = any((spot.file, spot.unit) == one[:2] and one[2] <= spot.node < one[3] for one in rounds)
    return ((_EARLIER, pick[0]), pick[1]) if around else pick


def _is_result(place: Place) -> bool:
    return place.root == "result" and all(step == "await" for step in place.path)
