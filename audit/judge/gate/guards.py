"""Checks of the flag that stand before an access: on the way to it, or in what decides whether it is come to at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.given import given_to
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import End
from audit.flow.graph import Op
from audit.flow.pieces import inside
from audit.flow.structure import Test
from audit.judge.gate.about import About
from audit.judge.gate.changed import Changed
from audit.judge.gate.given import asked_first, given
from audit.judge.gate.outlived import Outlived
from audit.judge.gate.sent import Sent
from audit.judge.gate.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Call, Env
    from audit.flow.routes.earlier import Way
    from audit.flow.structure import Tests
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.deciding.local import Local
    from audit.judge.gate.fed import Fed
    from audit.judge.gate.feeding import Asked
    from audit.judge.gate.given import Keys
    from audit.judge.gate.tested import Tested
    from audit.model import Evidence


class Guards:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, local: Local, tested: Tested) -> None:
        self._decisions, self._places, self._local, self._tested = decisions, decisions.places, local, tested
        self._asking: dict[Call, tuple[tuple[Test, Test], ...]] = {}
        self._sent, self._unread, self._about = Sent(decisions), Unread(decisions, tested), About(decisions, tested)
        self._outlived, self._changed = Outlived(decisions, local), Changed(decisions, local)
        self._waits: dict[int, Test] = {}

    def on(self, chain: Chain) -> Iterator[tuple[Test, Stand]]:
        """The checks on a chain that a flagged row does not pass, innermost first."""
        past: set[int] = set()
        yield from self.among(tuple(self.injected(chain.entry)), chain.entry)
        for stand in chain.stands:
            asked = self._asked(stand)
            past |= self._outlived.of(stand.call) | self._changed.of(stand.call) if asked else frozenset()
            for one, standing in asked:
                if (
                    id(standing.expression) not in past
                    and self._decisions.barred((one,), *stand.call[:2], stand.env) is not None
                ):
                    yield one, stand

    def among(self, tests: Tests, stand: Stand) -> Iterator[tuple[Test, Stand]]:
        """Those of some tests in the function of a stand that a flagged row does not pass."""
        for one in (part for test in tests for part in self._each(test, *stand.call[:2])):
            if self.barred((one,), stand) is not None:
                yield one, stand

    def _asked(self, stand: Stand) -> tuple[tuple[Test, Test], ...]:
        """The tests before a call that the flag can have a part in, whoever calls; each with what stands there."""
        if stand.call not in self._asking:
            file, unit, _ = stand.call
            tests = ((part, one) for one in self.tests(stand) for part in self._each(one, file, unit))
            found = (each for each in tests if self._local.concerns(each[0].expression, file, unit))
            self._asking[stand.call] = tuple(found)
        return self._asking[stand.call]

    def of(
        self, checks: Iterable[tuple[Test, Stand]], fed: Fed, chain: Chain, *, before: Way | None = None
    ) -> Evidence | None:
        """The first of some checks that may be about the rows of the access, which are those of `fed`.

        `before`: they stand in other code, which may be about anything else that is not known to be the same, and this
        runs before it.
        """
        rows: Asked | None = None
        for one, stand in checks:
            rows = self._tested.keyed(fed.queries) if rows is None else rows
            if self._is_about(one, stand, rows, chain, before):
                note = f"a flagged row does not pass `{self._places.spelled(stand.call[0], one.written())}`"
                return self._places.evidence(stand.call[0], one.written().at, note)
        return None

    def _is_about(self, test: Test, stand: Stand, rows: Asked, chain: Chain, before: Way | None) -> bool:
        """May a check be about the rows of the access? Not where both are known and have nothing in common."""
        file, unit, _ = stand.call
        flags = self._about.flags(test, file, unit, stand.env)
        if self._tested.is_missing(flags, before):
            return False
        found = self._about.queries(test, file, unit, stand.env)
        if self._lacks(test, file, unit, stand.env, frozenset(found) - rows):
            return False
        keys = given(self._decisions.engine, chain.access.call, chain.access.env)
        others = self._tested.apart(flags, rows, keys)
        if others and not self._decisions.holds_apart(test, file, unit, stand.env, others):
            return False
        if found and not rows and self._tested.ask_otherwise(frozenset(found), keys):
            return False
        if not found and not rows and self._unread.is_other(flags, keys):
            return False
        own = self.injected(stand).get(test)
        if own is not None and found.isdisjoint(rows):
            parts = self._sent.parts_of(flags, chain, own)
            return bool(parts) and not self._unread.may_lead_away(flags, parts)
        if not found or not rows:
            if before is not None and not (found and self._sent.asks(chain)):
                return any(self._sent.is_beside(one, chain) for one in flags)
            return not self._sent.is_apart(test, file, unit, stand.env, frozenset(found), chain)
        read = {query for one in flags for query in self._tested.queries(one.spot, one.env)}
        if any(self._tested.asks_by(one, keys) for one in read):
            return True
        if self._tested.may_be_another(read or set(found), keys):
            return False
        same = frozenset(one for one in found if any(self._tested.is_same(one, other) for other in rows))
        return self._is_row(test, file, unit, stand.env, same, rows, keys)

    def _lacks(self, test: Test, file: str, unit: int, env: Env, asked: Asked) -> bool:
        """May queries that the access is not keyed by lack its row, and does the check then let it pass?"""
        code, missing = self._decisions.engine.code, set()
        for spot, _ in asked:
            number = code.graph(spot.file, spot.unit).results.get(spot.node)
            if number is not None and self._decisions.may_lack((spot.file, spot.unit, number)):
                missing.add(spot)
        return bool(missing) and self._decisions.lets_pass(test, file, unit, env, frozenset(missing))

    def is_about(self, test: Test, function: FunctionId, env: Env, rows: Asked, chain: Chain) -> bool:
        """May a check behind an access be about its rows? It may ask by what one of several callers gives."""
        file, unit = function.file, function.unit
        found, asked = self._about.queries(test, file, unit, env), self._tested.keyed(rows)
        if self._lacks(test, file, unit, env, frozenset(found) - asked):
            return False
        if not found or not asked:
            return not self._sent.is_apart(test, file, unit, env, frozenset(found), chain)
        same = frozenset(one for one in found if any(self._tested.may_be_same(one, other) for other in asked))
        keys = given(self._decisions.engine, chain.access.call, chain.access.env)
        return self._is_row(test, file, unit, env, same, asked, keys)

    def _is_row(  # noqa: PLR0913, PLR0917 - a test where it stands, the queries in it, and what the access is about
        self, test: Test, file: str, unit: int, env: Env, found: Asked, rows: Asked, keys: Keys
    ) -> bool:
        """Among queries that a test and a call share: may one be of the same row of it?"""
        flags = self._about.flags(test, file, unit, env) if not found.isdisjoint(rows) else []
        return any(one not in rows or not flags or not self._tested.is_other_row(one, flags, keys) for one in found)

    def keeps_from(self, call: Call, env: Env) -> bool:
        """Does a check keep the flagged row from a call that it is given to?"""
        file, unit, number = call
        site = self._decisions.engine.code.graph(file, unit).calls[number]
        keys = given(self._decisions.engine, call, env)
        return self._keeps(site.expression, FunctionId(file, unit, site.function), keys, env)

    def keeps_back(self, spot: Spot, env: Env) -> bool:
        """Does a check keep the flagged row from what a generator yields at a node, or a comprehension has in it?"""
        graph = self._decisions.engine.code.graph(spot.file, spot.unit)
        it, function = graph.source[spot.node], FunctionId(spot.file, spot.unit, graph.function[spot.node])
        it = it.element if isinstance(it, lowered.Comprehension) else it
        kept = (node for node, op, _ in graph.back[spot.node] if op is Op.STORE)
        keys = tuple(End(Spot(spot.file, spot.unit, node), (), env) for node in kept)
        return it is not None and self._keeps(it, function, keys, env)

    def _keeps(self, it: lowered.Node, function: FunctionId, keys: Keys, env: Env) -> bool:
        file, unit = function.file, function.unit
        asked = (
            one
            for one in self._places.structure(function).before.get(id(it), ())
            if self._local.concerns(one.expression, file, unit)
        )
        return any(
            self._decisions.barred((one,), file, unit, env) is not None and self._is_of_all(one, function, keys, env)
            for one in asked
        )

    def _is_of_all(self, test: Test, function: FunctionId, keys: Keys, env: Env) -> bool:
        """Is a check about each row that may be among some values, of several alternatives?"""
        file, unit = function.file, function.unit
        found = frozenset(self._about.queries(test, file, unit, env))
        rows = frozenset(query for one in keys for query in self._tested.queries(one.spot, env))
        if not found or not rows:
            return True
        asked = self._about.flags(test, file, unit, env)
        flags = {query for one in asked for query in self._tested.queries(one.spot, one.env)}
        direct = (query for one in keys for query in self._tested.direct(one.spot, env))
        if flags and any(not any(self._tested.is_same(one, other) for one in flags) for other in direct):
            return False
        same = frozenset(one for one in found if any(self._tested.is_same(one, other) for other in rows))
        return self._is_row(test, file, unit, env, same, rows, keys)

    def barred(self, tests: Tests, stand: Stand) -> Test | None:
        """The first of some tests in the function of a stand that a flagged row does not pass."""
        file, unit, _ = stand.call
        asked = tuple(one for one in tests if self._local.concerns(one.expression, file, unit))
        return self._decisions.barred(asked, file, unit, stand.env)

    def tests(self, stand: Stand) -> Tests:
        """The tests before a call."""
        file, unit, number = stand.call
        site = self._decisions.engine.code.graph(file, unit).calls[number]
        structure = self._places.structure(FunctionId(file, unit, site.function))
        return (*structure.before.get(id(site.expression), ()), *self._waited(stand), *asked_first(site.expression))

    def _each(self, test: Test, file: str, unit: int) -> Tests:
        """Of several promises that are waited for together each one by itself."""
        it = test.expression.value if isinstance(test.expression, lowered.Await) else None
        spot = self._places.node(file, unit, it) if test.wanted == "returns" and isinstance(it, lowered.Call) else None
        listed = it.args[0] if isinstance(it, lowered.Call) and len(it.args) == 1 else None
        if spot is None or not isinstance(listed, lowered.Array) or not self._decisions.waits_for_all(spot):
            return (test,)
        return tuple(self._waiting(one) for one in listed.items)

    def _waiting(self, held: lowered.Expr) -> Test:
        """That what is waited for comes back."""
        return self._waits.setdefault(id(held), Test(lowered.Await(held.at, held), "returns"))

    def injected(self, stand: Stand) -> dict[Test, tuple[Spot, Spot]]:
        """That the functions come back which a framework runs for the parameters of a function that it calls
        (`item = Depends(open_item)`), each with the nodes of the parameter and of what it is given.
        """
        file, unit, _ = stand.call
        graph = self._decisions.engine.code.graph(file, unit)
        shape = graph.functions[stand.function.number]
        found: dict[Test, tuple[Spot, Spot]] = {}
        for one, node in zip(shape.source.params if shape.source is not None else (), shape.parameters, strict=False):
            default = (one.target.value,) if isinstance(one.target, lowered.Default) else ()
            for it in (*default, *(told for said in one.decorators for told in inside(said))):
                spot = self._places.node(file, unit, it) if isinstance(it, lowered.Call) else None
                call = graph.results.get(spot.node, -1) if spot is not None else -1
                if spot is not None and call >= 0 and self._runs((file, unit, call)):
                    found[Test(graph.calls[call].expression, "returns")] = Spot(file, unit, node), spot
        return found

    def _runs(self, call: Call) -> bool:
        """Does outside code run functions there, whose results it gives back?"""
        return bool(self._decisions.engine.backwards.giving_back(call, ()))

    def _waited(self, stand: Stand) -> Tests:
        """The promises that a call waits for in a function that is given to `then`."""
        file, unit, number = stand.call
        graph = self._decisions.engine.code.graph(file, unit)
        function, found = graph.calls[number].function, list[Test]()
        while function > 0 and graph.functions[function].node >= 0:
            for call, position, path in given_to(graph, graph.functions[function].node):
                it = graph.calls[call].expression
                if graph.calls[call].method == "then" and not position and not path and isinstance(it, lowered.Call):
                    held = it.callee.object if isinstance(it.callee, lowered.Member) else None
                    found.extend([self._waiting(held)] if held is not None else [])
            function = graph.functions[function].parent
        return tuple(found)
