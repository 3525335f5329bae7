"""What a call shows, sends or keeps: the vocabulary's sinks at the place where a fact stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.backward.elements import is_jsx
from audit.flow.backward.values import ClassValue, Func, Method, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import DEEPEST
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows
from audit.flow.outside.rows_of_calls import is_element
from audit.rulebook import places_of
from audit.trace.sink.addresses import Addresses
from audit.trace.sink.shown import inside, is_shown_here, takes

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import CallSite
    from audit.flow.tables import Queries
    from audit.flow.tables.model import ColumnWrite, Passed
    from audit.model import SinkKind
    from audit.rulebook import Place as Words
    from audit.rulebook import RequestRow, SinkRow
    from audit.trace.sink.responses import Responses

_HIGHEST = 6
"""Classes above each other."""
_TEXT = Typed("string")


class Shown(Struct, frozen=True, order=True):
    """A sink of a kind at a call; `channel` for messages, `column` ("table.column") for databases."""

    kind: SinkKind
    channel: str | None = None
    column: str | None = None
    implicit: bool = False
    sure: bool = True


class Sinks:
    """Sinks by call, argument and path."""

    def __init__(self, origins: Origins, responses: Responses, queries: Queries) -> None:
        self._origins, self._responses, self._queries = origins, responses, queries
        self._addresses = Addresses(origins)
        self._rows: dict[tuple[str, int, int], tuple[tuple[Shown, tuple[Words, ...]], ...]] = {}

    def at(
        self, place: tuple[str, int, int], callees: tuple[Value, ...], slot: int, path: tuple[str, ...]
    ) -> tuple[Shown, ...]:
        """The sinks that a fact at an argument of a call reaches."""
        file, unit, call = place
        site = self._origins.code.graph(file, unit).calls[call]
        if is_element(site):
            return (Shown("view"),) if is_shown_here(path) or self._is_in_text(file, unit, site, path) else ()
        if self._is_foreign_component(file, unit, site, callees):
            return (Shown("view", sure=path[:1] == ("children",)),) if is_shown_here(path) else ()
        found: dict[Shown, None] = {}
        for shown, words in self._of_call(file, unit, call, callees):
            if any(takes(one, site, slot, path) for one in words) and self._is_sent(file, unit, site, path):
                found[shown] = None
        for write in self._written(file, unit, call) if slot >= 0 else ():
            if write.node == site.arguments[slot] and (part := inside(write.path, path)) is not None:
                name = f"{write.column.table}.{write.column.name}"
                found[Shown("database", None, name, write.implicit, write.sure and part)] = None
        return tuple(found)

    def writes_json(
        self, place: tuple[str, int, int], callees: tuple[Value, ...], slot: int, path: tuple[str, ...]
    ) -> bool:
        """Does a call write what it is given as JSON: into an answer, or as a text?"""
        file, unit, call = place
        site = self._origins.code.graph(file, unit).calls[call]
        library = self._origins.vocabulary.library
        texts = (row.json for callee in callees for row in section_rows(library, callee) if row.json)
        if any(takes(one, site, slot, path) for text in texts for one in places_of(text)):
            return True
        answers = (words for shown, words in self._of_call(file, unit, call, callees) if shown.kind == "http")
        return any(takes(one, site, slot, path) for words in answers for one in words)

    def _is_sent(self, file: str, unit: int, site: CallSite, path: tuple[str, ...]) -> bool:
        """Does a response that is called leave out no such part of what it is given, as a model of the answer says?"""
        return site.receiver < 0 or self._responses.sends(Spot(file, unit, site.receiver), site.method, path)

    def _written(self, file: str, unit: int, call: int) -> tuple[ColumnWrite, ...]:
        """The columns that a call writes, and those of the rows that it chooses to be written."""
        return (*self._queries.writes(file, unit, call), *self._queries.decided(file, unit, call))

    def keeps(self, place: tuple[str, int, int], slot: int, path: tuple[str, ...], *, shown: bool) -> bool:
        """Does a database get a value of which nobody knows whether it keeps it: in a text that is not understood, or
        as an argument of a stored function?
        """
        if not shown and self._queries.is_unread(*place):
            return True
        return any(one.back is None for one in self._passed(place, slot, path))

    def echoed(
        self, place: tuple[str, int, int], slot: int, path: tuple[str, ...]
    ) -> list[tuple[int, tuple[str, ...]]]:
        """Where a fact is in the result of a statement that selects it: nodes, and the part there."""
        file, unit, call = place
        result = self._origins.code.graph(file, unit).calls[call].result
        return [
            (result, (*one.back, *path[len(one.path) :])[:DEEPEST])
            for one in self._passed(place, slot, path)
            if one.back is not None
        ]

    def _passed(self, place: tuple[str, int, int], slot: int, path: tuple[str, ...]) -> list[Passed]:
        """What a statement does with a fact at an argument, besides putting it into columns."""
        file, unit, call = place
        passed = self._queries.passed(file, unit, call)
        node = self._origins.code.graph(file, unit).calls[call].arguments[slot] if passed else -1
        return [one for one in passed if one.node == node and inside(one.path, path) is not None]

    def chooses(self, place: tuple[str, int, int], slot: int, path: tuple[str, ...]) -> bool:
        """Does a fact at an argument of a query decide which rows it gives back?"""
        file, unit, call = place
        node = self._origins.code.graph(file, unit).calls[call].arguments[slot]
        return any(
            one == node and inside(steps, path) is not None for one, steps in self._queries.chosen_by(file, unit, call)
        )

    def is_answer(self, file: str, unit: int, call: int) -> bool:
        """Is a request answered by a method of what a handler was given, and not given on for the next in a chain?"""
        site = self._origins.code.graph(file, unit).calls[call]
        vocabulary = self._origins.vocabulary
        if site.receiver < 0 or not vocabulary.sinks.methods(site.method):
            return False
        kinds = self._responses.types_of(Spot(file, unit, site.receiver))
        chained = any(
            "this -> result" in row.flows for kind in kinds for row in vocabulary.library.on(kind, site.method)
        )
        return not chained and any(vocabulary.sinks.on(kind, site.method) for kind in kinds)

    def asks_table(self, file: str, unit: int, call: int) -> bool:
        """Does a query of a table get what the call is given, so that it gives back rows and nothing of that?"""
        return self._queries.asks_table(file, unit, call)

    def passes(self, method: str) -> bool:
        """Is a query still one behind a step of that name?"""
        return self._queries.chains.passes(method)

    def given_back(
        self, place: tuple[str, int, int], slot: int, path: tuple[str, ...]
    ) -> list[tuple[int, tuple[str, ...]]]:
        """Where a fact that a statement inserts comes back from it at once (`returning`): nodes, and the part there."""
        file, unit, call = place
        node = self._origins.code.graph(file, unit).calls[call].arguments[slot]
        return [
            back
            for write in self._queries.writes(file, unit, call)
            if write.node == node and not write.implicit and inside(write.path, path) is not None
            for back in self._queries.given_back(file, unit, call, write.column)
        ]

    def concerns(self, file: str, unit: int, call: int, callees: tuple[Value, ...]) -> bool:
        """Is the call a sink or part of a query, whatever it is given?"""
        site = self._origins.code.graph(file, unit).calls[call]
        if self._is_foreign_component(file, unit, site, callees):
            return True
        return bool(self._of_call(file, unit, call, callees)) or self._queries.concerns(file, unit, call)

    def registers(self, callees: tuple[Value, ...], *, made: bool) -> bool:
        """Does the call bring handlers to routes? What becomes of these is known; of those that unknown code has `made`
        only where it shows what its handlers give.
        """
        rows = (row for callee in callees for row in section_rows(self._origins.vocabulary.routes, callee))
        return any(row.renders or not made for row in rows)

    def answer(self, function: FunctionId) -> SinkKind | None:
        """The kind of sink that what the function returns is."""
        return self._responses.answer(function)

    def surely_answers(self, function: FunctionId) -> bool:
        """Is it sure that what the function returns is shown, and not only what unknown code makes of it?"""
        return self._responses.surely_answers(function)

    def is_surely_entry(self, function: FunctionId) -> bool:
        """Is it known that a framework calls a function, and not only what unknown code makes of what holds it?"""
        return self._responses.is_surely_entry(function)

    def shows(self, function: FunctionId, node: int, path: tuple[str, ...]) -> bool:
        """Is a part of what a handler returns at a node in its answer? A model of that may leave it out."""
        return self._responses.shows(function, node, path)

    def shown_failing(self, function: FunctionId, made: Spot, path: tuple[str, ...]) -> SinkKind | None:
        """The kind of sink that a part of what the function throws is, which was made at a node."""
        return self._responses.shown_failing(function, made, path)

    def _is_foreign_component(self, file: str, unit: int, site: CallSite, callees: tuple[Value, ...]) -> bool:
        """Is the call an element of a page that a component from outside shows (`<Text>{value}</Text>`)? One of which
        vocabulary says what it does shows nothing by itself.
        """
        shown = is_jsx(self._origins.code.graph(file, unit), site)
        library = self._origins.vocabulary.library
        return shown and not any(isinstance(one, (Func, ClassValue)) or section_rows(library, one) for one in callees)

    def _is_in_text(self, file: str, unit: int, site: CallSite, path: tuple[str, ...]) -> bool:
        """Is a part of what an element holds written into a text there (`{JSON.stringify({ title })}`)?"""
        graph = self._origins.code.graph(file, unit)
        edges = graph.back[site.arguments[0]] if path[:1] == ("children",) else ()
        texts = (Spot(file, unit, node) for node, op, key in edges if op is Op.STORE and key == "children")
        return any(_TEXT in self._origins.of(one) for one in texts)

    def _of_call(
        self, file: str, unit: int, call: int, callees: tuple[Value, ...]
    ) -> tuple[tuple[Shown, tuple[Words, ...]], ...]:
        key = (file, unit, call)
        if key not in self._rows:
            self._rows[key] = tuple(self._find(file, unit, call, callees))
        return self._rows[key]

    def _find(
        self, file: str, unit: int, call: int, callees: tuple[Value, ...]
    ) -> list[tuple[Shown, tuple[Words, ...]]]:
        index = self._origins.vocabulary
        site = self._origins.code.graph(file, unit).calls[call]
        callees = self._best(callees)
        made = [one for callee in callees for one in self._constructors(callee)] if site.new else callees
        rows = [row for callee in made for row in section_rows(index.sinks, callee)]
        if not rows and site.receiver >= 0:
            rows = self._of_response(Spot(file, unit, site.receiver), site)
        elif not rows and not callees and not site.new:
            rows = self._of_taken(Spot(file, unit, site.callee))
        found: list[tuple[Shown, tuple[Words, ...]]] = []
        for row in rows:
            words = tuple(place for text in row.value for place in places_of(text))
            told = self._addresses.of_opened(Spot(file, unit, site.receiver)) if row.kind == "request" else ()
            found.extend((Shown(one.kind, one.channel), words) for one in told or (row,))
        for callee in callees:
            for request in section_rows(index.requests, callee):
                if request.kind == "command":
                    continue  # what a program of the shell does with it nobody knows
                texts = (request.url, *request.sent) if request.kind == "send" else ()
                words = tuple(place for text in texts if text for place in places_of(text))
                told = self._told(file, unit, site, request)
                found.extend([(Shown("request"), words)] if not told else [])
                found.extend((Shown(one.kind, one.channel), words) for one in told)
        return found

    def _constructors(self, callee: Value, depth: int = 0) -> tuple[Value, ...]:
        """What `new` runs: of a class without a constructor of its own, what it extends."""
        if not isinstance(callee, ClassValue) or depth >= _HIGHEST:
            return (callee,)
        classes = self._origins.classes
        above = classes.bases(callee.file, callee.at) if classes.constructor(callee) is None else ()
        return tuple(each for one in above for each in self._constructors(one, depth + 1))

    def _best(self, callees: tuple[Value, ...]) -> tuple[Value, ...]:
        """Of a type that has the name of another one, what its module says: a `ws#WebSocket` is none of a browser."""
        sinks = self._origins.vocabulary.sinks
        known = (one for one in callees if isinstance(one, Method) and "#" in one.type and section_rows(sinks, one))
        return tuple(known) or callees

    def _told(self, file: str, unit: int, site: CallSite, row: RequestRow) -> tuple[SinkRow, ...]:
        """A request to such an address is a message."""
        if row.kind != "send":
            return ()
        return self._addresses.of(Spot(file, unit, site.result), site, row)

    def _of_response(self, receiver: Spot, site: CallSite) -> list[SinkRow]:
        """A method of a response object that no annotation names: what a route handler is given."""
        sinks = self._origins.vocabulary.sinks
        if not sinks.methods(site.method):
            return []  # whatever it is
        return [row for kind in self._responses.types_of(receiver) for row in sinks.on(kind, site.method)]

    def _of_taken(self, callee: Spot) -> list[SinkRow]:
        """A method that was taken from a response object: `const send = res.json.bind(res)`."""
        sinks = self._origins.vocabulary.sinks
        if not any(sinks.methods(name) for name in self._responses.taken(callee)):
            return []
        kinds = (kind.rpartition(".") for kind in self._responses.types_of(callee))
        return [row for kind, _, name in kinds if name for row in sinks.on(kind, name)]
