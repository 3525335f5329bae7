"""Objects, backwards: literals with what is written into them, instances with what their constructor was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.by_key import ByKey
from audit.flow.backward.values import ClassValue
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.frames import End, Env, Frame, Path, frame_of, instance_of, matches
from audit.flow.graph import Graph, Op, Place
from audit.flow.surrounding import around
from audit.link.questions.declaring import gives_by_key

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.graph import Edge
    from audit.link.names import Declared


_ANY_MEMBER = ("__getattr__", "__getattribute__", "__getitem__")
"""Methods of Python's that are asked for members by their name."""
_SPREAD = (lowered.Array, lowered.Object)
"""What is another object than those which are copied into it."""


class Heap(ByKey):
    """Members of objects."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins.code)
        self.origins = origins
        self.callers = origins.callers
        self._given_in: dict[tuple[str, str], frozenset[str]] = {}
        self._writes: dict[tuple[Graph, str], bool] = {}

    # object literals

    def part(self, asked: End, graph: Graph) -> list[End]:
        """A member of an object or array literal: the last property of that name, and what is written into it later."""
        spot, path, env = asked.spot, asked.path, asked.env
        found: list[End] = []
        for node, op, key in reversed(graph.back[spot.node]):
            if op is Op.STORE and key == ELEMENT != path[0] and node in graph.keys:
                found.extend(self.under_key(replace(spot, node=node), graph, path, env))
            elif op is Op.STORE and matches(key, path[0]):
                for end in self.ends(replace(spot, node=node), path[1:], env):
                    found.extend(self._got(end))
                if key == path[0] != ELEMENT:
                    break
            elif op is Op.COPY:
                found.extend(self.ends(replace(spot, node=node), _within(graph, spot.node, path), env))
        return [*found, *self.written(asked, graph)]

    def _got(self, end: End) -> list[End]:
        """What a getter gives where a member turns out to be one."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        number = graph.made.get(end.spot.node, -1)
        if number < 0 or graph.functions[number].kind != "get":
            return [end]
        nodes = graph.returned.get(number, ())
        return [one for node in nodes for one in self.ends(replace(end.spot, node=node), end.path, end.env)]

    def written(self, asked: End, graph: Graph) -> list[End]:
        """What is written into a part of the object at a node, where the object has a name in this statement."""
        if not asked.path or not any(self.may_write(graph, step) for step in asked.path):
            return []
        return self._written(asked.spot, graph, {asked.spot.node}, asked.path, asked.env)

    def may_write(self, graph: Graph, step: str) -> bool:
        """Is anything in a statement written into a part that is read as `step`?"""
        key = (graph, step)
        found = self._writes.get(key)
        if found is None:
            found = self._writes[key] = any(matches(name, step) for _, name in graph.written)
        return found

    def _written(self, spot: Spot, graph: Graph, nodes: set[int], path: Path, env: Env) -> list[End]:
        found: list[End] = []
        held = aliases(graph, nodes)
        for node in sorted(held):
            for source in graph.written.get((node, path[0]), ()):
                found.extend(self.ends(replace(spot, node=source), path[1:], env))
            for source in graph.written.get((node, ELEMENT), ()) if path[0] != ELEMENT else ():
                found.extend(self.under_key(replace(spot, node=source), graph, path, env))
        if len(path) < 2:
            return found
        copied = aliases(graph, nodes, copies=True)
        inner = {edge.to for node in copied for edge in graph.out[node] if edge.op is Op.LOAD and edge.key == path[0]}
        if inner:
            found.extend(self._written(spot, graph, inner, path[1:], env))
        return found

    def elsewhere(self, declared: Declared, path: Path) -> list[End]:
        """What other statements, of this file and of files that import it, write into a part of a module's object."""
        writing = self._writing(declared.file, path[-1]) if path else frozenset()
        if not writing:
            return []
        found: list[End] = []
        for use in self.origins.names.references(declared):
            spot = self.code.named(use.file, use.at) if use.file in writing and not use.path else None
            if spot is not None:
                graph = self.code.graph(spot.file, spot.unit)
                found.extend(
                    self._written(
                        spot, graph, {spot.node}, path, self.any_caller(spot, graph, graph.function[spot.node])
                    )
                )
        return found

    def _writing(self, file: str, name: str) -> frozenset[str]:
        """The files, of a module and of those that import it, in which something is assigned to a member of a name."""
        key = (file, name)
        if key not in self._given_in:
            found = self.callers.assigning(file, name)
            by_key = self.code.program.ask(file, gives_by_key)
            self._given_in[key] = found | {file} if by_key else found
        return self._given_in[key]

    def any_caller(self, spot: Spot, graph: Graph, number: int) -> Env:
        """Frames of a function that anybody may have called."""
        return tuple(Frame(FunctionId(spot.file, spot.unit, one), None, ()) for one in around(graph, number) if one)

    # instances

    def this(self, asked: End, graph: Graph) -> list[End]:
        """`this` in a method, a constructor or the initial value of a field."""
        spot, path, env = asked.spot, asked.path, asked.env
        class_at = class_around(graph, graph.function[spot.node], graph.at[spot.node])
        if class_at < 0:
            return [asked]
        frame = frame_of(env, instance_of(spot.file, spot.unit, class_at))
        if frame is not None and frame.this is not None:
            held = self.ends(frame.this[0], path, frame.this[1])
            if held:
                return list(held)
        made = self.callers.instances(spot.file, spot.unit, class_at)
        found = [end for one in made for end in self.ends(one, path, ())]
        if made or not path:
            return found or ([asked] if not path else [])
        found = self.member(spot.file, class_at, path, (spot, env), None)
        return found or self._of_heirs(asked, class_at)

    def _of_heirs(self, asked: End, class_at: int) -> list[End]:
        """What the class leaves to those that extend it: a member of any of them."""
        spot, path, env = asked.spot, asked.path, asked.env
        heirs = self.callers.heirs(spot.file, spot.unit, class_at)
        return [end for file, _, at in heirs for end in self.member(file, at, path, (spot, env), None)]

    def static_member(self, asked: End, graph: Graph) -> list[End]:
        """A member of a class itself; also what is assigned to it by name (`Client.instance = new Client()`)."""
        spot, path, env = asked.spot, asked.path, asked.env
        found = self.member(spot.file, graph.class_nodes[spot.node], path, (spot, env), None)
        for use in self.callers.uses(spot) if not found else ():
            there = self.code.graph(use.file, use.unit)
            for node in there.written.get((use.node, path[0]), ()):
                seen = self.any_caller(use, there, there.function[node])
                found.extend(self.ends(replace(use, node=node), path[1:], seen))
        return found

    def member(
        self, file: str, class_at: int, path: Path, this: tuple[Spot, Env], new: Frame | None, depth: int = 0
    ) -> list[End]:
        """A member of an instance; `new` is the frame of its constructor, without one anybody may have made it."""
        unit = self.code.class_unit(file, class_at)
        if unit < 0 or depth > 5:
            return []
        graph = self.code.graph(file, unit)
        own = Frame(instance_of(file, unit, class_at), None, (), this)
        found: list[End] = []
        kept = graph.kept.get(Place("field", path[0], class_at), ())
        for node in kept:
            spot = Spot(file, unit, node)
            found.extend(self.ends(spot, path[1:], self._seen_from(spot, graph, own, new)))
        if kept:
            return found
        asked = [node for name in _ANY_MEMBER for node in graph.kept.get(Place("field", name, class_at), ())]
        for node in asked if path[0].isidentifier() else ():
            found.extend(self.of_any_name(Spot(file, unit, node), path, (own,)))
        if asked:
            return found
        for base in self.origins.classes.bases(file, class_at):
            if isinstance(base, ClassValue):
                found.extend(
                    self.member(
                        base.file, base.at, path, this, self._above(file, unit, class_at, base, own, new), depth + 1
                    )
                )
        return found

    def _seen_from(self, spot: Spot, graph: Graph, own: Frame, new: Frame | None) -> Env:
        number = graph.function[spot.node]
        if new is not None and new.function == FunctionId(spot.file, spot.unit, number):
            return (new, own)
        return (own, *self.any_caller(spot, graph, number)) if number > 0 else (own,)

    def _above(
        self, file: str, unit: int, class_at: int, base: ClassValue, own: Frame, new: Frame | None
    ) -> Frame | None:
        """The frame of a base class's constructor: called by `super`, or by `new` where the class has none."""
        above = self.origins.classes.constructor(base)
        if above is None or new is None:
            return None
        mine = self.origins.classes.constructor(ClassValue(file, class_at))
        if mine is None:
            return replace(new, function=above)
        graph = self.code.graph(file, unit)
        for number, site in enumerate(graph.calls):
            source = graph.source[site.callee]
            if site.function == mine.number and isinstance(source, lowered.This) and source.name == "super":
                return Frame(above, (file, unit, number), (new, own), own.this)
        return None


def class_around(graph: Graph, number: int, at: int) -> int:
    """The start of the class whose instance `this` is at a place; -1 outside of classes."""
    while number > 0:
        function = graph.functions[number]
        if function.class_at >= 0:
            return function.class_at
        at, number = function.at, function.parent
    inside = [start for start, one in graph.classes.items() if start <= at < one.end]
    return max(inside, default=-1)


def _within(graph: Graph, node: int, path: Path) -> Path:
    """What is read from a spread: positions behind a spread array are not known."""
    return ("[*]", *path[1:]) if isinstance(graph.source[node], lowered.Array) else path


def is_version(graph: Graph, edge: Edge) -> bool:
    """Does an edge lead to the same object, of which a part was overwritten?"""
    return edge.op is Op.REST and graph.source[edge.to] is None


def put_into(graph: Graph, node: int) -> list[tuple[str, int]]:
    """The members that are assigned to the object that a node makes, with what each is given, within the statement."""
    held = aliases(graph, {node}) if graph.written else set()
    return [(key, value) for (holder, key), values in graph.written.items() if holder in held for value in values]


def aliases(graph: Graph, nodes: set[int], *, fields: bool = False, copies: bool = False) -> set[int]:
    """The nodes that hold the same object within the statement, through names shared with other functions too;
    through `fields` of a class and into `copies` (`[...rows]`), which hold the same parts, where they are asked for.
    """
    found, stack = set(nodes), list(nodes)
    while stack:
        node = stack.pop()
        near = [edge.to for edge in graph.out[node] if edge.op is Op.COPY or is_version(graph, edge)]
        near = near if copies else [one for one in near if not isinstance(graph.source[one], _SPREAD)]
        for edge in graph.out[node]:
            if edge.op is Op.KEEP and (fields or graph.places[edge.to].kind == "name"):
                near.extend(graph.reads.get(graph.places[edge.to], ()))
        for one in near:
            if one not in found:
                found.add(one)
                stack.append(one)
    return found
