"""What calls of code outside the tree do with values, as vocabulary rows say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.backward.pairs import paired
from audit.flow.backward.values import Func, Text, Value
from audit.flow.code import Spot
from audit.flow.contexts import DEEPEST, ELEMENT, OF_MAPS, REJECTED, Path, within
from audit.flow.graph.expressions import ELEMENT_CALL
from audit.flow.outside.matching import (
    after,
    called_by,
    element_of,
    fits,
    inside_of,
    matched,
    object_in,
    put,
    rejecting,
    sends,
    speaks_of,
)
from audit.flow.outside.rows import section_rows
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.backward.origins import Origins
    from audit.flow.graph import CallSite
    from audit.rulebook import Flow
    from audit.rulebook import Place as Words


_EVENTS = frozenset(("on", "once", "off", "emit", "addListener", "prependListener"))


class Effects(Struct, frozen=True, order=True):
    """Nodes that get the fact, nodes whose object it is written into, (argument, parameter, path) of functions that are
    called with it, and the arguments that are called at all; `kept` where the value is lost in the call, `cut` where a
    path lost its last names.
    """

    results: tuple[tuple[int, Path], ...] = ()
    writes: tuple[tuple[int, Path], ...] = ()
    calls: tuple[tuple[int, int, Path], ...] = ()
    called: frozenset[int] = frozenset()
    decided: tuple[tuple[int, Path], ...] = ()
    answers: tuple[tuple[int, Path], ...] = ()
    guess: bool = False
    kept: bool = False
    cut: bool = False


class Library:
    """Rows by call, looked up once."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._flows: dict[tuple[str, int, int], tuple[Flow, ...] | None] = {}
        self._named: set[tuple[str, int, int]] = set()  # calls whose rows were found by the name of the method alone
        self._sending: dict[tuple[str, int, int], tuple[object, ...]] = {}

    def effects(self, file: str, unit: int, call: int, slot: int, path: Path, *, modelled: bool) -> Effects:
        """What a call does with a fact at an argument (the receiver is -1). `modelled`: the callee's code is known."""
        flows = self.flows(file, unit, call)
        site = self._site(file, unit, call)
        answers = self._answers(file, unit, call, site, slot, path)
        if flows is None:
            return Effects(answers=answers) if modelled or answers else _unmodelled(site)
        event, kept, cut = self._event(file, unit, site), False, False
        pairs = paired(path) if slot >= 0 else path
        results = self._fragments(file, unit, site, slot, path)
        writes: list[tuple[int, Path]] = []
        calls: list[tuple[int, int, Path]] = []
        decided: list[tuple[int, Path]] = []
        for flow in flows if path[:1] != REJECTED else rejecting(flows, site):
            for source in flow.sources:
                rest = matched(source, site, slot, pairs if source.path[:1] == (ELEMENT,) else path)
                if rest is None or (event and source.root == "this" and path[:1] not in ((), (ELEMENT,), (event,))):
                    continue
                kept = kept or any(target.root == "kept" for target in flow.targets)
                if flow.implicit:
                    put(flow, (), site, decided, [], [])
                else:
                    cut |= put(flow, rest, site, results, writes, calls, event or element_of(source, path))
        if slot >= 0 and not modelled and self.is_unknown(file, unit, call, slot):
            return _unmodelled(site)
        called = called_by(flows)
        return Effects(tuple(results), tuple(writes), tuple(calls), called, tuple(decided), answers, kept=kept, cut=cut)

    def made_by(self, bases: Iterable[Value], site: CallSite, slot: int, path: Path) -> list[tuple[int, Path]] | None:
        """Where a fact is in an object whose class extends classes of outside code; None where no row says it."""
        index = self._origins.vocabulary.library
        rows = [row for base in bases for row in section_rows(index, base) if fits(row, site)]
        found: list[tuple[int, Path]] = []
        for flow in (flow_of(text) for row in rows for text in row.flows):  # type: ignore[attr-defined]
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
            if fits(row, site) and row.step in ("fragment", "operator", "raw")  # type: ignore[attr-defined]
        ]
        if not rows:
            return []
        if path[:1] and path[0] not in OF_MAPS and path[0][0] == "[" and any("[*]" in (row.rows or "") for row in rows):  # type: ignore[attr-defined]
            path = path[1:]  # a list of rows is written as one row is
        return [(site.result, ((f"${slot}", *path) if site.tag else path)[:DEEPEST])]

    def _event(self, file: str, unit: int, site: CallSite) -> str:
        """The part of an emitter for one event, where the event is a constant."""
        if site.method not in _EVENTS or len(site.arguments) < 2 - (site.method == "emit"):
            return ""
        names = self._origins.of(Spot(file, unit, site.arguments[0]))
        return f"[@{names[0].text}]" if len(names) == 1 and isinstance(names[0], Text) else ""

    def _answers(
        self, file: str, unit: int, call: int, site: CallSite, slot: int, path: Path
    ) -> tuple[tuple[int, Path], ...]:
        """Where the response of a request is, when the fact is part of what is sent."""
        found: list[tuple[int, Path]] = []
        for row in self._requests(file, unit, call):
            words = [text for text in (row.url, *row.sent) if text]  # type: ignore[attr-defined]
            if row.kind != "send" or not any(sends(place, slot, path) for text in words for place in places_of(text)):  # type: ignore[attr-defined]
                continue
            for text in row.flows:  # type: ignore[attr-defined]
                flow = flow_of(text)
                if any(source.root == "response" for source in flow.sources):
                    put(flow, (), site, found, [], [])
        return tuple(dict.fromkeys(found))

    def _requests(self, file: str, unit: int, call: int) -> tuple[object, ...]:
        key = (file, unit, call)
        if key not in self._sending:
            callees = self._origins.callees(file, unit, self._site(file, unit, call))
            rows = (row for callee in callees for row in section_rows(self._origins.vocabulary.requests, callee))
            self._sending[key] = tuple(dict.fromkeys(rows))
        return self._sending[key]

    def returned(self, file: str, unit: int, call: int, argument: int, path: Path) -> Effects:
        """What a call does with what a function it was given returns."""
        flows = self.flows(file, unit, call)
        site = self._site(file, unit, call)
        if flows is None or self.is_unknown(file, unit, call, argument):
            return Effects(tuple((site.result, one) for one in dict.fromkeys((path, within(path)))))
        results: list[tuple[int, Path]] = []
        decided: list[tuple[int, Path]] = []
        cut = False
        for flow in flows:
            for source in flow.sources:
                if source.root != "return" or not any(
                    one.number == argument or one.root == "args" for one in source.callee
                ):
                    continue
                rest = after(path, source.path)
                if rest is not None and flow.implicit:
                    put(flow, (), site, decided, [], [])
                elif rest is not None:
                    cut |= put(flow, rest, site, results, [], [])
        return Effects(tuple(results), decided=tuple(decided), cut=cut)

    def calls_part(self, file: str, unit: int, call: int, slot: int, path: Path) -> bool:
        """Does a call call the function that stands in a part of an argument?"""
        return any(
            one.root == "arg" and one.number == slot and one.path == path
            for flow in self.flows(file, unit, call) or ()
            for one in (*flow.calls, *(inner for place in flow.sources for inner in place.callee))
        )

    def promises(self, file: str, unit: int, call: int, argument: int) -> bool:
        """Does a call give a promise of what the function at an argument returns?"""
        return any(
            source.root == "return" and any(one.number == argument for one in source.callee)
            for flow in self.flows(file, unit, call) or ()
            for source in flow.sources
            if any(target.root == "result" and target.path[:1] == ("await",) for target in flow.targets)
        )

    def goes_on(self, file: str, unit: int, call: int, argument: int) -> bool:
        """May an argument be something else than a function, a text to put in the place of another one?"""
        flows = self.flows(file, unit, call) or ()
        return any(
            one.root == "arg" and one.number == argument and not one.path for flow in flows for one in flow.sources
        )

    def gives(self, file: str, unit: int, call: int, argument: int, slot: int) -> bool:
        """Is it known what a call gives to a parameter of a function that it is given?"""
        return bool(self._giving(file, unit, call, argument, slot))

    def _giving(self, file: str, unit: int, call: int, argument: int, slot: int) -> list[tuple[Flow, Words]]:
        """The flows that give something to a parameter of the function at an argument, each with that target."""
        return [
            (flow, target)
            for flow in self.flows(file, unit, call) or ()
            for target in flow.targets
            if target.root == "call"
            and target.number == slot
            and any(one.root == "arg" and one.number == argument for one in target.callee)
        ]

    def is_named(self, call: tuple[str, int, int]) -> bool:
        """Were the rows of a call found by the name of the method alone?"""
        return call in self._named

    def is_unknown(self, file: str, unit: int, call: int, slot: int) -> bool:
        """Does no row say what becomes of an argument? One that only has the method's name may be of another method."""
        flows = self.flows(file, unit, call)
        if flows is None:
            return True
        return (file, unit, call) in self._named and not speaks_of(flows, self._site(file, unit, call), slot)

    def taken_from(self, file: str, unit: int, call: int, path: Path) -> list[tuple[int, Path]]:
        """Where an object inside a call's result stands besides: `rows.filter(…)` holds the elements of `rows`."""
        site = self._site(file, unit, call)
        found: list[tuple[int, Path]] = []
        for flow in self.flows(file, unit, call) or ():
            for target in flow.targets if not flow.implicit else ():
                rest = inside_of(path, target.path) if target.root == "result" else None
                if rest is not None:
                    found.extend(object_in(site, source, rest) for source in flow.sources)
        return [(node, path) for node, path in found if node >= 0]

    def called_with(
        self, file: str, unit: int, call: int, argument: int, slot: int, path: Path
    ) -> list[tuple[int, Path]]:
        """Where an object stands that outside code gives to a function: `rows.forEach(f)` gives `f` the elements."""
        site = self._site(file, unit, call)
        found: list[tuple[int, Path]] = []
        for flow, target in self._giving(file, unit, call, argument, slot):
            rest = inside_of(path, target.path)
            found.extend(object_in(site, source, rest) for source in flow.sources if rest is not None)
        return [(node, path) for node, path in found if node >= 0]

    def returns_receiver(self, file: str, unit: int, call: int) -> bool:
        """Is the result the receiver itself (`map.set(…)`)?"""
        flows = self.flows(file, unit, call) or ()
        return any(
            source.root == "this" and not source.path and target.root == "result" and not target.path
            for flow in flows
            for source in flow.sources
            for target in flow.targets
        )

    def flows(self, file: str, unit: int, call: int) -> tuple[Flow, ...] | None:
        """The flows of every row that fits a call; None when no row does."""
        key = (file, unit, call)
        if key not in self._flows:
            self._flows[key] = self._find(file, unit, call, self._site(file, unit, call))
        return self._flows[key]

    def _find(self, file: str, unit: int, call: int, site: CallSite) -> tuple[Flow, ...] | None:
        if is_element(site):
            return ()
        index = self._origins.vocabulary
        callees = self._origins.callees(file, unit, site)
        rows = [row for callee in callees for row in section_rows(index.library, callee) if fits(row, site)]
        if not rows and not self._known(callees):
            rows = self._by_method(site, callees)
            if rows:
                self._named.add((file, unit, call))
        requests = [row for callee in callees for row in section_rows(index.requests, callee)]
        described = [row for row in requests if row.kind == "describe"]  # type: ignore[attr-defined]
        if not rows and not requests and not self._known(callees):
            return None
        return tuple(flow_of(text) for row in (*rows, *described) for text in row.flows)  # type: ignore[attr-defined]

    def _known(self, callees: tuple[object, ...]) -> bool:
        """Does another section say what the calls are? Then nothing that is not written there comes out of them."""
        index = self._origins.vocabulary
        sections = (index.databases, index.envs, index.queries, index.sinks)
        return any(section_rows(section, callee) for callee in callees for section in sections)  # type: ignore[arg-type]

    def _by_method(self, site: CallSite, callees: tuple[object, ...]) -> list[object]:
        """A method of a receiver of unknown type: any row of that name, of the language's own types."""
        if not site.method or any(isinstance(callee, Func) for callee in callees):
            return []
        rows = self._origins.vocabulary.library.methods(site.method)
        return [row for row in rows if fits(row, site) and any("#" not in kind for kind in row.on)]

    def _site(self, file: str, unit: int, call: int) -> CallSite:
        return self._origins.code.graph(file, unit).calls[call]


def _unmodelled(site: CallSite) -> Effects:
    """Nothing is known of a call: its result is what it was given, and it may call all functions that it was given."""
    return Effects(((site.result, ()),), (), (), frozenset(range(len(site.arguments))), guess=True)


def is_element(site: CallSite) -> bool:
    """Is the call an element of a page (`<p>{value}</p>`)?"""
    callee = getattr(site.expression, "callee", None)
    return getattr(callee, "name", "") == ELEMENT_CALL
