"""What is another one behind a function that lets a request come on with something in place of what it was given
(`next({ ctx: { user } })`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.pieces import everything
from audit.flow.routes.earlier import onward_of, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.routes.model import Path


def put_by(source: lowered.Function, onward: tuple[str, ...], held: Path) -> tuple[Path, ...]:
    """The parts of the first parameter that are others behind a function. `held` is what of them it may put: of an
    object that is put there each member is, all others stay as they are.
    """
    way = onward_of(onward)
    uses = uses_of(source, way) if way is not None else None
    if uses is None:
        return (held,)
    found: list[Path] = []
    ids = {id(one) for one in uses}
    for it in everything(source.body):
        if isinstance(it, lowered.Call) and id(it.callee) in ids:
            ids.discard(id(it.callee))
            found.extend(_put(it.args[0], source, held, ()) if it.args else ())
    return tuple(dict.fromkeys(found)) if not ids else (held,)


def _put(it: lowered.Expr, source: lowered.Function, held: Path, at: Path) -> Iterator[Path]:
    """The parts that are put, of what stands at a path in what the way on is called with."""
    if len(at) >= len(held) and _is_same(it, source, at):
        return
    if not isinstance(it, lowered.Object):
        yield at if len(at) >= len(held) else held
        return
    for one in it.properties:
        if one.key is None:
            if not _is_same(one.value, source, at):
                yield at if len(at) >= len(held) else held
        elif not isinstance(one.key, str):
            yield at if len(at) >= len(held) else held
        elif (*at, one.key)[: len(held)] == held[: len(at) + 1]:
            yield from _put(one.value, source, held, (*at, one.key))
    if len(at) > len(held) and not any(one.key is None for one in it.properties):
        yield at  # a new object has but what is written there


def _is_same(it: lowered.Expr, source: lowered.Function, at: Path) -> bool:
    """Is it what a function was given there itself?"""
    return _given(it, source) == at


def _given(it: lowered.Expr, source: lowered.Function) -> Path | None:
    """Where in the first parameter of a function a value stands that it reads of that."""
    if isinstance(it, lowered.Member) and isinstance(it.key, str):
        before = _given(it.object, source)
        return (*before, it.key) if before is not None else None
    target = source.params[0].target if source.params else None
    if not isinstance(it, lowered.Name) or _is_given_anew(source, it.name):
        return None
    if isinstance(target, lowered.Name):
        return () if target.name == it.name else None
    entries = target.entries if isinstance(target, lowered.ObjectPattern) else ()
    return next(
        (
            (key,)
            for key, inner in entries
            if isinstance(key, str) and isinstance(inner, lowered.Name) and inner.name == it.name
        ),
        None,
    )


def _is_given_anew(source: lowered.Function, name: str) -> bool:
    """Is a name of a parameter also one that is declared or assigned to inside of the function?"""
    targets: list[object] = []
    for it in everything(source.body):
        if isinstance(it, (lowered.Assign, lowered.Declare)):
            targets.append(it.target)
        elif isinstance(it, lowered.Function):
            targets.extend(one.target for one in it.params)
    named = (one for target in targets for one in everything(target))
    return any(isinstance(one, lowered.Name) and one.name == name for one in named)
