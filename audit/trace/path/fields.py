"""What is read from a result on the ways to a sink: the fields of a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.dispatch import meant
from audit.flow.backward.values import Text
from audit.flow.code import Spot
from audit.flow.contexts import DATA, ELEMENT, Context, Fact, Reason, is_cut, is_rest
from audit.flow.graph import ENTERED, Op
from audit.trace.path.ways import entered_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.contexts import Path
    from audit.flow.graph import CallSite, Edge
    from audit.flow.solver import Caller, Solver
    from audit.rulebook import Place

_MOST = 20_000
"""Facts on all ways to one sink that are looked at for what is read."""
_DEEPEST = 8
"""Names that are read one of another on a way; one that reads more goes round (`node = node.next`)."""
_CALLS = 6
"""Calls that are still to be entered again on a way; of more, as of functions that call themselves, each once."""

Left = tuple[tuple[Context, "Caller"], ...]


class _Before:
    """A fact on a way back, the calls that are still to be entered again, and what is read behind the fact. There is
    one object for each; `before` are those that come before it, once somebody has asked.
    """

    __slots__ = ("before", "fact", "left", "text")

    def __init__(self, fact: Fact | None, left: Left, text: str) -> None:
        self.fact, self.left, self.text = fact, left, text
        self.before: list[_Before] | None = None


class Fields:
    """Answers for the sinks of one seed, of a search that has come to its end: their ways have most facts in common.

    `cut`: some have more ways than were looked at.
    """

    def __init__(self, solver: Solver, most: int | None = None) -> None:
        self.solver, self.cut, self._most = solver, False, most or _MOST
        self._known: dict[tuple[Fact | None, Left, str], _Before] = {}
        self._reads: dict[tuple[Fact, Fact, bool], tuple[str | None, ...]] = {}
        self._firsts: dict[Fact, Fact] = {}

    def of(self, reasons: Iterable[Reason], barred: Callable[[Fact], bool] | None = None) -> tuple[str, ...]:
        """What is read from the result itself on any of the ways to these reasons, sorted.

        No way goes over what is `barred`; () where each does. Not each way says that it takes an element: of two that
        read the same, the one that does. The nearest facts come first: a way that goes round reads ever more.
        """
        found: set[str] = set()
        again: set[str] = set()
        waiting = list(dict.fromkeys(self._one(one.fact, tuple(reversed(one.left)), "") for one in reasons))
        seen = set(waiting)
        for here in waiting:
            if len(seen) >= self._most:
                self.cut = True
                break
            if here.fact is None or (barred is not None and barred(here.fact)):
                continue
            before = here.before
            if before is None:
                carries = here.fact.carried in DATA
                before = here.before = list(self._steps_before(here, here.fact)) if carries else []
            if not before:  # the value begins, or the client or function that gave it
                found.add(_dotted(here.text))
            elif self._begins(here.fact, here.left):
                again.add(_dotted(here.text))
            new = [one for one in before if one not in seen]
            seen.update(new)
            waiting.extend(one for one in new if _reads(one.text) <= _DEEPEST)
        order = sorted(found or again, key=lambda text: ("[][]" not in text, text.count("[]"), text))
        best = {text.replace("[]", ""): text for text in order}
        return tuple(sorted(best.values()))

    def _begins(self, fact: Fact, left: Left) -> bool:
        """Does the value begin at a fact to which it comes again, as the elements of a list that is sorted do?"""
        comes = fact.reason is None and fact.carried in DATA and fact in self.solver.also
        return comes and entered_by(self.solver, fact.context, list(left))[0] is None

    def _one(self, fact: Fact | None, left: Left, text: str) -> _Before:
        key = (fact, left, text)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Before(fact, left, text)
        return known

    def _steps_before(self, here: _Before, following: Fact) -> Iterator[_Before]:
        """The facts before a fact, on all ways; none where the value begins."""
        solver = self.solver
        for reason in (following.reason, *solver.also.get(following, ()), *solver.decided.get(following, ())):
            left = here.left
            if isinstance(reason, Reason):
                left = (*left, *reversed(reason.left)) if reason.left else left
                left = tuple(dict.fromkeys(left)) if len(left) > _CALLS else left
            fact = reason.fact if isinstance(reason, Reason) else reason
            if fact is None:
                calls = list(left)
                fact, _ = entered_by(self.solver, following.context, calls)
                left = tuple(calls)
            if fact is not None:
                for read in self._between(fact, following, more=bool(here.text)):
                    yield self._one(self._first(fact), left, "" if read is None else read + here.text)

    def _first(self, fact: Fact) -> Fact:
        """The first fact of a stretch on which there is one way, nothing is read and no call is left."""
        stretch = []
        while (known := self._firsts.get(fact)) is None:
            stretch.append(fact)
            before = self._alone_before(fact)
            if before is None:
                known = fact
                break
            fact = before
        self._firsts.update(dict.fromkeys(stretch, known))
        return known

    def _alone_before(self, fact: Fact) -> Fact | None:
        """The one fact before a fact, where all of the one is read by whatever is read of the other."""
        reason = fact.reason
        before = reason.fact if isinstance(reason, Reason) and not reason.left else reason
        if (
            not isinstance(before, Fact)
            or fact.carried not in DATA
            or fact in self.solver.also
            or fact in self.solver.decided
        ):
            return None
        return before if self._between(before, fact, more=True) == ("",) else None

    def _between(self, fact: Fact, following: Fact, *, more: bool) -> tuple[str | None, ...]:
        """What part of the result itself a fact may be of the one before it; None where it is the result no longer.
        `more`: something is read of the part.
        """
        key = (fact, following, more)
        known = self._reads.get(key)
        if known is None:
            known = self._reads[key] = _reads_between(self.solver, fact, following, more=more)
        return known


def spelled(path: Path) -> str:
    """A part of a result as a field of a path."""
    return _dotted(_read(path))


def _reads(text: str) -> int:
    return text.count(".") + text.count("[]")


def _dotted(text: str) -> str:
    return text.lstrip(".") or "*"


def _reads_between(solver: Solver, fact: Fact, following: Fact, *, more: bool) -> tuple[str | None, ...]:
    if fact.label or following.label or _is_cut_off(fact, following):
        return (None,)
    if fact.carried not in DATA:
        return ("",)
    if fact.context is not following.context:
        return ("[]" if not fact.path and not following.path and _each(solver, fact, following) else "",)
    whole = not following.path and (not fact.path or is_rest(fact.path))
    for edge in fact.context.graph.out[fact.node] if whole else ():
        if edge.to == following.node and edge.op is Op.BUILD:
            return (None,)
        if edge.to == following.node and edge.op is Op.LOAD and edge.key != ENTERED:
            return _loaded(solver, fact, edge)
    taken = _taken(solver, fact, following)
    if not more:  # a list of which all goes on is the list, and so is a text that was cut
        taken = [read.removesuffix("[]") for read in taken]
    return tuple(taken) or ("",)


def _loaded(solver: Solver, fact: Fact, edge: Edge) -> tuple[str, ...]:
    """What is read of a value that is there as a whole: a member, those that a computed key means, or an element."""
    computed = fact.context.graph.keys.get(edge.to) if edge.key == ELEMENT else None
    file, unit = fact.context.function.file, fact.context.function.unit
    names = meant(solver.origins, Spot(file, unit, computed)) if computed is not None else ()
    return tuple("[]" if key.startswith("[") else f".{key}" for key in names or (edge.key,))


def _is_cut_off(fact: Fact, following: Fact) -> bool:
    """Lost a path its last name, so that what is read behind it may be read of what holds the value?"""
    return is_cut(fact.path) and len(following.path) == len(fact.path) and following.path[1:] == fact.path[:-1]


def _taken(solver: Solver, fact: Fact, following: Fact) -> list[str]:
    """What outside code takes of the first fact to make the second one of it: `slice` gives the elements. Who takes
    any property takes elements of none in particular.
    """
    file, unit = fact.context.function.file, fact.context.function.unit
    graph = fact.context.graph
    found: list[str] = []
    for edge in graph.out[fact.node]:
        if edge.op not in (Op.RECEIVER, Op.ARGUMENT):
            continue
        site = graph.calls[edge.to]
        slot = int(edge.key) if edge.op is Op.ARGUMENT else -1
        spread = "[]" if slot >= 0 and site.spread[slot] and not fact.path else ""
        made = {"result": site.result, "this": site.receiver}
        named = _named(solver, fact, site) if slot < 0 else ""
        for flow in solver.library.flows(file, unit, edge.to) or ():
            to = [one for one in flow.targets if made.get(one.root) == following.node and _is(one.path, following.path)]
            for source in flow.sources if to and not flow.implicit else ():
                steps = tuple(step for step in source.path if step != "await")
                if named and not fact.path and steps == ("*",) and _is_at(source, slot):
                    return [named]
                if _is_at(source, slot) and len(steps) >= len(fact.path):
                    found.append(spread + _read(steps[len(fact.path) :]))
    return [text for text in found if not text.endswith(".*")] if "[]" not in found or ".*" not in found else [""]


def _is(steps: tuple[str, ...], path: Path) -> bool:
    """Is a part the one that a target means? `{*}` is the element of the source."""
    return len(steps) == len(path) and all(one in (step, "{*}") for one, step in zip(steps, path, strict=True))


def _named(solver: Solver, fact: Fact, site: CallSite) -> str:
    """The property that a method takes by a constant name: `payload.get("title")`."""
    file, unit = fact.context.function.file, fact.context.function.unit
    values = solver.origins.of(Spot(file, unit, site.arguments[0])) if site.arguments else ()
    return f".{values[0].text}" if len(values) == 1 and isinstance(values[0], Text) else ""


def _is_at(place: Place, slot: int) -> bool:
    """Does a place of a row mean an argument by position (the receiver is -1)?"""
    if place.root == "this":
        return slot < 0
    return slot >= 0 and (place.root == "args" or (place.root == "arg" and place.number == slot))


def _read(steps: tuple[str, ...]) -> str:
    return "".join("[]" if step[:1] == "[" else f".{step}" for step in steps)


def _each(solver: Solver, fact: Fact, following: Fact) -> bool:
    """Is the second fact in a function that outside code calls with the elements of the first?"""
    callers = solver.callers.get(following.context, {})
    for caller, brought in callers.items():
        if brought == fact and caller.argument >= 0:
            file, unit = caller.context.function.file, caller.context.function.unit
            flows = solver.library.flows(file, unit, caller.call) or ()
            return any(place.path[:1] in (("[*]",), ("[value]",)) for flow in flows for place in flow.sources)
    return False
