"""Can anything run a function? Asked backwards, from the function to what names it, up to code that runs by itself.

Only a function of which every mention is known, and none of them can run, is called unreachable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.find.names.closure import Closure
from audit.find.names.meanings import meanings_of
from audit.find.names.work import Bound
from audit.flow.backward.heap import aliases
from audit.flow.backward.parameters import listed_beside
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.link.names import Declared
from audit.trace.entry.hooks import Hooks
from audit.trace.entry.loading import Loading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.extract.facts.outline import ClassHead
    from audit.flow.backward.origins import Origins
    from audit.flow.frames import Call
    from audit.flow.graph import Function, Graph
    from audit.link.references import Reference
    from audit.trace.entry.frameworks import Frameworks
    from audit.trace.entry.packages import Packages


class Entries:
    """Answers are kept."""

    def __init__(
        self,
        origins: Origins,
        ignored: Callable[[str], bool],
        entry: Callable[[FunctionId], bool],
        packages: Packages,
        outside: Frameworks,
        calls: Callable[[FunctionId], Iterable[Call]],
    ) -> None:
        self._packages, self._outside, self._hooks, self._calls = packages, outside, Hooks(origins), calls
        self._origins = origins
        self._code, self._names, self._ignored, self._entry = origins.code, origins.names, ignored, entry
        self._loading = Loading(origins)
        self._known: dict[FunctionId, bool] = {}

    def reachable(self, function: FunctionId) -> bool:
        """Can the function run in production?

        Functions may call each other in circles: nothing is known of one before all that leads to it is.
        """
        function = self._code.outermost(function)
        found, stack = {function: function}, [function]
        while stack or self._may_be_loaded(found, stack):
            one = stack.pop()
            if self._known.get(one) or (one not in self._known and self._runs(one)):
                self._known.update(dict.fromkeys(_way(found, one), True))
                return True
            if one in self._known:
                continue
            _note(found, stack, one, map(self._code.outermost, self._users(one)))
        self._known.update(dict.fromkeys(found, False))
        return False

    def _may_be_loaded(self, found: dict[FunctionId, FunctionId], stack: list[FunctionId]) -> bool:
        """Is there more to ask? Where nothing that is named runs a function, its module may be loaded under a name
        that is computed.
        """
        for one in list(found):
            _note(found, stack, one, map(self._code.outermost, self._loading.users(one, self._named(one))))
        return bool(stack)

    def _runs(self, function: FunctionId) -> bool:
        """Is it run by what is no function of the tree?"""
        if function.number == 0 or self._entry(function) or self.is_given(function):
            return True
        if function.file.endswith(".py") and self._hooks.may_call(function):
            return True
        return any(self._packages.is_loaded(function.file, name, at) for name, at in self._named(function))

    def is_given(self, function: FunctionId) -> bool:
        """Can code outside of the tree call the function, as an export of a package or a method of one?"""
        function = self._code.outermost(function)
        return any(self._packages.gives(function.file, name, at) for name, at in self._named(function))

    def _named(self, function: FunctionId) -> list[tuple[str, int]]:
        """The names of the module that lead to a function, or to the class that it is a method of."""
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.class_at >= 0:
            return [(one.name, one.at) for one in self._heads(function.file) if one.start == shape.class_at]
        return _names_of(graph, shape.node)

    def _users(self, function: FunctionId) -> set[FunctionId]:
        graph = self._code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        if shape.class_at >= 0:
            return self._mentions(shape) if graph.python else self._users_of_method(function, graph, shape)
        names = _names_of(graph, shape.node)
        if not names:  # handed to something at the top level: runs whenever that likes
            return {FunctionId(function.file, function.unit, 0)}
        found: set[FunctionId] = set()
        for name, at in names:
            declared = Declared(function.file, name, at)
            for one in (*self._names.references(declared), *self._names.loose(declared)):
                if not self._ignored(one.file):
                    found.add(self._at(one.file, one.at))
        return found

    def _users_of_method(self, function: FunctionId, graph: Graph, shape: Function) -> set[FunctionId]:
        """Constructors, accessors and what has a computed name (`[Symbol.iterator]`) run with the class; other methods
        where an instance leads to them.
        """
        head = graph.classes[shape.class_at]
        runs = shape.kind in ("constructor", "get", "set", "static") or not head.name or shape.name[:1] == "["
        if runs or self._outside.may_call(function):
            return {FunctionId(function.file, function.unit, 0)}
        meaning = meanings_of((f"{head.name}.{shape.name}",))[head.name]
        closure = Closure(self._code.program)
        for one in self._heads(function.file):
            if one.start == shape.class_at:
                closure.add(Bound(function.file, one.name, one.at, meaning))
        closure.run()
        given = any(self._packages.may_load(file) for file in closure.exported() if not self._ignored(file))
        if given or any(not self._ignored(lost.file) for lost in closure.lost):
            return {FunctionId(function.file, function.unit, 0)}
        users = {self._at(hit.file, hit.at) for hit in closure.hits.values() if not self._ignored(hit.file)}
        if not users or _gives_itself(graph, shape.class_at):
            users |= self._callers(function)
        users |= set(self._picking(function, shape.class_at))
        return users or self._holders(function.file, shape.class_at)

    def _picking(self, function: FunctionId, class_at: int) -> Iterator[FunctionId]:
        """The methods of a class, and of those that it extends, that take a member of their own object under a name
        that is computed: it may be any method.
        """
        own = (function.file, function.unit, class_at)
        for file, unit, at in (own, *self._origins.callers.above(function.file, class_at)):
            graph = self._code.graph(file, unit)
            for node, number in graph.this_at.items():
                if graph.functions[number].class_at == at and _is_picked_from(graph, node):
                    yield FunctionId(file, unit, number)

    def _holders(self, file: str, class_at: int) -> set[FunctionId]:
        """Who gives a class itself on, as a value: an instance may be made wherever that comes to, or is what a factory
        of a container is called with.
        """
        heads = [head for head in self._heads(file) if head.start == class_at]
        found = [one for head in heads for one in self._loose(file, head)]
        found.extend(one for head in heads for one in self._listed(file, head))
        return {self._at(one.file, one.at) for one in found if not self._ignored(one.file)}

    def _listed(self, file: str, head: ClassHead) -> Iterator[Reference]:
        """Where a class stands in a list of what a provider's factory is given."""
        vocabulary = self._origins.vocabulary
        for one in self._names.references(Declared(file, head.name, head.at)):
            spot = self._code.named(one.file, one.at)
            graph = self._code.graph(spot.file, spot.unit) if spot is not None else None
            if spot is not None and graph is not None:
                given = (item for made in graph.made for item in listed_beside(vocabulary, graph, made))
                yield from (one,) if spot.node in given else ()

    def _loose(self, file: str, head: ClassHead) -> tuple[Reference, ...]:
        return self._names.loose(Declared(file, head.name, head.at))

    def _callers(self, function: FunctionId) -> set[FunctionId]:
        """Who calls a method on what another function gave, be it the object itself (`new Api().at(x).send()`): names
        alone do not lead there.
        """
        return {
            FunctionId(file, unit, self._code.graph(file, unit).calls[call].function)
            for file, unit, call in self._calls(function)
            if not self._ignored(file)
        }

    def _heads(self, file: str) -> tuple[ClassHead, ...]:
        facts = self._code.program.facts(file)
        return facts.outline().classes if facts is not None else ()

    def _mentions(self, shape: Function) -> set[FunctionId]:
        """Python: whoever reads a member of the method's name; constructors run with the class, wherever that is."""
        files = self._code.files_holding(shape.name)
        if shape.kind == "constructor":
            return {FunctionId(file, 0, 0) for file in files}
        spots = [spot for file in files for spot in self._code.members(file, shape.name)]
        return {self._around(spot) for spot in spots}

    def _around(self, spot: Spot) -> FunctionId:
        return FunctionId(spot.file, spot.unit, self._code.graph(spot.file, spot.unit).function[spot.node])

    def _at(self, file: str, offset: int) -> FunctionId:
        """The function around an offset."""
        spot = self._code.named(file, offset) or self._code.named(file, offset - 1)
        if spot is None:
            unit = self._code.unit_at(file, offset)
            return FunctionId(file, max(unit, 0), 0)
        return self._around(spot)


def _note(
    found: dict[FunctionId, FunctionId], stack: list[FunctionId], one: FunctionId, users: Iterable[FunctionId]
) -> None:
    """Those who use a function and were not asked about yet are asked about next."""
    for user in sorted(set(users) - found.keys()):
        found[user] = one
        stack.append(user)


def _gives_itself(graph: Graph, class_at: int) -> bool:
    """Has a class a method that gives back the object that it is called on?"""
    own = (number for number, one in enumerate(graph.functions) if one.class_at == class_at)
    return any(node in graph.this_at for number in own for node in graph.returned.get(number, ()))


def _is_picked_from(graph: Graph, node: int) -> bool:
    """Is a member under a computed name taken from what is at a node?"""
    held = aliases(graph, {node})
    return any(edge.op is Op.LOAD and edge.key == ELEMENT for one in held for edge in graph.out[one])


def _way(found: dict[FunctionId, FunctionId], last: FunctionId) -> list[FunctionId]:
    """The functions from one that runs back to the one that was asked about."""
    way = [last]
    while found[way[-1]] != way[-1]:
        way.append(found[way[-1]])
    return way


def _names_of(graph: Graph, node: int) -> list[tuple[str, int]]:
    """The module-level names that a function is given to."""
    found: list[tuple[str, int]] = []
    stack, seen = [node], {node}
    while stack:
        for edge in graph.out[stack.pop()]:
            if edge.op is Op.KEEP:
                place = graph.places[edge.to]
                if place.kind == "name" and place.owner == 0 and place.at >= 0:
                    found.append((place.name, place.at))
            elif edge.op is Op.COPY and edge.to not in seen:
                seen.add(edge.to)
                stack.append(edge.to)
    return found


__all__ = ["Entries", "Spot"]
