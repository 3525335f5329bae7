"""What calls of code outside the tree do with values, as vocabulary rows say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.backward.pairs import paired
from audit.flow.backward.values import Value
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, ELEMENT, REJECTED, STANDING, Path, is_of_map, is_position, within
from audit.flow.folds import begins_with
from audit.flow.frames import behind
from audit.flow.graph import COUNT
from audit.flow.moving import COPYING
from audit.flow.outside.keyed import RowsUnderKeys
from audit.flow.outside.matching import (
    Run,
    after,
    called_by,
    element_of,
    fits,
    inside_of,
    matched,
    of_any,
    put,
    rejecting,
    sends,
)
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.code import FunctionId
    from audit.flow.frames import Call
    from audit.flow.graph import CallSite
    from audit.rulebook import Place as Words
    from audit.rulebook import RequestRow


class Effects(Struct, frozen=True, order=True):
    """Nodes that get the fact, nodes whose object it is written into, (argument, parameter, path) of functions that are
    called with it, and the arguments that are called at all; `told`: parts of what those hear who listen to a name;
    `kept` where the value is lost in the call, `cut` where a path lost its last names. `counted`: how many the fact
    holds decides these nodes; that is no branch of the code.
    """

    results: tuple[tuple[int, Path], ...] = ()
    writes: tuple[tuple[int, Path], ...] = ()
    calls: tuple[Run, ...] = ()
    called: frozenset[int] = frozenset()
    decided: tuple[tuple[int, Path], ...] = ()
    answers: tuple[tuple[int, Path], ...] = ()
    answering: tuple[Run, ...] = ()
    told: tuple[Path, ...] = ()
    counted: tuple[tuple[int, Path], ...] = ()
    guess: bool = False
    kept: bool = False
    cut: bool = False


_ANY = ((ELEMENT,), (STANDING,))
_YIELDED = ("yield",)


class Library(RowsUnderKeys):
    """What becomes of a fact in a call, and of what a function given to it returns."""

    def effects(  # noqa: PLR0913 - where a fact stands, and what is known of it
        self, file: str, unit: int, call: int, slot: int, path: Path, *, modelled: bool, whole: bool = True
    ) -> Effects:
        """What a call does with a fact at an argument (the receiver is -1). `modelled`: the callee's code is known.
        `whole`: the parts of what the fact is are that, too; those of a function are not.
        """
        flows = self.flows_under(file, unit, call)
        site = self._site(file, unit, call)
        answers, answering = self._answers(file, unit, call, site, slot, path)
        if flows is None:
            if modelled or answers or answering:
                return Effects(answers=answers, answering=answering)
            made = _unmodelled(site)
            return replace(made, results=()) if self.brings_routes(file, unit, call) else made
        if slot < 0 and not modelled and site.method in COPYING and path and is_position(path[0][1:-1]):
            return _copied_to(site, path)
        event, kept, cut = self.event(file, unit, call), False, False
        pairs = paired(path) if slot >= 0 else path
        results = self._fragments(file, unit, site, slot, path)
        writes: list[tuple[int, Path]] = []
        calls: list[Run] = []
        decided: list[tuple[int, Path]] = []
        counted: list[tuple[int, Path]] = []
        told: list[Path] = []
        for flow in flows if path[:1] != REJECTED else rejecting(flows, site):
            for source in flow.sources:
                if not (whole or path) and any(step != "await" for step in source.path):
                    continue
                rest = matched(source, site, slot, pairs if source.path[:1] == (ELEMENT,) else path)
                if rest is None or (event and _of_events(source) and path[:1] not in ((), *_ANY, (event,))):
                    continue
                kept = kept or any(target.root == "kept" for target in flow.targets)
                if flow.implicit:
                    into = counted if source.path == (COUNT,) else decided
                    put(flow, (), site, into, [], [], element_of(source, path))
                else:
                    told.extend((*target.path, *rest) for target in flow.targets if target.root == "told")
                    held = self.with_entry(flow, Spot(file, unit, site.result), site, path) if slot == 0 else flow
                    cut |= put(held, rest, site, results, writes, calls, event or _taken(source, path)) or flow.guess
        if slot >= 0 and not modelled and self.is_unknown(file, unit, call, slot):
            return _unmodelled(site)
        called = called_by(flows, site)
        cut = cut or begins_with(self._origins.code.graph(file, unit), site, slot)
        return Effects(
            tuple(results), tuple(writes), tuple(calls), called, tuple(decided), answers, answering, tuple(told),
            tuple(counted), kept=kept, cut=cut,
        )  # fmt: skip

    def handed(
        self, call: Call, position: int, path: Path, argument: int | None = None, inner: Path | None = None
    ) -> Iterator[tuple[Words, Path]]:
        """What a call gives a parameter of a function that it is handed: places of a row, each with what of it is the
        asked part of the parameter. The function stands at `argument`, there at `inner`; anywhere where these are None.
        """
        for flow in self.flows(*call) or ():
            for target in flow.targets if not flow.implicit and flow.sources else ():
                mine = any(
                    one.root == "arg" and argument in (None, one.number) and inner in (None, one.path)
                    for one in target.callee
                )
                fitting = target.root == "call" and mine and target.number == position
                rest = behind(path, target.path) if fitting else None
                for source in flow.sources if rest is not None else ():
                    yield source, rest or ()

    def made_by(self, bases: Iterable[Value], site: CallSite, slot: int, path: Path) -> list[tuple[int, Path]] | None:
        """Where a fact is in an object whose class extends classes of outside code; None where no row says it."""
        index = self._origins.vocabulary.library
        rows = [row for base in bases for row in section_rows(index, base) if fits(row, site)]
        found: list[tuple[int, Path]] = []
        for flow in (flow_of(text) for row in rows for text in row.flows):
            for source in flow.sources if not flow.implicit else ():
                rest = matched(source, site, slot, paired(path) if source.path[:1] == (ELEMENT,) else path)
                if rest is not None:
                    put(flow, rest, site, found, [], [])
        return found if rows else None

    def _fragments(self, file: str, unit: int, site: CallSite, slot: int, path: Path) -> list[tuple[int, Path]]:
        """SQL that is put together keeps what it is made of: the values of a tag are its parts `$0`, `$1`, …"""
        callees = self._origins.callees(file, unit, site) if slot >= 0 else ()
        rows = [
            row
            for callee in callees
            for row in section_rows(self._origins.vocabulary.queries, callee)
            if fits(row, site) and row.step in ("fragment", "operator", "raw")
        ]
        if not rows:
            return []
        if path[:1] and not is_of_map(path[0]) and path[0][0] == "[" and any("[*]" in (row.rows or "") for row in rows):
            path = path[1:]  # a list of rows is written as one row is
        return [(site.result, ((f"${slot}", *path) if site.tag else path)[:DEEPEST])]

    def _answers(
        self, file: str, unit: int, call: int, site: CallSite, slot: int, path: Path
    ) -> tuple[tuple[tuple[int, Path], ...], tuple[Run, ...]]:
        """Where the response of a request is, when the fact is part of what is sent, and which functions get it."""
        sending = (
            row
            for row in self._requests(file, unit, call)
            if any(sends(place, site, slot, path) for text in (row.url, *row.sent) if text for place in places_of(text))
        )
        came = _came_back(sending, site)
        return tuple(dict.fromkeys(came.results)), came.calls

    def answers_later(self, file: str, unit: int, call: int, path: Path) -> Effects:
        """Where the response of a request is, when something is put into what the call of it gave (`request.write`)."""
        sending = (
            row
            for row in self._requests(file, unit, call)
            if any(
                place.root == "result" and inside_of(path, place.path) is not None
                for text in row.sent
                for place in places_of(text)
            )
        )
        return _came_back(sending, self._site(file, unit, call))

    def response(self, file: str, unit: int, call: int) -> Effects:
        """What a request makes of what comes back beside its result: an error that carries it, functions that get it,
        objects that it is written into.
        """
        came = _came_back(self._requests(file, unit, call), self._site(file, unit, call))
        return Effects(tuple(one for one in came.results if one[1][:1] == REJECTED), came.writes, came.calls)

    def returned(
        self, file: str, unit: int, call: int, argument: int, path: Path, function: FunctionId | None = None
    ) -> Effects:
        """What a call does with what a function it was given returns; `function` is that, if there may be several."""
        flows = self.flows_under(file, unit, call)
        site = self._site(file, unit, call)
        if flows is None or self.is_unknown(file, unit, call, argument):
            if flows is None and self.brings_routes(file, unit, call):
                return Effects()
            return Effects(tuple((site.result, one) for one in dict.fromkeys((path, within(path)))))
        results: list[tuple[int, Path]] = []
        writes: list[tuple[int, Path]] = []
        calls: list[Run] = []
        decided: list[tuple[int, Path]] = []
        told: list[Path] = []
        cut = False
        parts = self.parts_of(file, unit, call, argument, function) if function is not None else ()
        for flow in flows:
            for source in flow.sources:
                if source.root != "return" or not any(
                    (one.number == argument and (not parts or one.path in parts)) or one.root == "args"
                    for one in source.callee
                ):
                    continue
                said = self._given_out(source.path, function)
                rest = after(path, said) if said is not None else None
                if rest is not None and flow.implicit:
                    put(flow, (), site, decided, [], [], element_of(source, path))
                elif rest is not None:
                    cut |= put(flow, rest, site, results, writes, calls, of_any(source, path)) or flow.guess
                    told.extend((*target.path, *rest) for target in flow.targets if target.root == "told")
        return Effects(tuple(results), tuple(writes), tuple(calls), decided=tuple(decided), told=tuple(told), cut=cut)

    def _given_out(self, said: Path, function: FunctionId | None) -> Path | None:
        """The part of what a function returns that a row speaks of; None of what only a generator has (`.yield`)."""
        if said[:1] != _YIELDED:
            return said
        graph = self._origins.code.graph(function.file, function.unit) if function is not None else None
        return (ELEMENT, *said[1:]) if graph is not None and function and function.number in graph.yields else None

    def written(self, file: str, unit: int, call: int, argument: int, slot: int, path: Path) -> Effects:
        """Where what a function that a call was given writes into a parameter is besides (immer's `produce`)."""
        results: list[tuple[int, Path]] = []
        for flow in self.flows(file, unit, call) or ():
            for source in flow.sources:
                mine = source.root == "written" and source.number == slot
                if mine and any(one.number == argument for one in source.callee):
                    put(flow, path, self._site(file, unit, call), results, [], [])
        return Effects(tuple(results))


def _copied_to(site: CallSite, path: Path) -> Effects:
    """What a list holds at a known place is at another one in what is made of it, or not in that."""
    it = site.expression
    there = COPYING[site.method](path, it) if isinstance(it, code.Call) else None
    return Effects(results=((site.result, there),) if there is not None else ())


def _of_events(source: Words) -> bool:
    """Does a place of an emitter hold what is emitted, each event apart?"""
    given = source.root == "arg" and source.path[:1] == (ELEMENT,)  # `once(emitter, "loaded")`
    return given or (source.root == "this" and source.path[:1] in ((), (ELEMENT,)))


def _taken(source: Words, path: Path) -> str:
    """What the first step of a source to any element or member stands for in a path."""
    return element_of(source, path) or of_any(source, path)


def _came_back(rows: Iterable[RequestRow], site: CallSite) -> Effects:
    """What the rows of requests that are sent say of the response."""
    results: list[tuple[int, Path]] = []
    writes: list[tuple[int, Path]] = []
    calls: list[Run] = []
    texts = (text for row in rows if row.kind == "send" for text in row.flows)
    for flow in map(flow_of, texts):
        if any(source.root == "response" for source in flow.sources):
            put(flow, (), site, results, writes, calls)
    return Effects(tuple(results), tuple(writes), tuple(calls))


def _unmodelled(site: CallSite) -> Effects:
    """Nothing is known of a call: its result is what it was given, and it may call all functions that it was given."""
    return Effects(((site.result, ()),), (), (), frozenset(range(len(site.arguments))), guess=True)
