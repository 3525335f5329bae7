"""Parameters, backwards: what calls give, what outside code gives a callback, what a row says of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.stored import Stored
from audit.flow.backward.values import Instance
from audit.flow.binding import arguments_for
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import HELD
from audit.flow.frames import NOBODY, Beside, Call, End, Env, Frame, Path, frame_of, given_name
from audit.flow.graph import CallSite, Graph, Op
from audit.flow.outside.places import last_name, placed, positioned
from audit.flow.settings.provided import Provided
from audit.flow.settings.registered import Registered

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.settings.options import Option
    from audit.rulebook import Place as Words


_ANY = ("*", *HELD)
"""Steps to what stands under any name or key."""
_YIELDED = "yield"
"""The step of a row to what a generator yields."""


class Given(Stored):
    """What comes into a function."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self.registered, self.provided = Registered(self), Provided(self)
        self.origins.injected, self.origins.handing.provided = self.provided.spots, self.provided.taken
        self._options: dict[str, tuple[Option, ...]] = {}

    def options(self, file: str) -> tuple[Option, ...]:
        """The command-line options that a file declares."""
        if file not in self._options:
            self._options[file] = self.find_options(file)
        return self._options[file]

    def find_options(self, file: str) -> tuple[Option, ...]:
        raise NotImplementedError

    def meaning(self, asked: End, meaning: object, path: Path) -> list[End]:
        """The ends of what a module-level name means."""
        raise NotImplementedError

    def constant(self, end: End) -> str | None:
        """The constant text at an end."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if not end.path and end.spot.node in graph.of_parameter and end.env:
            frame = frame_of(end.env, FunctionId(end.spot.file, end.spot.unit, graph.of_parameter[end.spot.node][0]))
            return given_name(frame.call) if frame is not None else None
        if end.path or not isinstance(source, lowered.Literal) or source.kind or source.value is None:
            return None
        return str(source.value)

    def returned(self, function: FunctionId, path: Path, env: Env) -> list[End]:
        """What a function returns, in frames."""
        graph = self.code.graph(function.file, function.unit)
        nodes = graph.returned.get(function.number, ())
        return [end for node in nodes for end in self.ends(Spot(function.file, function.unit, node), path, env)]

    def source(self, spot: Spot, site: CallSite, source: Words, rest: Path, env: Env) -> list[End]:
        """The ends of a source place of a row, and of a part of it."""
        path = (*(step for step in source.path if step != "await"), *rest)
        found: list[End] = []
        if source.root == "return":
            for inner in source.callee:
                for node, held in placed(site, inner):
                    for end in self.ends(replace(spot, node=node), (*held, *inner.path), env):
                        if _YIELDED in source.path or not (path and self._yields(end)):
                            found.extend(self.result_of(self._called_by(end, spot, site, env), path))
            return found
        for node, held in placed(site, source):
            found.extend(self.ends(replace(spot, node=node), (*held, *path), env))
        lost = path[:1] and path[0] in _ANY and all(end.path[-len(path) :] == path for end in found)
        return (self._by_key(spot, site, source, path[1:], env) if lost or path[:1] == ("*",) else []) or found

    def _yields(self, end: End) -> bool:
        """Is it a generator? What that yields is in what it gives, which has no other parts."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        shape = graph.functions[graph.made[end.spot.node]].source if end.spot.node in graph.made else None
        return shape is not None and shape.generator

    def giving_back(self, call: Call, env: Env) -> list[End]:
        """The functions that outside code, which is given them, runs to give back what they do (`Depends(open_item)`),
        each in its frames; none where it may give anything else.
        """
        file, unit, number = call
        site = self.code.graph(file, unit).calls[number]
        flows = self.library.flows(file, unit, number) or ()
        given = [one for one in flows if any(to.root == "result" for to in one.targets)]
        if any(flow.implicit or any(to.path for to in flow.targets) for flow in given):
            return []
        sources = [one for flow in given for one in flow.sources]
        if not sources or any(one.root != "return" for one in sources):
            return []
        found: dict[End, None] = {}
        for inner in (one for source in sources for one in source.callee):
            for node, held in placed(site, inner):
                for end in self.ends(Spot(file, unit, node), (*held, *inner.path), env):
                    found[self._called_by(end, Spot(file, unit, site.result), site, env)] = None
        made = all(end.spot.node in self.code.graph(end.spot.file, end.spot.unit).made for end in found)
        return list(found) if made and not any(end.path for end in found) else []

    def _by_key(self, spot: Spot, site: CallSite, source: Words, rest: Path, env: Env) -> list[End]:
        """`settings.get("NAME")`, `get(settings, "NAME")`: that member, where nothing else is known to be there."""
        if source.root not in ("this", "arg") or not self._gets(spot, site):
            return []
        position = 0 if source.root == "this" else (source.number or 0) + 1
        keys = [end for node, at in positioned(site, position) for end in self.ends(replace(spot, node=node), at, env)]
        texts = [self.constant(end) for end in keys]
        paths = [(str(text), *rest) for text in texts] if None not in texts else []
        nodes = [node for node, held in placed(site, source) if not held]
        return [end for node in nodes for one in paths for end in self.ends(replace(spot, node=node), one, env)]

    def _gets(self, spot: Spot, site: CallSite) -> bool:
        """Is it a call of `get`?"""
        return site.method == "get" or any(
            last_name(one) == "get" for one in self.origins.callees(spot.file, spot.unit, site)
        )

    def _called_by(self, end: End, spot: Spot, site: CallSite, env: Env) -> End:
        """A function of another place that outside code calls: in the frame of that call, for its parameters."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        number = graph.made.get(end.spot.node, -1)
        here = (end.spot.file, end.spot.unit) == (spot.file, spot.unit)
        if number < 0 or end.path or (here and graph.functions[number].parent == site.function):
            return end
        function = FunctionId(end.spot.file, end.spot.unit, number)
        call = (spot.file, spot.unit, self.code.graph(spot.file, spot.unit).results[site.result])
        return replace(end, env=(Frame(function, call, env, None, handed=True), *end.env))

    def result_of(self, end: End, path: Path) -> list[End]:
        """What a function gives that code outside calls."""
        graph = self.code.graph(end.spot.file, end.spot.unit)
        if end.path or end.spot.node not in graph.made:
            return []
        function = FunctionId(end.spot.file, end.spot.unit, graph.made[end.spot.node])
        return self.returned(function, path, end.env)

    def is_lacking(self, asked: End) -> bool:
        """Is every object that a part is asked of known, and has none of them the part?"""
        if not asked.path:
            return False
        whole = self.ends(asked.spot, asked.path[:-1], asked.env)
        made = [self.code.graph(end.spot.file, end.spot.unit).source[end.spot.node] for end in whole]
        known = all(isinstance(one, lowered.Object) for one in made) and not any(end.path for end in whole)
        return bool(whole) and known

    # parameters

    def parameter(self, asked: End, graph: Graph) -> list[End]:
        """What a parameter is: in a frame what the call gives, else what outside code gives a callback, else itself."""
        spot, path, env = asked.spot, asked.path, asked.env
        number, position = graph.of_parameter[spot.node]
        function = FunctionId(spot.file, spot.unit, number)
        source = graph.functions[number].source
        injected = self.registered.injected(spot.file, source.params[position].type, path) if source else []
        decorators = source.params[position].decorators if source else ()
        injected = injected or (self.provided.given(spot.file, decorators, path) if decorators else [])
        if injected:
            return injected
        has_default = source is not None and isinstance(source.params[position].target, lowered.Default)
        frame = frame_of(env, function)
        if frame is None:
            found = self._as_callback(asked, graph, number, position)
            return found or ([] if self.is_lacking(asked) else [asked])
        if frame.handed and frame.call is not None:
            found = self._handed(frame.call, position, path, frame.outer)
            told = has_default and self.library.flows(*frame.call) is not None
            return found or ([] if told or self.is_lacking(asked) else [asked])
        if frame.beside is not None:
            return self._beside(frame.beside, position, asked, frame.outer)
        if given_name(frame.call) is not None:
            return [asked] if not path else []
        if frame.call == NOBODY:
            return [] if has_default else self._typed(asked) or [asked]
        if frame.call is not None:
            return self._given(function, position, path, frame.call, frame.outer)
        found = []
        for call in self.callers.of(function):
            found.extend(self._given(function, position, path, call, ()))
        found.extend(self._as_callback(asked, graph, number, position))
        return found or [asked]

    def _beside(self, other: Beside, position: int, asked: End, env: Env) -> list[End]:
        """What is given to a function that a framework calls with the same arguments."""
        file, unit, number = other.function.file, other.function.unit, other.function.number
        places = self.code.graph(file, unit).of_parameter
        nodes = [node for node, place in places.items() if place == (number, position)]
        if not nodes or not other.shares(position, asked.path):
            return [asked]
        return [end for node in nodes for end in self.ends(Spot(file, unit, node), asked.path, env)]

    def _typed(self, asked: End) -> list[End]:
        """A member of a parameter that nobody gives: that of any instance of its type."""
        found: list[End] = []
        for value in self.origins.of(asked.spot) if asked.path else ():
            if isinstance(value, Instance):
                found.extend(self.member(value.file, value.at, asked.path, (asked.spot, asked.env), None))
        return found

    def _given(self, function: FunctionId, position: int, path: Path, call: Call, outer: Env) -> list[End]:
        file, unit, number = call
        site = self.code.graph(file, unit).calls[number]
        shape = self.code.graph(function.file, function.unit).functions[function.number]
        if site.tag:  # a tag is given the texts first
            given = arguments_for(site, position - 1, replace(shape, rest=shape.rest - 1), path) if position else []
        else:
            given = arguments_for(site, position, shape, path)
        return [end for node, part in given for end in self.ends(Spot(file, unit, node), part, outer)]

    def _as_callback(self, asked: End, graph: Graph, number: int, position: int) -> list[End]:
        """The function stands in an argument of an outside call, which gives it parts of its receiver or arguments."""
        spot, path, env = asked.spot, asked.path, asked.env
        found: list[End] = []
        for call, argument, inner in given_to(graph, graph.functions[number].node):
            found.extend(self._handed((spot.file, spot.unit, call), position, path, env, argument, inner))
        return found

    def _handed(
        self, call: Call, position: int, path: Path, env: Env, argument: int | None = None, inner: Path = ()
    ) -> list[End]:
        """What outside code gives a function that it is handed, as the call's row says."""
        file, unit, number = call
        site = self.code.graph(file, unit).calls[number]
        found: list[End] = []
        for source, rest in self.library.handed(call, position, path, argument, inner):
            found.extend(self.source(Spot(file, unit, site.result), site, source, rest, env))
        return found


def given_to(graph: Graph, node: int) -> list[tuple[int, int, Path]]:
    """The calls that a function is given to: (call, argument, the part of the argument that it is)."""
    found: list[tuple[int, int, Path]] = []
    stack: list[tuple[int, Path]] = [(node, ())]
    while stack:
        here, path = stack.pop()
        for edge in graph.out[here]:
            if edge.op is Op.ARGUMENT:
                found.append((edge.to, int(edge.key), path))
            elif edge.op is Op.COPY and len(path) < 3:
                stack.append((edge.to, path))
            elif edge.op is Op.STORE and len(path) < 3:
                stack.append((edge.to, (edge.key, *path)))
    return found
