"""Which call of a function made another one, by the name that the made one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op, Place
from audit.flow.surrounding import around
from audit.link.names import Declared, Namespace

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.frames import Call
    from audit.flow.solver.aliases import Aliases
    from audit.link.names import Meaning

_DEEPEST = 5
"""Functions that are made by made ones."""


class Makers:
    """Asked of a node at which something made stands that is called."""

    def __init__(self, origins: Origins, aliases: Aliases) -> None:
        self._origins, self._code, self._aliases = origins, origins.code, aliases
        self._known: dict[tuple[Spot, FunctionId, bool], Call | None] = {}

    def of(self, spot: Spot, function: FunctionId, *, named: bool = True) -> Call | None:
        """The one call of a function from whose result a node has what it is, or a part of that: in the same function,
        or (`named`) by a name that is given something once. None where there is none, or several.
        """
        key = (spot, function, named)
        if key not in self._known:
            self._known[key] = self._find(spot, function, _DEEPEST if named else 0)
        return self._known[key]

    def _find(self, spot: Spot, function: FunctionId, depth: int) -> Call | None:
        calls = self._calls(spot, named=depth > 0)
        call = calls.pop() if len(calls) == 1 else None
        called = self._aliases.called(*call) if call is not None else ()
        if called == (function,):
            return call
        if call is not None and len(called) == 1 and depth > 0 and self._is_inside(called[0], function):
            callee = self._code.graph(call[0], call[1]).calls[call[2]].callee
            return self._find(Spot(call[0], call[1], callee), function, depth - 1)
        return None

    def _calls(self, spot: Spot, *, named: bool) -> set[Call | None]:
        """The calls whose results come to a node; None among them stands for what is no result."""
        found: set[Call | None] = set()
        stack, seen = [spot], {spot}
        while stack:
            here = stack.pop()
            graph = self._code.graph(here.file, here.unit)
            back = [(Spot(here.file, here.unit, before), op) for before, op, _ in graph.back[here.node]]
            exported = self._declared_once(self._meaning(here)) if named and back else None
            if exported is not None:
                back = [(exported, Op.COPY)]
            if not back:
                call = graph.results.get(here.node)
                given = self._given_once(here) if named and call is None else None
                if given is None:
                    found.add((here.file, here.unit, call) if call is not None else None)
                else:
                    back = [(given, Op.COPY)]
            for before, op in back:
                if op not in (Op.COPY, Op.LOAD):
                    return {None}
                if before not in seen:
                    seen.add(before)
                    stack.append(before)
        return found

    def _given_once(self, spot: Spot) -> Spot | None:
        """What the name that is read at a node is given, where that happens once."""
        graph = self._code.graph(spot.file, spot.unit)
        place = graph.place_of.get(spot.node)
        if place is None or place.kind != "name":
            return None
        if place.owner > 0:
            kept = set(graph.kept.get(place, ()))
            return Spot(spot.file, spot.unit, kept.pop()) if len(kept) == 1 else None
        return self._declared_once(self._meaning(spot))

    def _meaning(self, spot: Spot) -> Meaning | None:
        """What a name of the module, or a member of a module of the tree, means."""
        graph = self._code.graph(spot.file, spot.unit)
        place = graph.place_of.get(spot.node)
        if place is not None:
            at_top = place.kind == "name" and place.owner == 0
            return self._origins.names.meaning(spot.file, place.name) if at_top else None
        back = graph.back[spot.node]
        if len(back) != 1 or back[0][1] is not Op.LOAD:
            return None
        source, _, key = back[0]
        module = self._meaning(Spot(spot.file, spot.unit, source))
        return self._origins.names.exported(module.file, key) if isinstance(module, Namespace) else None

    def _declared_once(self, meaning: Meaning | None) -> Spot | None:
        """What a declared name is given, where that happens once."""
        home = self._code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
        if not isinstance(meaning, Declared) or home < 0:
            return None
        kept = set(self._code.graph(meaning.file, home).kept.get(Place("name", meaning.name, meaning.at), ()))
        if len(kept) != 1 or self._code.assigned(meaning.file, meaning.name, meaning.at):
            return None
        return Spot(meaning.file, home, kept.pop())

    def _is_inside(self, inner: FunctionId, outer: FunctionId) -> bool:
        """Is a function made in another one?"""
        if (inner.file, inner.unit) != (outer.file, outer.unit):
            return False
        return outer.number in around(self._code.graph(inner.file, inner.unit), inner.number)
