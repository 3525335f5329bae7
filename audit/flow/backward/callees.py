"""Calls, backwards: results are what functions return; code outside of the tree is read off its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.given import Given
from audit.flow.backward.heap import class_around
from audit.flow.backward.values import ClassValue, Func, Global, Method, Outside
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import ELEMENT
from audit.flow.frames import Call, End, Env, Frame, Path, Target, behind, instance_of
from audit.flow.graph import CallSite, Graph
from audit.flow.outside.places import last_name, placed
from audit.flow.outside.rows import section_rows
from audit.rulebook import Place, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins

TEXTUAL = frozenset(
    ("toString", "trim", "trimEnd", "trimStart", "valueOf", "toLowerCase", "normalize", "rstrip", "strip", "lstrip",
     "replace", "replaceAll", "slice", "substring", "removesuffix", "removeprefix", "sub", "split", "concat", "join",
     "format", "toJSON")
)  # fmt: skip
"""Methods that make a text of a text: `audit.flow.text.texts` reads them."""
_PROMISES = ("[*]", "await")
_LISTS = frozenset(("slice", "concat", "split", "normalize", "sub", "strip"))
"""Of these, methods that lists and other objects have as well."""
ENCODERS = frozenset(("encodeURIComponent", "escape", "quote", "quote_plus", "urlencode"))
PARSERS = frozenset(("urlparse", "urlsplit", "parse_url"))
"""Functions that take an address apart."""
_FRAMES = 12
_PROXY = Global("Proxy")


class Callees(Given):
    """Calls and parameters."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._elsewhere: dict[Spot, bool] = {}

    def targets(self, file: str, unit: int, site: CallSite, env: Env) -> list[Target]:
        """The functions of the tree that a call may run; constructors for classes."""
        callee = Spot(file, unit, site.callee)
        if site.method and self._is_elsewhere(callee):
            return []
        found: dict[Target, None] = {}
        for end in self.ends(callee, (), env):
            graph = self.code.graph(end.spot.file, end.spot.unit)
            if not end.path and end.spot.node in graph.made:
                found[Target(FunctionId(end.spot.file, end.spot.unit, graph.made[end.spot.node]), end.env)] = None
        if not found:
            for value in self.origins.callees(file, unit, site):
                if isinstance(value, Func):
                    found[Target(value.id, ())] = None
        return list(found)

    def _is_elsewhere(self, callee: Spot) -> bool:
        """Is a method one of a type of outside code, which vocabulary knows? Then no way back leads to a function."""
        found = self._elsewhere.get(callee)
        if found is None:
            values = self.origins.of(callee)
            methods = all(isinstance(one, Method) for one in values)
            found = self._elsewhere[callee] = methods and any(map(self.origins.results.rows_for, values))
        return found

    def entered(self, target: Target, call: Call, env: Env) -> Env:
        """The frames in which the code of a called function is seen."""
        file, unit, number = call
        site = self.code.graph(file, unit).calls[number]
        this = (Spot(file, unit, site.receiver), env) if site.receiver >= 0 else None
        function = target.function
        frames: tuple[Frame, ...] = (Frame(function, call, env, this),)
        graph = self.code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        class_at = class_around(graph, function.number, shape.at)
        if this is not None and class_at >= 0:
            frames = (*frames, Frame(instance_of(function.file, function.unit, class_at), call, env, this))
        return (*frames, *target.env)

    def returned_by(self, call: Call, env: Env) -> Iterator[tuple[Spot, Env]]:
        """What the functions of the tree return that a call may call, and the frames in which that is seen."""
        file, unit, number = call
        for target in self.targets(file, unit, self.code.graph(file, unit).calls[number], env):
            function, entered = target.function, self.entered(target, call, env)
            for node in self.code.graph(function.file, function.unit).returned.get(function.number, ()):
                yield Spot(function.file, function.unit, node), entered

    # results

    def result(self, asked: End, graph: Graph) -> list[End]:
        """What a call gives."""
        spot, path, env = asked.spot, asked.path, asked.env
        number = graph.results[spot.node]
        site, call = graph.calls[number], (spot.file, spot.unit, number)
        classes = self._classes(spot, site)
        if classes:
            return self._of_instance(asked, call, classes) if path else [asked]
        found: list[End] = []
        targets = self.targets(spot.file, spot.unit, site, env)
        for target in targets:
            if len(env) < _FRAMES and not _is_within(env, call, target.function):
                found.extend(self.returned(target.function, path, self.entered(target, call, env)))
        if targets:
            return [*found, *self.written(asked, graph)]  # what a factory made may be filled where it is used
        written = self.written(asked, graph)
        given = self._outside(asked, site, number)
        return written if written and given == [asked] else [*given, *written]

    def _classes(self, spot: Spot, site: CallSite) -> list[ClassValue]:
        if not site.new and not spot.file.endswith(".py"):
            return []
        return [value for value in self.origins.callees(spot.file, spot.unit, site) if isinstance(value, ClassValue)]

    def _of_instance(self, asked: End, call: Call, classes: list[ClassValue]) -> list[End]:
        found: list[End] = []
        this = (asked.spot, asked.env)
        for one in classes:
            constructor = self.origins.classes.constructor(one)
            new = Frame(constructor, call, asked.env, this) if constructor is not None else None
            if new is None:
                new = Frame(FunctionId(one.file, -1, -1), call, asked.env, this)
            found.extend(self.member(one.file, one.at, asked.path, this, new))
        return found + self.written(asked, self.code.graph(asked.spot.file, asked.spot.unit))

    def _outside(self, asked: End, site: CallSite, number: int) -> list[End]:
        spot, path, env = asked.spot, asked.path, asked.env
        if (
            site.method in TEXTUAL - _LISTS
            or self._is_text(spot, site, path)
            or (not path and (site.method in TEXTUAL or site.new))
        ):
            return [asked]
        found: list[End] = [*self._configured(asked, site), *self.provided.given(spot.file, (site.expression,), path)]
        if (
            path
            and site.new
            and len(site.arguments) == 2
            and _PROXY in self.origins.callees(spot.file, spot.unit, site)
        ):
            for end in self.ends(replace(spot, node=site.arguments[1]), ("get",), env):
                found.extend(self.of_any_name(end.spot, path, end.env) if not end.path else [])
        for option in self.options(spot.file) if path and spot.file.endswith(".py") else ():
            if option.field == path[0] and spot in option.parsed:
                found.extend(self.ends(option.default, path[1:], env))
        flows = self.library.flows(spot.file, spot.unit, number) or ()
        row = bool(path) and self.library.keeps_result(spot.file, spot.unit, number)
        for flow in flows:
            if row and all(source.root == "this" for source in flow.sources):
                continue  # what a session gives is an object of its own, and no part of the session
            for target in flow.targets if not flow.implicit else ():
                rest = behind(path, target.path) if target.root == "result" else None
                for source in flow.sources if rest is not None else ():
                    found.extend(self.source(spot, site, _in_place(source, target, path), rest or (), env))
        return found or ([] if self.is_lacking(asked) and not self._checks(spot, site) else [asked])

    def _checks(self, spot: Spot, site: CallSite) -> bool:
        """Does a call read the variables of a schema, whatever else it is given?"""
        callees = self.origins.callees(spot.file, spot.unit, site)
        envs = self.origins.vocabulary.envs
        return any(row.kind == "schema" for callee in callees for row in section_rows(envs, callee))

    def _configured(self, asked: End, site: CallSite) -> list[End]:
        """`config.get("a.b")`: a part of the configuration that is registered elsewhere."""
        found: list[End] = []
        for callee in self.origins.callees(asked.spot.file, asked.spot.unit, site):
            for row in section_rows(self.origins.vocabulary.envs, callee):
                if row.kind != "call" or not row.name:
                    continue
                for place in places_of(row.name):
                    for node, held in placed(site, place):
                        for end in self.ends(replace(asked.spot, node=node), (*held, *place.path), asked.env):
                            name = self.constant(end)
                            found.extend(self.registered.named(name, asked.path) if name is not None else ())
        return found

    def made_of(self, end: End) -> list[Spot]:
        """What code outside of the tree of which nothing is known was given for what it gives."""
        file, unit, node = end.spot.file, end.spot.unit, end.spot.node
        graph = self.code.graph(file, unit)
        number = graph.results.get(node, -1)
        if number < 0 or end.path or self.library.flows(file, unit, number) is not None:
            return []
        site = graph.calls[number]
        known = any(isinstance(one, (Func, ClassValue)) for one in self.origins.callees(file, unit, site))
        return [] if known else [Spot(file, unit, argument) for argument in site.arguments]

    def _is_text(self, spot: Spot, site: CallSite, path: Path) -> bool:
        """Addresses and encoded texts, which `audit.flow.text.texts` reads."""
        callees = self.origins.callees(spot.file, spot.unit, site)
        names = {last_name(callee) for callee in callees}
        put_together = any(resolves(callee) or joins(callee) for callee in callees)
        return bool(names & ENCODERS) or put_together or (site.new and "URL" in names) or bool(path and names & PARSERS)


def _in_place(source: Place, target: Place, path: Path) -> Place:
    """What promises give that are waited for together stands where each of them did (`Promise.all`)."""
    together = source.path in (_PROMISES, _PROMISES[:1]) and target.path == _PROMISES[::-1] and path[:1] != (ELEMENT,)
    return replace(source, path=(path[0], *source.path[1:])) if together and path else source


def resolves(callee: object) -> bool:
    """Is it `urljoin(base, path)`, or Node's `url.resolve`?"""
    return last_name(callee) == "urljoin" or _is_of(callee, "url", "resolve")


def joins(callee: object) -> bool:
    """Is it Node's `path.join`?"""
    return _is_of(callee, "path", "join")


def _is_of(callee: object, module: str, name: str) -> bool:
    """Is it an export of a module of Node's, or of a part of it?"""
    if not isinstance(callee, Outside) or last_name(callee) != name:
        return False
    return callee.module.removeprefix("node:").partition("/")[0] == module


def _is_within(env: Env, call: Call, function: FunctionId) -> bool:
    """Do frames come of the same call of a function, or were called from there? It calls itself: in a circle."""
    near, outer = list(env), env[0].outer if env else ()
    while outer:
        near.append(outer[0])
        outer = outer[0].outer
    return any(frame.call == call and frame.function == function for frame in near)
