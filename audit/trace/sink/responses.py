"""Which values answer requests, and of which routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.projections import Answers
from audit.flow.routes.model import Route
from audit.flow.routes.rows import homes_of
from audit.trace.path.frames import Failed
from audit.trace.sink.raised import Raised

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId, Spot
    from audit.flow.contexts import Path
    from audit.flow.projections import Schemas
    from audit.flow.routes import Routes
    from audit.flow.routes.model import Bindings
    from audit.model import SinkKind
    from audit.trace.path.frames import Way

MESSAGE = ("message",)


class Responses:
    """Which values answer requests, and of which routes."""

    def __init__(self, routes: Routes, origins: Origins, schemas: Schemas) -> None:
        self._routes, self._vocabulary = routes, origins.vocabulary
        self.raised = Raised(origins, routes)
        self._answers = Answers(origins, routes, schemas)

    def answer(self, function: FunctionId) -> SinkKind | None:
        """The kind of sink that what the function returns is."""
        return self._routes.answer(function)

    def surely_answers(self, function: FunctionId) -> bool:
        """Is it sure that what the function returns is shown?"""
        return self._routes.surely_answers(function)

    def is_surely_entry(self, function: FunctionId) -> bool:
        """Is it known that a framework calls a function, and not only what unknown code makes of what holds it?"""
        return self._routes.is_surely_entry(function)

    def shows(self, function: FunctionId, node: int, path: Path) -> bool:
        """Is a part of what a handler returns at a node in its answer? A model of that may leave it out."""
        return self._answers.shows(function, node, path)

    def parts(self, function: FunctionId, node: int, path: Path) -> list[Path] | None:
        """The parts of a part of what a handler returns at a node that are in its answer; None where all of it is."""
        return self._answers.parts(function, node, path)

    def sends(self, response: Spot, method: str, path: Path) -> bool:
        """Is a part of what a method of a response object is given in the answer?"""
        return self._answers.sends(response, method, path)

    def shown_failing(self, function: FunctionId, made: Spot, path: Path) -> SinkKind | None:
        """The kind of sink that a part of what the function throws is: the message of an error, any of an answer."""
        failing = self._routes.shown_failing(function) if path[:1] in ((), MESSAGE) else None
        return failing or self._routes.shown_thrown(function, made)

    def is_entry(self, function: FunctionId) -> bool:
        """Does a framework call the function?"""
        return self._routes.is_entry(function)

    def frameworks(self, function: FunctionId) -> frozenset[str]:
        """The modules of what a handler is given; none where it is given nothing that a framework has a type for, and
        "" where such a framework answers errors by itself.
        """
        rows = self._routes.handlers.rows(function)
        answers = frozenset(("",)) if any(row.failing for row in rows) else frozenset[str]()
        return frozenset[str]().union(*map(homes_of, rows)) or answers

    def types_of(self, spot: Spot) -> tuple[str, ...]:
        """The vocabulary's types of what a handler was given, or handed on ("express#Response")."""
        return self._routes.handlers.types(spot)

    def taken(self, spot: Spot) -> tuple[str, ...]:
        """The members of other values that the value at a node may be."""
        return self._routes.taken(spot)

    def takes(self, kind: str, path: tuple[str, ...]) -> bool:
        """Is what is written at a part of an object of some type shown there (`ctx.response.body = item`)?"""
        steps = (at for at, step in enumerate(path) if step in self._vocabulary.assigned)
        return any(self._vocabulary.sinks.on(".".join((kind, *path[:at])), f"{path[at]}=") for at in steps)

    def own(self, function: FunctionId) -> tuple[Route, ...]:
        """The routes whose handler the function itself is: what it returns to other code that calls it is no answer."""
        return self._routes.of(function)

    def answers(self, function: FunctionId, frames: tuple[Way, ...]) -> bool:
        """May a framework call a handler, as one of these calls made it? What a wrapper makes of one function is
        mounted, what it makes of another one is called.
        """
        return any(isinstance(way, Failed) or not self._routes.is_called(function, way) for way in frames)

    def routes(self, spot: Spot | None, function: FunctionId, frames: tuple[Way, ...]) -> tuple[Route, ...]:
        """The routes that are answered with the response at a node, else those that come to the function, by the calls
        that the value came in by.
        """
        found: dict[Route, None] = {}
        for way in frames:
            known = self._failing(way) if isinstance(way, Failed) else self._known(spot, function, way)
            found.update(dict.fromkeys(known))
        return tuple(sorted(found, key=Route.place))

    def at(self, spot: Spot) -> tuple[Route, ...]:
        """The routes whose handlers are given what is at a node, or hand it on."""
        return self._routes.at(spot)

    def reaching(self, function: FunctionId) -> tuple[Route, ...]:
        """The routes whose handlers come to call a function."""
        return self._routes.reaching(function)

    def may_fail_to(self, taken_by: FunctionId, routes: Callable[[], tuple[Route, ...]]) -> bool:
        """May an error on some routes come to a function that takes errors: is that mounted above them, or unknown?"""
        if any(not path for path in self._above(taken_by)):
            return True
        known = routes()
        return not known or bool(self._below(taken_by, known))

    def _failing(self, way: Failed) -> tuple[Route, ...]:
        """The routes whose handler failed, as far as they are below where the function is mounted that takes errors."""
        return self._below(way.taken_by, self._known(way.spot, way.function, way.bindings))

    def _below(self, taken_by: FunctionId, routes: tuple[Route, ...]) -> tuple[Route, ...]:
        above = self._above(taken_by)
        return tuple(route for route in routes if any(f"{route.path}/".startswith(f"{path}/") for path in above))

    def _above(self, taken_by: FunctionId) -> list[str]:
        """Where a function is mounted that takes errors; above all, where nothing says so."""
        return [one.path.removesuffix("*").removesuffix("/") for one in self._routes.reaching(taken_by)] or [""]

    def _known(self, spot: Spot | None, function: FunctionId, bindings: Bindings) -> tuple[Route, ...]:
        answered = self._routes.at(spot, bindings) if spot is not None else ()
        return answered or self._routes.reaching(function, bindings)
