"""Routes of functions and of response objects: the questions that sinks ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.routes.callees import Callees
from audit.flow.routes.closing import Closing
from audit.flow.routes.decorated import Decorated
from audit.flow.routes.decorators import Decorators
from audit.flow.routes.files import FileRoutes
from audit.flow.routes.guarding import Guarding
from audit.flow.routes.handlers import Handlers
from audit.flow.routes.included import Included
from audit.flow.routes.loaded import Loaded
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.model import Route, bound_call
from audit.flow.routes.mounts import Mounts
from audit.flow.routes.preceding import Preceding
from audit.flow.routes.prefixes import GlobalPrefix
from audit.flow.routes.procedures import Procedures
from audit.flow.routes.readers import Readers
from audit.flow.routes.registrations import Registrations
from audit.flow.routes.rendering import Rendering
from audit.flow.routes.served import Served
from audit.flow.routes.sources import Sources
from audit.flow.routes.streams import Streams
from audit.flow.routes.texts import PathTexts
from audit.flow.routes.topics import Topics
from audit.flow.routes.trails import Trails
from audit.flow.routes.upgrades import Upgrades
from audit.flow.routes.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.routes.back import Source
    from audit.flow.routes.earlier import Earlier
    from audit.flow.routes.model import Bindings, Ends, Path
    from audit.model import SinkKind
    from audit.rulebook import RouteRow


_ANSWERS: tuple[SinkKind, ...] = ("http", "request")
"""What becomes of what handlers return: a request is answered with it, or it is sent (tools of a language model)."""


class Routes:
    """Routes on demand. Nothing in the files that `ignored` names (tests) brings a handler to a route."""

    def __init__(self, origins: Origins, ignored: Callable[[str], bool] = lambda _: False) -> None:
        self._code, self._callers = origins.code, origins.callers
        self.may_run: Callable[[Spot, Bindings], bool] = lambda _, __: True
        """May code at a place run where these calls led there?"""
        self._asked = asked = Asked()
        callees = Callees(origins, asked)
        readers = Readers(origins.code, origins.names, ignored)
        self.trails = Trails(origins, callees, readers, asked)
        self._sources = Sources(origins, self.trails)
        self.trails.sources = self._sources
        texts = PathTexts(self._sources)
        loaded = Loaded(self._sources, texts, ignored)
        served = Served(origins)
        self._mounts = Mounts(self._sources, texts, Upgrades(origins, texts), loaded, served, asked)
        included = Included(self._sources, texts, ignored)
        self._registrations = Registrations(self._mounts, texts, Procedures(self.trails, asked), included)
        self._preceding = Preceding(self._sources, self._registrations)
        self._closing = Closing(origins, self._preceding)
        self._files = FileRoutes(origins.code.program.snapshot, origins.vocabulary, served)
        prefix = GlobalPrefix(origins, texts, ignored)
        versions = Versions(self._sources, texts, ignored)
        written = Decorators(origins, texts)
        self._decorated = Decorated(origins, written, readers, prefix.of, versions.of)
        self._guarding = Guarding(origins, written)
        self.topics = Topics(self._sources, texts, written)
        self.handlers = Handlers(origins, self.trails, self._sources, self._files, self._decorated, asked)
        self.topics.types = self.handlers.types
        self._rendering = Rendering(origins.code, origins.vocabulary)
        self._streams = Streams(origins, self._sources)
        self._known: Memo[tuple[Route, ...]] = Memo(asked, ())
        self._before: Memo[tuple[tuple[Earlier, ...], ...]] = Memo(asked, ())
        self._at: Memo[tuple[Route, ...]] = Memo(asked, ())

    @property
    def cut(self) -> bool:
        """Did any search come to its limit whose answer was given since `start`? Then routes may be missing."""
        return self._asked.cut

    def start(self) -> None:
        """From now on searches are for somebody else."""
        self._asked.cut = False

    def of(self, function: FunctionId) -> tuple[Route, ...]:
        """The routes whose handler a function is, itself or in wrappers; sorted."""
        return self._routes(function, (), callers=False)

    def reaching(self, function: FunctionId, bindings: Bindings = ()) -> tuple[Route, ...]:
        """The routes whose handlers, or files, come to call a function: at all, or by the calls of `bindings`."""
        bound = bound_call(bindings, function)
        while bound is not None:  # who comes to that call comes to the function
            bindings = tuple(one for one in bindings if one != bound)
            number = self._code.graph(bound.file, bound.unit).calls[bound.call].function
            function = FunctionId(bound.file, bound.unit, number)
            bound = bound_call(bindings, function)
        return self._routes(function, bindings, callers=True)

    def callers(self, function: FunctionId) -> tuple[FunctionId, ...]:
        """Every function that comes to call a function or hands it out; number 0: the module itself."""
        return tuple(sorted(self.trails.of_function(function, callers=True).stands))

    def at(self, spot: Spot, bindings: Bindings = ()) -> tuple[Route, ...]:
        """The routes that are answered with the response object at a node (the receiver of `res.json`).

        () when it is not known whose response it is. `bindings` are the calls that led there.
        """
        return self._at.of((spot, bindings), lambda: self._answers(spot, bindings))

    def givers(self, spot: Spot) -> tuple[FunctionId, ...]:
        """The handlers of which it is known that they are given the response object at a node; () where any may be."""
        functions = [source.function for source in self._sources.of(spot, everywhere=True)]
        if None in functions:
            return ()
        return tuple(one for one in dict.fromkeys(functions) if one is not None and self.handlers.rows(one))

    def taken(self, spot: Spot) -> tuple[str, ...]:
        """The names of members of other values that the value at a node may be."""
        return tuple(source.path[-1] for source in self._sources.of(spot) if source.path)

    def answer(self, function: FunctionId) -> SinkKind | None:
        """What a request is answered with, or a page shows, where that is what the function returns. A component shows
        what is in its elements.
        """
        if not any(map(self._rendering.can_be, _ANSWERS)) and not self.is_file(function.file):
            return None
        return self._answered_by(self.handlers.rows(function, own=True))

    def surely_answers(self, function: FunctionId) -> bool:
        """Is it sure that what the function returns is that, and not only what unknown code makes of it?"""
        return self._answered_by(self.handlers.rows(function, own=True, sure=True)) is not None

    def is_surely_entry(self, function: FunctionId) -> bool:
        """Is it known that a framework calls a function, and not only what unknown code makes of what holds it?"""
        rows = self.handlers.rows
        sure = not rows(function) or rows(function, sure=True) or rows(function, own=True)
        return bool(sure) and self.is_entry(function)

    @staticmethod
    def _answered_by(rows: tuple[RouteRow, ...]) -> SinkKind | None:
        fitting = (row for row in rows if row.renders in _ANSWERS or row.called)
        return next((row.renders for row in fitting if row.renders is not None), None)

    def shown_failing(self, function: FunctionId) -> SinkKind | None:
        """What a request is answered with where the function throws: some frameworks show the message of any error."""
        rows = self.handlers.rows(function) if self._rendering.can_fail else ()
        return next((row.failing for row in rows if row.failing is not None), None)

    def shown_thrown(self, function: FunctionId, made: Spot) -> SinkKind | None:
        """What a request is answered with where the function throws an answer, which is made at a node."""
        rows = self.handlers.rows(function) if self._rendering.can_throw else ()
        return next((row.renders for row in rows if row.thrown and self._is_of(made, row.thrown)), None)

    def _is_of(self, made: Spot, types: tuple[str, ...]) -> bool:
        values = self._sources.origins.of(made) if made.node >= 0 else ()
        return any(isinstance(value, Typed) and value.type in types for value in values)

    def is_file(self, file: str) -> bool:
        """Is a file a route by its name?"""
        return bool(self._files.of(file))

    def is_entry(self, function: FunctionId) -> bool:
        """Does a framework call the function: a handler, middleware, listener, export of a route's file?"""
        if self.handlers.rows(function):
            return True
        return any(self._files.of(one.file) for one in self.trails.of_function(function).exported)

    def before(self, function: FunctionId) -> tuple[tuple[Earlier, ...], ...]:
        """What runs for a request before it comes to a handler, for each way there; nothing where one is not known."""
        ends = self.trails.of_function(function)
        decorated = any(True for _ in self._of_decorators((function, *ends.stands)))
        if decorated or any(self._files.taking(one) for one in ends.exported):
            guards = self._guarding.of(function)
            return (guards,) if guards and not ends.handed else ()
        return self._before.of(function, lambda: self._preceding.of(ends.handed))

    def parts(self, function: FunctionId) -> dict[int, Path]:
        """The parts of a request that parameters of a handler are."""
        return self._guarding.parts(function)

    def gives_request(self, spot: Spot) -> bool:
        """Does a call give the request that a framework is about to bring to a handler?"""
        call = self._code.graph(spot.file, spot.unit).results[spot.node]
        rows = self.trails.callees.rows(spot.file, spot.unit, call, self._sources)
        return any(one.kind == "request" for one in rows)

    def is_task(self, function: FunctionId) -> bool:
        """Does a framework run the function by itself, and use nothing of what it gives back (`@Cron`)?"""
        return self._decorated.is_task(function) or self.topics.hears(function)

    def is_called(self, function: FunctionId, bindings: Bindings) -> bool:
        """Is a function, as these calls made it, called by code of the tree, and given to nobody else?"""
        ends = self.trails.of_function(function, bindings)
        return bool(ends.called) and not (ends.handed or ends.exported or ends.stands or ends.given)

    def gives_on(self, function: FunctionId) -> bool:
        """Does a framework do something else with what a function of a route's file gives than to answer (`loader`,
        `getServerSideProps`)?
        """
        exported = self.trails.of_function(function).exported
        return not self.handlers.rows(function) and not any(self._files.routes(one.file, one.name) for one in exported)

    def _routes(self, function: FunctionId, bindings: Bindings, *, callers: bool) -> tuple[Route, ...]:
        key = (function, bindings, callers)
        return self._known.of(key, lambda: self._find(function, bindings, callers=callers))

    def _find(self, function: FunctionId, bindings: Bindings, *, callers: bool) -> tuple[Route, ...]:
        ends = self.trails.of_function(function, bindings, callers=callers)
        decorated = self._of_decorators((function, *ends.stands, *(method for method, _ in ends.methods)))
        found = [*self._registered(ends), *self._of_files(ends), *decorated]
        if callers and not found:
            found = self._of_injected((function, *ends.stands))
        if any(one.verb == "GET" for one in found) and self._streams.opens(function):
            found = [replace(one, verb="SSE") if one.verb == "GET" else one for one in found]
        return _ordered(found)

    def _of_injected(self, functions: Iterable[FunctionId]) -> list[Route]:
        """The routes that come to call methods of what a container makes: no value leads from there to the calls."""
        methods = (one for one in functions if self._code.graph(one.file, one.unit).functions[one.number].class_at >= 0)
        calls = dict.fromkeys(call for one in methods for call in self._callers.of(one))
        around = (
            FunctionId(file, unit, self._code.graph(file, unit).calls[call].function) for file, unit, call in calls
        )
        return [route for one in dict.fromkeys(around) for route in self._routes(one, (), callers=True)]

    def _answers(self, spot: Spot, bindings: Bindings) -> tuple[Route, ...]:
        sources = self._sources.of(spot, bindings, everywhere=True)
        return _ordered(
            one for source in sources if self.may_run(spot, source.bindings) for one in self._answered(source)
        )

    def _registered(self, ends: Ends) -> Iterator[Route]:
        for end in ends.handed:
            written = self._registrations.of(end)
            open_ = any(one.mounted for one in written) and not self._closing.closes(end)
            for one in written:
                at = self._code.graph(end.file, end.unit).calls[end.call].at
                yield self._route(one.verb, one.path, end.file, at, mounted=one.mounted and open_)

    def _of_files(self, ends: Ends) -> Iterator[Route]:
        for end in ends.exported:
            for verb, path in self._files.paths(end):
                yield Route(verb, path, end.file, 1)

    def _of_decorators(self, functions: Iterable[FunctionId]) -> Iterator[Route]:
        for function in functions:
            for verb, path, at, _ in self._decorated.of(function):
                yield self._route(verb, path, function.file, at, mounted=True)

    def _answered(self, source: Source) -> Iterable[Route]:
        """A response that a handler was given, or a connection of a server."""
        if source.function is not None:
            kinds = self.handlers.parameters(source.function).get(source.position, ())
            registered = self._routes(source.function, source.bindings, callers=False)
            return registered if kinds or not registered else ()
        return self._of_server(source)

    def _of_server(self, source: Source) -> Iterator[Route]:
        for row in self._mounts.made_by(source.spot):
            for prefix in self._mounts.of(source.spot, source.bindings) if row.verb == "WS" else ():
                at = self._code.graph(source.spot.file, source.spot.unit).at[source.spot.node]
                yield self._route(row.verb, prefix.path or "/", source.spot.file, at, mounted=prefix.mounted)

    def _route(self, verb: str, path: str, file: str, at: int, *, mounted: bool) -> Route:
        return Route(verb, path, file, self._code.program.position(file, at).line, mounted)


def _ordered(found: Iterable[Route]) -> tuple[Route, ...]:
    """Each once, by path and verb."""
    return tuple(sorted(set(found), key=Route.place))
