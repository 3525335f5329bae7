"""What a call may call when its callee came in by a parameter, or hangs on the object: looked up at the calls that led
into the context.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.dispatch import runnable, said
from audit.flow.backward.values import Func, Method, Text, Typed, Value, Values, among, is_guess
from audit.flow.code import Spot
from audit.flow.contexts import ELEMENT
from audit.flow.graph import Op
from audit.flow.solver.passed import ANYTHING, NOTHING, Passed, Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Caller, Context, Fact
    from audit.flow.graph import CallSite
    from audit.flow.solver.passed import Calls, Leading


class _Answer:
    """What callers pass for a node, and the facts whose next steps depend on that. `stale`: there are more callers."""

    __slots__ = ("context", "facts", "final", "spot", "stale", "texts", "values")

    def __init__(self, context: Context, spot: Spot, *, texts: bool) -> None:
        self.context, self.spot, self.texts = context, spot, texts
        self.values: Values = ()
        self.facts: dict[Fact, None] = {}
        self.stale, self.final = True, False


class Dynamic(Passed):
    """Callees by context."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._static: dict[tuple[str, int, int], tuple[Value, ...]] = {}  # the same in every context
        self._answers: dict[tuple[Context, Spot, bool], _Answer] = {}
        self._whole: dict[Spot, bool] = {}
        self._on_ways: dict[tuple[Context, Spot], list[tuple[Calls, Values]]] = {}
        """What calls give, with those calls of the way that were looked at."""
        self._resting: dict[Context, dict[_Answer, None]] = {}  # answers that rest on who calls a context
        self._stale: deque[_Answer] = deque()

    def callees(self, context: Context, site: CallSite) -> tuple[Value, ...]:
        """The values a callee may have: declared or constant ones first, else those that callers pass."""
        file, unit = context.function.file, context.function.unit
        key = (file, unit, site.callee)
        known = self._static.get(key)
        if known is not None:
            return known
        static = self.origins.callees(file, unit, site)
        if self.is_known(static):
            self._static[key] = static
            return static
        return self._by_context(context, Spot(*key), static)

    def functions(self, context: Context, node: int) -> tuple[Value, ...]:
        """The values that a node may have which outside code is given and calls: found as those of a callee are."""
        file, unit = context.function.file, context.function.unit
        spot = Spot(file, unit, node)
        static = runnable(self.origins, self.origins.of(spot))
        return static if self.is_known(static) else self._by_context(context, spot, static)

    def _by_context(self, context: Context, spot: Spot, static: Values) -> Values:
        given = self._given_by_callers(context, spot)
        if self.is_known(given) and ANYTHING not in given and any(map(is_guess, static)):
            return given  # the very object whose class decides
        found = dict.fromkeys((*static, *given))
        if ANYTHING in found:
            found.pop(NOTHING, None)
        return tuple(found)

    def is_meant(self, function: FunctionId, caller: Caller, calls: Calls) -> bool | None:
        """Does a call run a function, by what the calls that lead to it give: not where the object is of another class,
        or where another caller gives the function. None where that depends on an object which is not known.
        """
        several = self._several(caller)
        if not several:
            return True
        given = self._given_on_way(caller, _callee(caller), calls)
        if not self.is_known(given) or not all(isinstance(one, Func) for one in given):
            return None if any(map(is_guess, several)) else True
        return among(function, given)

    def may_be_meant(self, function: FunctionId, caller: Caller, leading: Leading) -> bool:
        """… or by the calls that `leading` gives for a context? What is not known may be."""
        if not self._several(caller):
            return True
        given = self.passed(caller.context, _callee(caller), (), Question(leading=leading))
        return not self.is_known(given) or not all(isinstance(one, Func) for one in given) or among(function, given)

    def _several(self, caller: Caller) -> Values:
        """What a call may call, where that hangs on the calls that lead to it; nothing where it does not."""
        several = self.callees(caller.context, caller.context.graph.calls[caller.call])
        return several if len(several) > 1 and not self.is_known(self.origins.of(_callee(caller))) else ()

    def _given_on_way(self, caller: Caller, spot: Spot, calls: Calls) -> Values:
        """What the calls of a way give for a callee. Many ways have the calls in common that this hangs on."""
        known = self._on_ways.setdefault((caller.context, spot), [])
        for by, values in known:
            if all(calls.get(context) == one for context, one in by.items()):
                return values
        asked = Question(leading=lambda context: self._leading(context, calls.get(context)))
        values = self.passed(caller.context, spot, (), asked)
        known.append(({context: calls.get(context) for context in asked.entered}, values))
        return values

    def _leading(self, context: Context, only: Caller | None) -> Iterable[Caller]:
        return self.callers.get(context, ()) if only is None else (only,)

    def texts(self, context: Context, spot: Spot) -> tuple[str, ...]:
        """The constant texts that a node may have, by what is known of its value or else by its written type; none
        where it may have another value, too.
        """
        found: tuple[Value, ...] = tuple(one for one in self.origins.of(spot) if not isinstance(one, Typed))
        listed = all(isinstance(one, Method) and one.name == ELEMENT for one in found)
        if listed:  # of a list of which nothing is known
            found = self._given_by_callers(context, spot, texts=True)
        texts = tuple(one.text for one in found if isinstance(one, Text))
        whole = texts and len(texts) == len(found) and (listed or self._says_all(spot))
        return (texts if whole else ()) or said(self.origins, spot)

    def _says_all(self, spot: Spot) -> bool:
        """Is it known of each way by which a node has its value what that is? Not where it has what a parameter is
        given, or else a constant.
        """
        if spot not in self._whole:
            graph, stack, seen = self.code.graph(spot.file, spot.unit), [spot.node], {spot.node}
            self._whole[spot] = True
            while stack and self._whole[spot]:
                here = stack.pop()
                place = graph.place_of.get(here)
                before = [source for source, op, _ in graph.back[here] if op is Op.COPY]
                before.extend(graph.kept.get(place, ()) if place is not None and place.owner > 0 else ())
                if not before and not isinstance(graph.source[here], code.Literal):
                    values = self.origins.of(Spot(spot.file, spot.unit, here))
                    self._whole[spot] = bool(values) and not any(isinstance(one, Typed) for one in values)
                stack.extend(one for one in before if one not in seen)
                seen.update(before)
        return self._whole[spot]

    def _given_by_callers(self, context: Context, spot: Spot, *, texts: bool = False) -> Values:
        """What callers pass for a node. Every fact that comes to a call asks it; only more callers can change it."""
        key = (context, spot, texts)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = _Answer(context, spot, texts=texts)
        if answer.stale:
            self._ask(answer)
        if self.now is not None and not answer.final:
            answer.facts[self.now] = None
        return answer.values

    def _ask(self, answer: _Answer) -> None:
        """Ask what callers pass; where they pass something else than was known, facts go on by it. What was cut stays
        as it is: anything may be called.
        """
        asked = Question(texts=answer.texts)
        values = self.passed(answer.context, answer.spot, (), asked)
        answer.stale, answer.final = False, asked.cut or not asked.entered
        for context in asked.entered:
            self._resting.setdefault(context, {})[answer] = None
        if values != answer.values:
            answer.values = values
            for fact in answer.facts:
                self.again(fact)

    def called_more(self, context: Context) -> None:
        for answer in self._resting.get(context, ()):
            if not answer.stale and not answer.final:
                answer.stale = True
                self._stale.append(answer)

    def ask_again(self) -> bool:
        """Ask again what there are more callers for; False where there was nothing to ask."""
        found = bool(self._stale)
        while self._stale:
            answer = self._stale.popleft()
            if answer.stale:
                self._ask(answer)
        return found


def _callee(caller: Caller) -> Spot:
    function = caller.context.function
    return Spot(function.file, function.unit, caller.context.graph.calls[caller.call].callee)
