"""What one step of a way reads of a value: a member, an element, or that it is the result no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.flow.backward.dispatch import meant
from audit.flow.backward.values import Text
from audit.flow.code import Spot
from audit.flow.contexts import DATA, ELEMENT, is_cut, is_rest
from audit.flow.graph import ENTERED, Op

if TYPE_CHECKING:
    from audit.flow.contexts import Context, Fact, Path
    from audit.flow.graph import CallSite, Edge
    from audit.flow.solver import Caller, Solver
    from audit.rulebook import Place


class Read(NamedTuple):
    """What is read on ways from where they begin to a fact.

    `entry`: the fact by which its function was entered, where they begin there; None: at the beginning of the value.
    `later` counts only if something is read of it. `closed`: the value became another one, and what is read of that is
    not of the result. `again`: the value comes to its beginning once more. `left`: calls of functions that see the
    one of `entry`, where it is not known here which call made them.
    """

    entry: Fact | None = None
    text: str = ""
    later: str = ""
    closed: bool = False
    again: bool = False
    left: tuple[tuple[Context, Caller], ...] = ()

    def then(self, other: Read) -> Read:
        """This one, and behind it another one."""
        if self.closed:
            return self
        text = f"{self.text}{self.later}{other.text}" if other.text else self.text
        later = other.later if other.text else self.later + other.later
        return Read(self.entry, text, "" if other.closed else later, other.closed, self.again, self.left)


NOTHING = Read()
BECAME = Read(closed=True)


def spelled(path: Path) -> str:
    """A part of a result as a field of a path."""
    return dotted(_read(path))


def dotted(text: str) -> str:
    """What was read, as a field; `*` where all of the result goes on."""
    return text.lstrip(".") or "*"


def reads_between(solver: Solver, fact: Fact, following: Fact) -> tuple[Read, ...]:
    """What part of the result itself a fact may be of the one before it."""
    pairs = (_texts_between(solver, fact, following, more=more) for more in (True, False))
    return tuple(dict.fromkeys(_read_of(one, other) for one, other in zip(*pairs, strict=True)))


def _read_of(whole: str | None, least: str | None) -> Read:
    """What a step reads where more is read of it, and where that is all."""
    return BECAME if whole is None or least is None else Read(None, least, whole.removeprefix(least))


def _texts_between(solver: Solver, fact: Fact, following: Fact, *, more: bool) -> tuple[str | None, ...]:
    """What part of the result itself a fact may be of the one before it; None where it is the result no longer.
    `more`: something is read of the part.
    """
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
    _, position = following.context.graph.of_parameter.get(following.node, (-1, -1))
    for caller in callers:
        if caller.argument >= 0 and fact in solver.brought(following.context, caller):
            file, unit = caller.context.function.file, caller.context.function.unit
            flows = solver.library.flows(file, unit, caller.call) or ()
            given = (flow for flow in flows if position < 0 or any(one.number == position for one in flow.targets))
            return any(place.path[:1] in (("[*]",), ("[value]",)) for flow in given for place in flow.sources)
    return False
