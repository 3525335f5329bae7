"""The values that an access is given, and those of them that stand beside the flag; what is called for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.frames import End
from audit.flow.graph import Op
from audit.flow.pieces import parts_of
from audit.flow.structure import Test
from audit.judge.key.rows import related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.frames import Call, Env, Path
    from audit.flow.structure import Tests
    from audit.trace import Engine

_DEEP = 4
"""Objects that are spread into others."""
_MADE = (Op.STORE, Op.BUILD, Op.COPY)
Keys = tuple[End, ...]
"""Values, each as it is seen on one chain."""


def given(engine: Engine, call: Call, env: Env) -> Keys:
    """The arguments of a call; what a row's method gives that comes with the row as the member that it is."""
    file, unit, number = call
    found: list[End] = []
    for node in engine.code.graph(file, unit).calls[number].arguments:
        one = End(Spot(file, unit, node), (), env)
        members = [related(engine, end) for end in engine.backwards.ends(one.spot, (), env)]
        kept = [each for each in members if each is not None]
        found.extend([*kept, *([one] if len(kept) < len(members) or not members else [])])
    return tuple(found)


def made_of(engine: Engine, keys: Keys, deep: int = _DEEP) -> Keys:
    """What values are made of: the parts of texts and objects, and what outside code makes another value of
    (`Number(row.id)`); a value that is made of nothing else as it comes.
    """
    found: dict[End, None] = {}
    for one in keys:
        for end in engine.backwards.ends(one.spot, one.path, one.env):
            parts = tuple(_parts(engine, end)) if deep else ()
            found.update(dict.fromkeys(made_of(engine, parts, deep - 1) if parts else (end,)))
    return tuple(found)


def _parts(engine: Engine, end: End) -> Iterator[End]:
    spot, graph = end.spot, engine.code.graph(end.spot.file, end.spot.unit)
    number = graph.results.get(spot.node)
    if number is None:
        if not end.path and spot.node not in graph.of_parameter and spot.node not in graph.made:
            nodes = (node for node, op, _ in graph.back[spot.node] if op in _MADE)
            yield from (End(replace(spot, node=node), (), end.env) for node in nodes)
        return
    call = spot.file, spot.unit, number
    rows = bool(end.path) and engine.backwards.library.keeps_result(*call)
    for flow in engine.backwards.library.flows(*call) or () if not rows else ():
        if not flow.implicit and any(target.root == "result" for target in flow.targets):
            for source in flow.sources:
                yield from engine.backwards.source(spot, graph.calls[number], source, (), end.env)


def asked_first(it: lowered.Node) -> Tests:
    """The calls in the arguments of a call: they come back before it is made. What is on one of two ways may not be."""
    found: list[Test] = []
    stack: list[object] = [it.args] if isinstance(it, lowered.Call) else []
    while stack:
        one = stack.pop()
        called = one.value if isinstance(one, lowered.Await) else one
        if isinstance(called, lowered.Call) and isinstance(one, lowered.Expr):
            found.append(Test(one, "returns"))
            stack += parts_of(called)
        elif isinstance(one, tuple):
            stack += one
        elif isinstance(one, (lowered.Cond, lowered.Logical)):
            stack.append(one.test if isinstance(one, lowered.Cond) else one.left)
        elif isinstance(one, lowered.Node) and not isinstance(one, lowered.Function):
            stack += parts_of(one)
    return tuple(found)


def beside(engine: Engine, keys: Keys, places: Iterable[tuple[Spot, Path]]) -> Keys:
    """The same without what stands at some places in them: of an object that has one the other members."""
    found: dict[End, None] = {}
    named: dict[Spot, list[Path]] = {}
    for spot, path in places:
        named.setdefault(spot, []).append(path)
    for one in keys:
        paths = named.get(one.spot, [])
        if () not in paths:
            found.update(dict.fromkeys(_without(engine, one, paths)))
    return tuple(found)


def _without(engine: Engine, one: End, paths: list[Path]) -> Iterator[End]:
    """A value that is no object stays as it is."""
    names = frozenset(path[-1] for path in paths)
    found = [_opened(engine, one, holder, names, _DEEP) for holder in {path[:-1] for path in paths}]
    known = [parts for parts in found if parts is not None]
    yield from (part for parts in known for part in parts) if known else (one,)


def _opened(engine: Engine, one: End, holder: Path, names: frozenset[str], deep: int) -> list[End] | None:
    """The members of the objects at a place, but for some; None where no object is known to be there."""
    found: list[End] | None = None
    for end in engine.backwards.ends(one.spot, (*one.path, *holder), one.env) if deep else ():
        graph = engine.code.graph(end.spot.file, end.spot.unit)
        if end.path or not isinstance(graph.source[end.spot.node], lowered.Object):
            continue
        found = found or []
        for node, op, key in graph.back[end.spot.node]:
            part = End(replace(end.spot, node=node), (), end.env)
            inner = _opened(engine, part, (), names, deep - 1) if op is Op.COPY else None
            if inner is not None:
                found += inner
            elif op is Op.COPY or (op is Op.STORE and key not in names):
                found.append(part)
    return found
