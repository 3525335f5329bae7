"""Which vocabulary rows speak of a call, looked up once, and what they say of its arguments and its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.values import Func
from audit.flow.code import Spot
from audit.flow.contexts import Path
from audit.flow.frames import matches
from audit.flow.graph import Op
from audit.flow.graph.called import ELEMENT_CALL
from audit.flow.graph.scopes import names_of
from audit.flow.outside.matching import by_position, fits, inside_of, objects_in, speaks_of, steps_of
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.outside.standing import is_meant
from audit.flow.outside.texts import in_parts, spelled_out
from audit.rulebook import flow_of, places_of

if TYPE_CHECKING:
    from audit.extract.facts.code import Function
    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import CallSite, Graph
    from audit.rulebook import Flow, LibraryRow, RequestRow
    from audit.rulebook import Place as Words


class RowsOfCalls:
    """Calls are named by file, unit and number."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._flows: dict[tuple[str, int, int], tuple[Flow, ...] | None] = {}
        self._named: set[tuple[str, int, int]] = set()  # calls whose rows were found by the name of the method alone
        self._resting: set[tuple[str, int, int, int]] = set()
        self.events: dict[tuple[str, int, int], str] = {}
        """Where calls of emitters say the name of the event."""
        self._sending: dict[tuple[str, int, int], tuple[RequestRow, ...]] = {}

    def _requests(self, file: str, unit: int, call: int) -> tuple[RequestRow, ...]:
        key = (file, unit, call)
        if key not in self._sending:
            callees = self._origins.callees(file, unit, self._site(file, unit, call))
            rows = (row for callee in callees for row in section_rows(self._origins.vocabulary.requests, callee))
            self._sending[key] = tuple(dict.fromkeys(rows))
        return self._sending[key]

    def calls_part(self, file: str, unit: int, call: int, slot: int, path: Path) -> bool:
        """Does a call call the function that stands in a part of an argument?"""
        parts = (
            one.path
            for flow in self.flows(file, unit, call) or ()
            for one in (*flow.calls, *(inner for place in (*flow.sources, *flow.targets) for inner in place.callee))
            if one.root == "arg" and one.number == slot
        )
        return any(len(part) == len(path) and all(map(matches, path, part)) for part in parts)

    def promises(self, file: str, unit: int, call: int, argument: int) -> bool:
        """Does a call give a promise of what the function at an argument returns?"""
        return any(
            source.root == "return" and any(one.number == argument for one in source.callee)
            for flow in self.flows(file, unit, call) or ()
            for source in flow.sources
            if any(target.root == "result" and target.path[:1] == ("await",) for target in flow.targets)
        )

    def keeps_result(self, file: str, unit: int, call: int) -> bool:
        """Does outside code keep what is written into what a call gives, as a session does with its rows?"""
        return any(
            one.root == "result" and any(target.root == "kept" for target in flow.targets)
            for flow in self.flows(file, unit, call) or ()
            for one in flow.sources
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

    def gives_rest(self, file: str, unit: int, call: int, slot: int) -> bool:
        """Does a call give the function at an argument all that stands behind it, as it is written there?"""
        self.flows(file, unit, call)
        return (file, unit, call, slot) in self._resting

    def is_named(self, call: tuple[str, int, int]) -> bool:
        """Were the rows of a call found by the name of the method alone?"""
        return call in self._named

    def is_unknown(self, file: str, unit: int, call: int, slot: int) -> bool:
        """Does no row say what becomes of an argument? One that only has the method's name may be of another method."""
        flows = self.flows(file, unit, call)
        if flows is None:
            return True
        return (file, unit, call) in self._named and not speaks_of(flows, self._site(file, unit, call), slot)

    def called_with(
        self, file: str, unit: int, call: int, argument: int, slot: int, path: Path
    ) -> list[tuple[int, Path, int]]:
        """Where an object stands that outside code gives to a function, and how many steps deeper: `rows.forEach(f)`
        gives `f` the elements.
        """
        site = self._site(file, unit, call)
        found: list[tuple[int, Path, int]] = []
        for flow, target in self._giving(file, unit, call, argument, slot):
            rest = inside_of(path, target.path) if not flow.copied else None
            for source in flow.sources if rest is not None else ():
                deeper = len(steps_of(source)) - len(steps_of(target))
                found.extend((*one, deeper) for one in objects_in(site, source, rest or ()))
        return found

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
        spot = Spot(file, unit, site.result)
        rows = [row for row in rows if is_meant(self._origins, row, spot, site)]
        asked = [row for callee in callees for row in section_rows(index.requests, callee)]
        requests = [row for row in asked if row.kind != "command"]
        if not rows and not requests and not self._known(callees):
            rows = [row for row in self._by_method(site, callees) if is_meant(self._origins, row, spot, site)]
            if rows and _is_awaited(self._origins.code.graph(file, unit), site):
                rows = [row for row in rows if not _only_decides(row)]
            if rows:
                self._named.add((file, unit, call))
        for row in rows:
            if row.event is not None:
                self.events[file, unit, call] = row.event
        described = [row for row in requests if row.kind == "describe"]
        if not rows and not requests and not self._known(callees):
            return None
        written = [flow for row in rows for flow in self._let_through(row, spot, site)]
        written.extend(flow_of(text) for row in described for text in row.flows)
        spelled = (by_position(one, site) for flow in written for one in self._spelled(flow, spot, site))

        def values(number: int) -> tuple[Value, ...]:
            return self._origins.of(replace(spot, node=site.arguments[number]))

        given = len(site.arguments)
        return tuple(one for flow in spelled for one in spelled_out(flow, given, values, self._origins))

    def _let_through(self, row: LibraryRow, spot: Spot, site: CallSite) -> list[Flow]:
        """The flows of a row, part by part where a schema says which parts come through."""
        flows = [flow_of(text) for text in row.flows]
        places = places_of(row.lets) if row.lets else ()
        at = [node for place in places for node, path in placed(site, place) if not path]
        parts = self._origins.projected(replace(spot, node=at[0])) if len(at) == 1 else None
        return flows if parts is None else [one for flow in flows for one in in_parts(flow, parts)]

    def _spelled(self, flow: Flow, spot: Spot, site: CallSite) -> tuple[Flow, ...]:
        """A flow that gives each argument to the parameter of its place or name, as one flow for each of them."""
        target = flow.targets[0] if flow.targets and flow.targets[0].each else None
        if target is None:
            return (flow,)
        source, found = flow.sources[0], []
        if not source.path:
            graph = self._origins.code.graph(spot.file, spot.unit)
            self._resting.add((spot.file, spot.unit, graph.results[site.result], (source.number or 0) - 1))
        first, last = source.number or 0, len(site.arguments) - len(site.names)
        for position in range(first, last):
            given = replace(source, root="arg", number=position)
            filled = replace(target, number=position - first, each=False)
            found.append(replace(flow, sources=(given,), targets=(filled,)))
        for name in site.names:
            given = replace(source, root="arg", number=None, name=name)
            filled_so = (replace(target, number=one, each=False) for one in self._named_so(target, spot, site, name))
            found.extend(replace(flow, sources=(given,), targets=(one,)) for one in filled_so)
        return tuple(found)

    def _named_so(self, target: Words, spot: Spot, site: CallSite, name: str) -> list[int]:
        """The positions of a parameter of this name of the functions that a call is given."""
        found: list[int] = []
        for node in [node for place in target.callee for node, _ in placed(site, place)]:
            for value in self._origins.of(replace(spot, node=node)):
                source = self._source(value)
                names = [one.name for given in (source.params if source else ()) for one in names_of(given.target)]
                found.extend(number for number, one in enumerate(names) if one == name)
        return found

    def _source(self, value: Value) -> Function | None:
        if not isinstance(value, Func):
            return None
        return self._origins.code.graph(value.id.file, value.id.unit).functions[value.id.number].source

    def brings_routes(self, file: str, unit: int, call: int) -> bool:
        """Does the call bring what it is given to a route? Then its result holds nothing of what that answers."""
        callees = self._origins.callees(file, unit, self._site(file, unit, call))
        return any(section_rows(self._origins.vocabulary.routes, callee) for callee in callees)

    def _known(self, callees: tuple[Value, ...]) -> bool:
        """Does another section say what the calls are? Then nothing that is not written there comes out of them."""
        index = self._origins.vocabulary
        sections = (index.databases, index.envs, index.queries, index.sinks)
        return any(section_rows(section, callee) for callee in callees for section in sections)

    def _by_method(self, site: CallSite, callees: tuple[Value, ...]) -> list[LibraryRow]:
        """A method of a receiver of unknown type: any row of that name, of the language's own types."""
        if not site.method or any(isinstance(callee, Func) for callee in callees):
            return []
        rows = self._origins.vocabulary.library.methods(site.method)
        return [row for row in rows if fits(row, site) and any("#" not in kind for kind in row.on)]

    def _site(self, file: str, unit: int, call: int) -> CallSite:
        return self._origins.code.graph(file, unit).calls[call]


def is_element(site: CallSite) -> bool:
    """Is the call an element of a page (`<p>{value}</p>`)?"""
    callee = getattr(site.expression, "callee", None)
    return getattr(callee, "name", "") == ELEMENT_CALL


def _is_awaited(graph: Graph, site: CallSite) -> bool:
    """Is what a call gives waited for?"""
    return any(
        isinstance(graph.source[edge.to], lowered.Await) if edge.op is Op.COPY else edge.key == "then"
        for edge in graph.out[site.result]
        if edge.op in (Op.COPY, Op.LOAD)
    )


def _only_decides(row: LibraryRow) -> bool:
    """Does a method give a truth value or a number? Nobody waits for these: it is another one of that name."""
    flows = [flow_of(text) for text in row.flows]
    return any(one.implicit for one in flows) and not any(
        target.root == "result" for one in flows if not one.implicit for target in one.targets
    )
