"""Where a value was made: through copies, members of literals, names of other files and, when asked,
functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import put_into
from audit.flow.backward.origins import Origins
from audit.flow.backward.values import Func, Module
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Graph, Op, Place
from audit.flow.tables.calls import Calls
from audit.flow.tables.overwritten import set_last, values_of
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator


class Frame(Struct, frozen=True, order=True):
    """A call that was looked into: what it gives is what the function's parameters stand for."""

    function: FunctionId
    file: str
    unit: int
    call: int


Frames = tuple[Frame, ...]
Held = tuple[Spot, Frames]
"""A node, and the calls that were looked into on the way to it, innermost first."""
_MOST = 64
"""Nodes that one may come from; of one with more it is not known where it was made."""
_DEEP = 14
_OFTEN = 200
_MANY = 5_000
"""Nodes that are looked at for one question; after these none is looked at twice for it."""
_ENDS = (lowered.Literal, lowered.Object, lowered.Array, lowered.Call, lowered.Template)


class Trace(Calls):
    """`made` stops at literals, calls, templates, functions, parameters; `through` goes on into functions of
    the tree.
    """

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._made: dict[Spot, tuple[Spot, ...]] = {}
        self._open: set[Spot] = set()
        self._looked: dict[Spot, tuple[Spot, ...]] = {}
        self._asked = 0

    def made(self, spot: Spot) -> tuple[Spot, ...]:
        """The nodes at which the value of a node was made; itself where that is not known."""
        found = self._made.get(spot)
        if found is not None:
            return found
        if spot in self._open:
            return ()
        if not self._open:
            self._looked.clear()
            self._asked = 0
        self._asked += 1
        if self._asked > _MANY and spot in self._looked:
            return self._looked[spot]
        self._open.add(spot)
        found = tuple(dict.fromkeys(self._find(spot)))
        result = self._looked[spot] = found if 0 < len(found) <= _MOST else (spot,)
        self._open.discard(spot)
        if not self._open:
            self._made[spot] = result
        return result

    def through(self, spot: Spot, frames: Frames = (), depth: int = 0) -> tuple[Held, ...]:
        """The same, and where a call of a function of the tree made it: what that function returns."""
        found: list[Held] = []
        for one in self.made(spot):
            bound = self._bound(one, frames)
            inner = self._returned(one, frames) if bound is None and depth < _DEEP else ()
            same = self.given_back(one) if bound is None and not inner and depth < _DEEP else None
            if same is not None:
                bound = same, frames
            if bound is not None and depth < _DEEP:
                found.extend(self.through(bound[0], bound[1], depth + 1))
            elif inner:
                for back, way in inner:
                    found.extend(self.through(back, way, depth + 1))
            else:
                found.append((one, frames))
        known = tuple(dict.fromkeys(found))
        return known if len(known) <= _MOST else ((spot, frames),)

    def properties(self, spot: Spot) -> tuple[tuple[str, Spot], ...]:
        """The named parts of an object or array literal, with those of what is spread into it, later ones win; and
        those that are assigned to it alone.
        """
        found: dict[str, Spot] = {}
        self._properties(spot, found, 0, [])
        return tuple(found.items())

    def _find(self, spot: Spot) -> list[Spot]:
        graph = self.code.graph(spot.file, spot.unit)
        source = graph.source[spot.node]
        if isinstance(source, _ENDS) or spot.node in graph.made or spot.node in graph.class_nodes:
            return [spot]
        found = self._placed(spot, graph) if spot.node in graph.place_of else []
        for before, op, key in graph.back[spot.node]:
            earlier = Spot(spot.file, spot.unit, before)
            if op is Op.COPY:
                found.extend(self.made(earlier))
            elif op is Op.LOAD and not found:
                members, sure = self._member(earlier, key)
                found.extend(members if sure or not members else (*members, spot))
        return found

    def _is_place(self, spot: Spot) -> bool:
        """Is a node a class or a module, whose members are found by their names?"""
        return spot.node in self.code.graph(spot.file, spot.unit).class_nodes or any(
            isinstance(one, Module) for one in self.origins.of(spot)
        )

    def _placed(self, spot: Spot, graph: Graph) -> list[Spot]:
        return [one for kept in self._kept(spot, graph) for one in self.made(kept)]

    def _kept(self, spot: Spot, graph: Graph) -> list[Spot]:
        """What is kept in the place that a node reads."""
        place = graph.place_of[spot.node]
        if place.kind == "field" or place.at >= 0:
            return [Spot(spot.file, spot.unit, node) for node in graph.kept.get(place, ())]
        return self._kept_under(self.origins.names.meaning(spot.file, place.name))

    def _kept_under(self, meaning: object) -> list[Spot]:
        unit = self.code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
        if not isinstance(meaning, Declared) or unit < 0:
            return []
        kept = self.code.graph(meaning.file, unit).kept.get(Place("name", meaning.name, meaning.at), ())
        return [Spot(meaning.file, unit, node) for node in kept]

    def declared(self, meaning: object) -> list[Spot]:
        """Where the value of a module-level name was made."""
        return [one for kept in self._kept_under(meaning) for one in self.made(kept)]

    def member(self, holder: Spot, key: str) -> list[Spot]:
        """Where a member of the object at a node was made; nothing where the object is no literal or module."""
        return self._member(holder, key)[0]

    def _member(self, holder: Spot, key: str) -> tuple[list[Spot], bool]:
        """The same, and whether all that may be at the node is written out, so that no other value can be there."""
        last = set_last(self.code.graph(holder.file, holder.unit), holder.node, key)
        if last >= 0:
            return list(self.made(replace(holder, node=last))), True
        found: list[Spot] = []
        others: list[Spot] = []
        for one in self._holders(holder, key):
            source = self.source(one)
            if isinstance(source, (lowered.Object, lowered.Array)):
                found.extend(made for part in values_of(self, one, key, holder) for made in self.made(part))
            elif not isinstance(source, lowered.Literal):
                others.append(one)
            found.extend(self.statics(one, key))
        if not found:
            for value in self.origins.of(holder):
                if isinstance(value, Module):
                    found.extend(self.declared(self.origins.names.exported(value.file, key)))
        return found, not found or all(map(self._is_place, others))

    def _holders(self, holder: Spot, key: str) -> Iterator[Spot]:
        """What is at a node, or, where its elements are asked for, the object whose members a call lists there."""
        for one, _ in self.through(holder):
            listed = self.listed(one) if key == "[*]" else None
            yield from (one,) if listed is None else (inner for inner, _ in self.through(listed))

    def statics(self, spot: Spot, key: str = "") -> Iterator[Spot]:
        """Where the fields and methods of a class were made, or those of one name."""
        graph = self.code.graph(spot.file, spot.unit)
        start = graph.class_nodes.get(spot.node, -1)
        for place, nodes in graph.kept.items() if start >= 0 else ():
            if place.kind == "field" and place.at == start and key in ("", place.name):
                yield from (made for node in nodes for made in self.made(Spot(spot.file, spot.unit, node)))

    def _properties(self, spot: Spot, found: dict[str, Spot], depth: int, looked: list[Spot]) -> None:
        graph = self.code.graph(spot.file, spot.unit)
        for before, op, key in graph.back[spot.node]:
            earlier = Spot(spot.file, spot.unit, before)
            if op is Op.STORE:
                found[key] = earlier
            elif op is Op.COPY and depth < _DEEP:
                for one in self.made(earlier):
                    often = len(looked) > _OFTEN and one in looked
                    if not often and isinstance(self.source(one), (lowered.Object, lowered.Array)):
                        looked.append(one)
                        self._properties(one, found, depth + 1, looked)
        for key, node in put_into(graph, spot.node) if isinstance(self.source(spot), lowered.Object) else ():
            if key != ELEMENT:
                found.setdefault(key, Spot(spot.file, spot.unit, node))

    def lacks(self, spot: Spot) -> frozenset[str]:
        """The members that are taken out on the only way to a node (`const { a, ...rest } = columns`)."""
        found: set[str] = set()
        if len(self.made(spot)) != 1:
            return frozenset()
        work, seen = [spot], {spot}
        while work and len(seen) < _MANY:
            one = work.pop()
            graph = self.code.graph(one.file, one.unit)
            if isinstance(graph.source[one.node], _ENDS):
                continue  # what is spread into an object is left without what the object has itself
            found.update(graph.rests.get(one.node, "").split(","))
            near = [Spot(one.file, one.unit, before) for before, op, _ in graph.back[one.node] if op is Op.COPY]
            if one.node in graph.place_of:
                near.extend(self._kept(one, graph))
            work.extend(two for two in near if two not in seen)
            seen.update(near)
        return frozenset(found)

    def elements(self, spot: Spot, frames: Frames = ()) -> list[tuple[Spot, Frames, str]]:
        """Elements of a list that is written out, or what the callback of its `map` gives, with their keys."""
        found: list[tuple[Spot, Frames, str]] = []
        for one, inner in self.through(spot, frames):
            site = self.site(one)
            if isinstance(self.source(one), lowered.Array):
                found.extend((item, inner, key) for key, item in self.properties(one))
            elif site is not None and site.method in ("map", "flatMap") and site.arguments:
                callback = Spot(one.file, one.unit, site.arguments[0])
                found.extend((item, inner, "[*]") for item in self.returns(callback))
        return found

    def _bound(self, spot: Spot, frames: Frames) -> Held | None:
        """What the calls that were looked into give a parameter."""
        graph = self.code.graph(spot.file, spot.unit)
        if spot.node not in graph.of_parameter:
            return None
        number, position = graph.of_parameter[spot.node]
        for index, frame in enumerate(frames):
            if (frame.function.file, frame.function.unit, frame.function.number) == (
                spot.file,
                spot.unit,
                number,
            ):
                given = self.code.graph(frame.file, frame.unit).calls[frame.call].argument(position)
                if given >= 0:
                    return Spot(frame.file, frame.unit, given), frames[index + 1 :]
        return None

    def _returned(self, spot: Spot, frames: Frames) -> tuple[Held, ...]:
        """What the functions of the tree that a call may call return."""
        graph = self.code.graph(spot.file, spot.unit)
        number = graph.results.get(spot.node)
        if number is None:
            return ()
        found: list[Held] = []
        for callee in self.callees(spot):
            if isinstance(callee, Func) and all(frame.function != callee.id for frame in frames):
                frame = Frame(callee.id, spot.file, spot.unit, number)
                nodes = self.code.graph(callee.id.file, callee.id.unit).returned.get(callee.id.number, ())
                found.extend((Spot(callee.id.file, callee.id.unit, node), (frame, *frames)) for node in nodes)
        return tuple(found)

    def returns(self, spot: Spot) -> tuple[Spot, ...]:
        """What a function that is the value of a node returns (the callback of a call)."""
        found: list[Spot] = []
        for one in self.made(spot):
            graph = self.code.graph(one.file, one.unit)
            if one.node in graph.made:
                found.extend(Spot(one.file, one.unit, node) for node in graph.returned.get(graph.made[one.node], ()))
            else:
                for value in self.origins.of(one):
                    if isinstance(value, Func):
                        there = self.code.graph(value.id.file, value.id.unit)
                        found.extend(
                            Spot(value.id.file, value.id.unit, node) for node in there.returned.get(value.id.number, ())
                        )
        return tuple(dict.fromkeys(found))
