"""Where an object stands besides: what it was copied or read from, and what calls gave it back that had it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.backward.pairs import of_pair
from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT, Context, Inside, Path, is_cut, longer
from audit.flow.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.members import Members
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.pairs import Pairs
    from audit.flow.graph import CallSite
    from audit.flow.outside.library import Library

_MOST = 100_000
"""Parts of nodes that are looked at for what functions give back; then the search is cut, and says so."""
Before = tuple[int, Path, bool]
"""A node, the part of it that is the object, and whether that is a guess."""
Asked = tuple[FunctionId, Path]
"""A function, and the part of what it returns."""


class Back(Struct, frozen=True, order=True):
    """A part of what a function returns is a part of its own object ("this"), of what it is given ("parameter", its
    position), or of what stands in a name of a module ("place", its file, unit and place).
    """

    kind: str
    what: object
    path: Path
    guess: bool


class Aliases:
    """Inside of a function and through its calls alike: a call says the same as the body in its place."""

    def __init__(self, origins: Origins, library: Library, members: Members, pairs: Pairs) -> None:
        self._origins, self._code, self._library = origins, origins.code, library
        self._members, self._pairs = members, pairs
        self.cut = False
        self._found: dict[Asked, dict[Back, None]] = {}
        self._waiting: dict[Asked, list[tuple[Asked, int, bool]]] = {}
        self._seen: set[tuple[Asked, Before]] = set()
        self._nodes: list[tuple[Asked, Before]] = []
        self._told: list[tuple[tuple[Asked, int, bool], Back]] = []
        self._functions: dict[tuple[str, int, int], tuple[FunctionId, ...]] = {}

    def before(self, spot: Spot, path: Path) -> Iterator[Before]:
        """Where a part of a node was before it came there, in the same function and through outside code."""
        graph = self._code.graph(spot.file, spot.unit)
        for source, op, key in graph.back[spot.node]:
            if graph.function[source] != graph.function[spot.node]:
                continue
            if op is Op.COPY:
                yield source, path, False
            elif op is Op.LOAD:
                for held in self._held(spot, source, key, path):
                    yield source, held, held[0] == key and is_cut(path)
        call = graph.results.get(spot.node)
        if call is None:
            return
        site = graph.calls[call]
        if site.receiver >= 0 and self._library.returns_receiver(spot.file, spot.unit, call):
            yield site.receiver, path, False
        for node, inside in self._library.taken_from(spot.file, spot.unit, call, path):
            yield node, inside, False

    def _held(self, spot: Spot, source: int, key: str, path: Path) -> tuple[Path, ...]:
        """Where an object holds what is read as its part `key`: a map, and what may be one, by way of its pairs."""
        usual = longer(key, path)
        if key != ELEMENT or spot.node in self._code.graph(spot.file, spot.unit).keys:
            return (usual,)
        before = Spot(spot.file, spot.unit, source)
        held = self._pairs.held(before, path)
        if held is not None:
            return (held,)
        maybe = of_pair(path)
        return (usual,) if maybe is None or not self._members.is_open(self._origins.of(before)) else (usual, maybe)

    def given_back(self, file: str, unit: int, call: int, path: Path) -> list[Back]:
        """What a part of what a call gave is, where functions of the tree gave it back."""
        functions = self._called(file, unit, call)
        for function in functions:
            self._ask((function, path))
        while self._told or self._nodes:
            if self._told:
                (asked, number, guess), back = self._told.pop()
                self._came_back(asked, number, back, guess=guess)
            else:
                self._look(*self._nodes.pop())
        return list(dict.fromkeys(back for one in functions for back in self._found[one, path]))

    def _called(self, file: str, unit: int, call: int) -> tuple[FunctionId, ...]:
        key = (file, unit, call)
        if key not in self._functions:
            site = self._code.graph(file, unit).calls[call]
            callees = self._origins.callees(file, unit, site) if not site.new else ()
            self._functions[key] = tuple(dict.fromkeys(one.id for one in callees if isinstance(one, Func)))
        return self._functions[key]

    def _ask(self, asked: Asked) -> None:
        if asked in self._found:
            return
        self._found[asked] = {}
        function, path = asked
        for node in self._code.graph(function.file, function.unit).returned.get(function.number, ()):
            self._go(asked, (node, path, False))

    def _go(self, asked: Asked, before: Before) -> None:
        if (asked, before) in self._seen:
            return
        if len(self._seen) >= _MOST:
            self.cut = True
            return
        self._seen.add((asked, before))
        self._nodes.append((asked, before))

    def _look(self, asked: Asked, here: Before) -> None:
        """A part of a node in a function from which a part is asked for."""
        function, (node, path, guess) = asked[0], here
        graph = self._code.graph(function.file, function.unit)
        if graph.this_at.get(node) == function.number:
            self._tell(asked, Back("this", -1, path, guess))
        number, position = graph.of_parameter.get(node, (-1, 0))
        if number == function.number:
            self._tell(asked, Back("parameter", position, path, guess))
        place = graph.place_of.get(node)
        if place is not None and place.kind == "name" and place.owner == 0:
            self._tell(asked, Back("place", (function.file, function.unit, place), path, guess))
        for source, part, doubt in self.before(Spot(function.file, function.unit, node), path):
            self._go(asked, (source, part, guess or doubt))
        if node in graph.results:
            call = graph.results[node]
            for inner in self._called(function.file, function.unit, call):
                waits = (asked, call, guess)
                self._waiting.setdefault((inner, path), []).append(waits)
                self._ask((inner, path))
                self._told.extend((waits, back) for back in self._found[inner, path])

    def _tell(self, asked: Asked, back: Back) -> None:
        found = self._found[asked]
        if back not in found:
            found[back] = None
            self._told.extend((waits, back) for waits in self._waiting.get(asked, ()))

    def _came_back(self, asked: Asked, call: int, back: Back, *, guess: bool) -> None:
        """What a call inside of a function gives back, as that has it."""
        function = asked[0]
        node = given(self._code.graph(function.file, function.unit).calls[call], back)
        if node >= 0:
            self._go(asked, (node, back.path, guess or back.guess))
        elif back.kind == "place":
            self._tell(asked, Back("place", back.what, back.path, guess or back.guess))


def given(site: CallSite, back: Back) -> int:
    """The node beside a call that a function gave back; -1 where it is none."""
    if back.kind == "this":
        return site.receiver
    if back.kind == "parameter" and not any(site.spread):
        assert isinstance(back.what, int)
        slot = back.what - site.tag  # the texts come first
        return site.arguments[slot] if 0 <= slot < len(site.arguments) else -1
    return -1


def holder_of(context: Context, number: int) -> Context | None:
    """The context of a surrounding function in which a function's context was made."""
    here: Context | None = context
    while here is not None and here.function.number != number:
        here = here.entry.context if isinstance(here.entry, Inside) else None
    return here
