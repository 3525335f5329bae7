"""Where the flow of a row takes a fact from at a call, and where it puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.contexts import (
    CALLED,
    DEEPER,
    DEEPEST,
    ELEMENT,
    REJECTED,
    STANDING,
    WITHIN,
    Path,
    is_of_map,
    is_position,
    lacking,
    longer,
    rest_of,
    same_part,
)
from audit.flow.graph import LACKING
from audit.flow.outside.places import MORE

if TYPE_CHECKING:
    from audit.flow.graph import CallSite
    from audit.rulebook import Flow, Row
    from audit.rulebook import Place as Words


Run = tuple[int, int, Path, Path]
"""A function that outside code calls with a fact: the argument, the parameter, the fact's path there, and which part of
the argument is the function.
"""
_STEPS = {"*": ELEMENT, "()": CALLED, "thrown": REJECTED[0]}
"""What steps of a target are in a path, where they are something else."""


def speaks_of(flows: tuple[Flow, ...], site: CallSite, slot: int) -> bool:
    """Does any flow say anything of an argument?"""
    places = [place for flow in flows for place in (*flow.sources, *flow.targets, *flow.calls)]
    inner = [one for place in places for one in place.callee]
    return any(
        one.root in ("args", "kwargs") or (one.root == "arg" and is_argument(one, site, slot))
        for one in (*places, *inner)
    )


def fits(row: Row, site: CallSite) -> bool:
    """Is a row of a call, of `new` or of a tagged template, as the call is, and of one with as many arguments?"""
    most = row.most
    given = len(site.arguments)
    if not any(site.spread) and (given < row.least or (most is not None and given > most)):
        return False
    return bool(row.new == site.new and row.tag == site.tag)


def matched(source: Words, site: CallSite, slot: int, path: Path) -> Path | None:
    """What is left of a fact's path behind a source place; None when the fact is not there."""
    if source.root == "this":
        if slot != -1:
            return None
    elif source.root == "thrown":
        return after(path[1:], source.path) if slot == -1 and path[:1] == REJECTED else None
    elif source.root == "arg":
        if not is_argument(source, site, slot):
            return None
    elif source.root == "args":
        if slot < (source.number or 0):
            return None
    elif source.root == "kwargs" and (name := site.name(slot)):
        path = path if name == MORE else longer(name, path)
    else:
        return None
    return after(path, source.path, settled=True)


def is_argument(place: Words, site: CallSite, slot: int) -> bool:
    """Is an argument the one a place means: by position, or by its name?"""
    name = site.name(slot)
    return name == place.name if place.name is not None else place.number == slot and not name


def element_of(source: Words, path: Path) -> str:
    """The position of an element that a flow takes: `Promise.all` keeps it."""
    known = bool(path) and (path[0] == STANDING or is_position(path[0][1:-1]))
    return path[0] if known and source.path[:1] == (ELEMENT,) else ""


def sends(place: Words, site: CallSite, slot: int, path: Path) -> bool:
    """Is a fact in what is sent? A part of what is sent is, and so is what holds it."""
    if place.root != "arg" or not is_argument(place, site, slot):
        return False
    steps = tuple(place.path)
    return path[: len(steps)] == steps or steps[: len(path)] == path


def after(path: Path, steps: tuple[str, ...], *, settled: bool = False) -> Path | None:
    """What is left of a path behind some steps, or of a shorter one nothing; None for another part. What a promise is
    rejected with is nothing that awaiting it gives; where that is `settled`, it is another part.
    """
    for step in steps:
        if step == "await":
            if settled and path[:1] == REJECTED:
                return None
            continue
        if step[0] == LACKING:
            if path and path[0] in step[1:].split(","):
                return None
            path = lacking(path, step[1:])
            continue
        if step == "thrown" and path[:1] != REJECTED:
            return None
        if not path:
            return ()
        known = same_part(CALLED if step == "()" else step, path[0])
        if path[0] in (WITHIN, DEEPER) and step != "thrown":
            path = rest_of(path, ELEMENT if step == "*" else step) or ()
        elif step == "thrown" or (step == "*" and not is_of_map(path[0])) or known:
            path = path[1:]
        else:
            return None
    return path


def inside_of(path: Path, steps: tuple[str, ...]) -> Path | None:
    """What is left of a path behind all of some steps."""
    for step in steps:
        if step == "await":
            continue
        if not path or not ((step[0] in "*{" and not is_of_map(path[0])) or same_part(step, path[0])):
            return None
        path = path[1:]
    return path


def position_in(path: Path, target: Words) -> str:
    """The position of an object in a result of which a call keeps the positions, as `Promise.all` does."""
    steps = [step for step in target.path if step != "await"] if target.path[:1] == ("await",) else []
    found = (held for step, held in zip(steps, path, strict=False) if step == ELEMENT and is_position(held[1:-1]))
    return next(found, "")


def objects_in(site: CallSite, source: Words, rest: Path, position: str = "") -> list[tuple[int, Path]]:
    """The nodes of a source, each with the path of an object in it; none where it is that and does not hold it."""
    path = tuple(position or step if step == ELEMENT else step for step in steps_of(source))
    return [(node, (*path, *rest)[:DEEPEST]) for node, _ in given_to(site, source)] if path else []


def steps_of(place: Words) -> Path:
    """The steps of a place as a path has them: what awaiting gives is the thing itself."""
    return tuple(
        _STEPS.get(step, ELEMENT if step[0] == "{" else step)
        for step in place.path
        if step != "await" and step[0] != LACKING
    )


def is_at(place: Words, site: CallSite, slot: int) -> bool:
    """Is a place the receiver of a call (-1), or one of its arguments, or a part of that?"""
    return place.root == "this" if slot < 0 else place.root == "arg" and is_argument(place, site, slot)


def given_to(site: CallSite, source: Words) -> list[tuple[int, Path]]:
    """The nodes of what a call is given that a source means, each with the part that it is of what is there."""
    path, last = steps_of(source), len(site.arguments) - len(site.names)
    if source.root == "this":
        return [(site.receiver, path)] if site.receiver >= 0 else []
    if source.root == "args":
        given = zip(site.arguments[source.number or 0 : last], site.spread[source.number or 0 : last], strict=True)
        return [(node, (ELEMENT, *path) if spread else path) for node, spread in given]
    known = source.root == "arg" and source.number is not None and source.number < last
    return [(site.arguments[source.number or 0], path)] if known else []


def put(  # noqa: PLR0913, PLR0917 - three lists that are filled in one pass
    flow: Flow,
    rest: Path,
    site: CallSite,
    results: list[tuple[int, Path]],
    writes: list[tuple[int, Path]],
    calls: list[Run],
    item: str = "",
) -> bool:
    """Add what a flow makes of a fact: nodes that have it, objects it is written into, functions called with it. Tells
    whether a path lost its last names.
    """
    cut = False
    for target in flow.targets:
        steps = (
            _STEPS.get(step, step) if step[0] != "{" else _derived(step, item)
            for step in target.path
            if step != "await"
        )
        keeps = item[:1] == "[" and (item == STANDING or item.startswith("[@") or target.path[:1] == ("await",))
        whole = (*(item if keeps and step == ELEMENT else step for step in steps), *rest)
        cut, path = cut or len(whole) > DEEPEST, whole[:DEEPEST]
        if target.root == "thrown":
            results.append((site.result, (*REJECTED, *path)[:DEEPEST]))
        elif target.root == "result":
            results.append((site.result, path))
        elif target.root == "this" and site.receiver >= 0:
            writes.append((site.receiver, path))
        elif target.root == "arg" and target.number is not None and target.number < len(site.arguments):
            writes.append((site.arguments[target.number], path))
        elif target.root == "call":
            calls.extend((number, target.number or 0, path, part) for number, part in _functions(target, site))
    return cut


def _derived(step: str, name: str) -> str:
    """The member that is named after another one: `{use*Query}` of `item` is `useItemQuery`."""
    before, _, behind = step[1:-1].partition("*")
    if not name or (name[0] == "[" and (before or behind)):
        return ELEMENT  # any of them
    return f"{before}{name[0].upper()}{name[1:]}{behind}" if before else f"{name}{behind}"


def of_any(source: Words, path: Path) -> str:
    """What the first `*` of a source stands for in a path."""
    return path[source.path.index("*")] if "*" in source.path and len(path) > source.path.index("*") else ""


def rejecting(flows: tuple[Flow, ...], site: CallSite) -> tuple[Flow, ...]:
    """The flows of what the receiver is rejected with: it is in the result, too, unless a function takes it."""
    taken = any(
        one.number is not None and one.number < len(site.arguments)
        for flow in flows
        for target in flow.targets
        if target.root == "call" and any(source.root == "thrown" for source in flow.sources)
        for one in target.callee
    )
    return tuple(flow for flow in flows if not (taken and any(target.root == "thrown" for target in flow.targets)))


def by_position(flow: Flow, site: CallSite) -> Flow:
    """A flow whose functions are named by their keyword (`key=`), with the positions that these have at the call."""
    called = [*flow.calls, *(one for place in (*flow.sources, *flow.targets) for one in place.callee)]
    if not site.names or not any(one.name for one in called):
        return flow
    first = len(site.arguments) - len(site.names)

    def placed_at(one: Words) -> Words:
        known = one.root == "arg" and one.name in site.names
        return replace(one, number=first + site.names.index(one.name)) if known and one.name else one

    sources, targets = (
        tuple(replace(place, callee=tuple(map(placed_at, place.callee))) if place.callee else place for place in places)
        for places in (flow.sources, flow.targets)
    )
    return replace(flow, sources=sources, targets=targets, calls=tuple(map(placed_at, flow.calls)))


def _functions(place: Words, site: CallSite) -> list[tuple[int, Path]]:
    """The arguments that a place means as functions that are called, or parts of them: one, or any from one on."""
    found: list[tuple[int, Path]] = []
    for one in place.callee:
        if one.root == "arg" and one.number is not None:
            found.append((one.number, one.path))
        elif one.root == "args":
            found.extend((number, ()) for number in range(one.number or 0, len(site.arguments)))
    return found


def called_by(flows: tuple[Flow, ...], site: CallSite) -> frozenset[int]:
    """The arguments that a call calls, by position."""
    found: set[int] = set()
    for flow in flows:
        for place in (*flow.sources, *flow.targets):
            if place.root in ("call", "return"):
                found.update(number for number, _ in _functions(place, site))
        found.update(one.number for one in flow.calls if one.root == "arg" and one.number is not None)
    return frozenset(found)
