"""Lists, maps and the like, backwards: what calls of outside code put into an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.heap import Heap, aliases
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import KEY
from audit.flow.frames import Call, End, Env, Frame, Path, Target, behind, frame_of, matches
from audit.flow.graph import Graph, Op
from audit.flow.outside.library import Library
from audit.flow.surrounding import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Outside
    from audit.flow.graph import CallSite
    from audit.link.names import Declared
    from audit.rulebook import Place as Words


_CROWDED = 24
"""Calls of one object of a module; what more of them put there under keys is not told apart."""
_PASSED_ON = 2
"""Functions that hand an object on to others, which write into it."""


class Stored(Heap):
    """Elements of objects. `source` is how the whole reads a place of a row."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self.library = Library(origins)
        self._mentions: dict[tuple[str, str], tuple[Spot, ...]] = {}
        self._uses: dict[tuple[Declared, Op], tuple[Spot, ...]] = {}

    def source(self, spot: Spot, site: CallSite, source: Words, rest: Path, env: Env) -> list[End]:
        raise NotImplementedError

    def targets(self, file: str, unit: int, site: CallSite, env: Env) -> list[Target]:
        raise NotImplementedError

    def entered(self, target: Target, call: Call, env: Env) -> Env:
        raise NotImplementedError

    def written(self, asked: End, graph: Graph) -> list[End]:
        """Also what `push`, `set` and the like put into it."""
        found = super().written(asked, graph)
        if asked.path and asked.path[0].startswith("["):
            found.extend(self._stored(asked.spot, graph, asked.path, asked.env))
        if asked.path:
            found.extend(self._by_others(asked, graph, 0))
        found.extend(self._stored_inside(asked.spot, graph, asked.path, asked.env))
        return found

    def of_outside(self, value: Outside, path: Path) -> list[End]:
        """What the tree writes into a part of an object of code outside of it (`axios.defaults.baseURL = url`)."""
        found: list[End] = []
        for spot in self.mentions(value.module, path[0]):
            graph = self.code.graph(spot.file, spot.unit)
            env = self.any_caller(spot, graph, graph.function[spot.node])
            found.extend(self._written(spot, graph, {spot.node}, path, env))
            found.extend(self._stored_inside(spot, graph, path, env))
        return found

    def mentions(self, module: str, word: str = "") -> tuple[Spot, ...]:
        """Where files that import a module from outside name it, or what they import of it; those that hold a word."""
        key = (module, word)
        if key not in self._mentions:
            program = self.code.program
            files = [file for file in sorted(program.naming(module)) if not self.code.ignored(file)]
            near = program.holding(word, files) if word else files
            self._mentions[key] = tuple(spot for file in near for spot in self._mentioned(file, module))
        return self._mentions[key]

    def _mentioned(self, file: str, module: str) -> Iterator[Spot]:
        facts = self.code.program.facts(file)
        if facts is None:
            return
        outline = facts.outline()
        names = [(one.local, one.at) for one in outline.imports if one.module == module and one.local]
        loads = (one.use for one in outline.loads if one.module == module and one.use is not None)
        names.extend((one.name, one.at) for use in loads if use.kind == "assign" for one in use.bindings)
        for name, at in names:
            for one in facts.occurrences(name):
                spot = self.code.named(file, one.at) if one.bound == at and one.role == "reference" else None
                if spot is not None:
                    yield spot

    def _by_others(self, asked: End, graph: Graph, depth: int) -> list[End]:
        """What functions that are given the object write or put into it."""
        spot, path, env = asked.spot, asked.path, asked.env
        found: list[End] = []
        element = path[0].startswith("[") or _has_element(path)
        for node in sorted(aliases(graph, {spot.node})):
            given = [(edge.to, int(edge.key)) for edge in graph.out[node] if edge.op is Op.ARGUMENT]
            if not given or not (element or self.code.assigns(path[0])):
                continue
            for number, position in given:
                site, call = graph.calls[number], (spot.file, spot.unit, number)
                if site.spread[position] or any(frame.call == call for frame in env):
                    continue
                for target in self.targets(spot.file, spot.unit, site, env):
                    there = self.code.graph(target.function.file, target.function.unit)
                    shape = there.functions[target.function.number]
                    if position >= len(shape.parameters) or 0 <= shape.rest <= position:
                        continue
                    inner = Spot(target.function.file, target.function.unit, shape.parameters[position])
                    entered = End(inner, path, self.entered(target, call, env))
                    if self.may_write(there, path[0]):
                        found.extend(self._written(inner, there, {inner.node}, path, entered.env))
                    if path[0].startswith("["):
                        found.extend(self._stored(inner, there, path, entered.env))
                    found.extend(self._stored_inside(inner, there, path, entered.env))
                    if depth < _PASSED_ON:
                        found.extend(self._by_others(entered, there, depth + 1))
        return found

    def elsewhere(self, declared: Declared, path: Path) -> list[End]:
        """Also what other statements put into an object of the module by `push` and the like."""
        found = super().elsewhere(declared, path)
        for spot in self._used(declared, Op.LOAD) if _has_element(path) else ():
            graph = self.code.graph(spot.file, spot.unit)
            env = self.any_caller(spot, graph, graph.function[spot.node])
            found.extend(self._stored_inside(spot, graph, path, env))
        element = bool(path) and path[0].startswith("[")
        if not element and (not path or not self.code.assigns(path[0])):
            return found
        uses = self._used(declared, Op.RECEIVER if element else Op.ARGUMENT)
        crowded = len(uses) > _CROWDED
        for spot in uses:
            graph = self.code.graph(spot.file, spot.unit)
            env = self.any_caller(spot, graph, graph.function[spot.node])
            if element:
                found.extend(self._stored(spot, graph, path, env, shared=True, crowded=crowded))
            else:
                found.extend(self._by_others(End(spot, path, env), graph, 0))
        return found

    def _used(self, declared: Declared, op: Op) -> tuple[Spot, ...]:
        """The uses of an object of the module where something is called on it, or where its own file hands it on."""
        key = (declared, op)
        if key not in self._uses:
            found: list[Spot] = []
            for use in self.origins.names.references(declared):
                file, at, steps = use.file, use.at, use.path
                spot = (
                    self.code.named(file, at)
                    if not steps and (op is not Op.ARGUMENT or file == declared.file)
                    else None
                )
                if spot is not None and self._meets(spot, op):
                    found.append(spot)
            self._uses[key] = tuple(found)
        return self._uses[key]

    def _meets(self, spot: Spot, op: Op) -> bool:
        """Does the object at a node come to an edge of that kind?"""
        graph = self.code.graph(spot.file, spot.unit)
        return any(edge.op is op for node in aliases(graph, {spot.node}, fields=True) for edge in graph.out[node])

    def _stored(
        self, spot: Spot, graph: Graph, path: Path, env: Env, *, shared: bool = False, crowded: bool = False
    ) -> list[End]:
        """What is put into the object at a node; under a key only where the object is not shared: there it comes from
        whoever asked with the same key, who has the same value. Into what is `crowded`, as one cache of a whole
        application, anything is put: nobody knows what comes out under a key.
        """
        found: list[End] = []
        for node in sorted(aliases(graph, {spot.node}, fields=True)):
            for call in [edge.to for edge in graph.out[node] if edge.op is Op.RECEIVER]:
                number = graph.calls[call].function
                seen = self._seen_in(spot, graph, number, env)
                flows = self.library.flows(spot.file, spot.unit, call) or ()
                local = not shared and self._is_within(graph, number, graph.function[spot.node])
                if not local and any(target.path[:1] == (KEY,) for flow in flows for target in flow.targets):
                    continue
                if crowded and self.library.has_key(spot.file, spot.unit, call):
                    continue
                at = replace(spot, node=graph.calls[call].result)
                for flow in flows:
                    for target in flow.targets if not flow.implicit else ():
                        rest = behind(path, target.path) if target.root == "this" and target.path else None
                        for source in flow.sources if rest is not None else ():
                            found.extend(self.put(at, source, rest or (), seen))
        return found

    def put(self, call: Spot, source: Words, rest: Path, env: Env) -> list[End]:
        """What a call, by its result, puts into what it is called on."""
        graph = self.code.graph(call.file, call.unit)
        return self.source(call, graph.calls[graph.results[call.node]], source, rest, env)

    def _stored_inside(self, spot: Spot, graph: Graph, path: Path, env: Env) -> list[End]:
        """What is put into a list or map that stands in the object at a node, or in one that does."""
        if not _has_element(path):
            return []
        found: list[End] = []
        held = sorted(aliases(graph, {spot.node}, copies=True))
        loads = (edge for node in held for edge in graph.out[node] if edge.op is Op.LOAD)
        for inner in [replace(spot, node=edge.to) for edge in loads if matches(edge.key, path[0])]:
            deeper = self._stored if path[1].startswith("[") else self._stored_inside
            found.extend(deeper(inner, graph, path[1:], env))
        return found

    def _is_within(self, graph: Graph, number: int, outer: int) -> bool:
        """Is a function another one, or made in it? The code of a module is nobody's."""
        return outer > 0 and outer in around(graph, number)

    def _seen_in(self, spot: Spot, graph: Graph, number: int, env: Env) -> Env:
        """The frames for a function that works on an object of another one: those of the object where it stands
        inside, else of any call.
        """
        inner: list[Frame] = []
        while number > 0 and number != graph.function[spot.node]:
            function = FunctionId(spot.file, spot.unit, number)
            if frame_of(env, function) is not None:
                break
            inner.append(Frame(function, None, ()))
            number = graph.functions[number].parent
        return (*inner, *env)


def _has_element(path: Path) -> bool:
    """Does a part stand in a list or map that is a member, or an element of another one?"""
    return len(path) > 1 and any(step[:1] == "[" for step in path[1:])
