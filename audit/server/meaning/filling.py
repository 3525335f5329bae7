"""Type parameters: what they stand for in one call, and types with them filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.server.meaning.model import UNKNOWN, ClassRef, Free, Gives, Instance, Many, Several, Vals, Value, union

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST = 6


def filled(vals: Vals, known: Mapping[str, Vals], held: Instance | None = None, depth: int = 0) -> Vals:
    """The same with parameters replaced; what stays open is unknown, `Self` the object that was asked."""
    if depth > _DEEPEST or not (known or _has_free(vals)):
        return vals
    return union(*(_one(value, known, held, depth) for value in vals))


def fitted(wanted: Vals, given: Vals, found: dict[str, Vals], depth: int = 0) -> None:
    """Note what the parameters in an annotation stand for, where an argument of it has a known type."""
    if depth > _DEEPEST:
        return
    for want in wanted:
        if isinstance(want, Free):
            kept = tuple(one for one in given if not (hasattr(one, "none") and one.none))
            found[want.name] = union(found.get(want.name, ()), kept)
            continue
        for give in given:
            for inner, outer in _inside(want, give):
                fitted(inner, outer, found, depth + 1)


def _inside(want: Value, give: Value) -> list[tuple[Vals, Vals]]:
    match want, give:
        case Many(items=inner), Many(items=outer):
            return [(inner, outer)]
        case Many(items=inner), Several(items=many):
            return [(inner, union(*many))]
        case Several(items=inners), Several(items=outers):
            return list(zip(inners, outers, strict=False))
        case Gives(result=inner), Gives(result=outer):
            return [(inner, outer)]
        case ((Instance() | ClassRef()), (Instance() | ClassRef())) if want.cls is give.cls:
            return list(zip(want.args, give.args, strict=False))
        case _:
            return []


def _one(value: Value, known: Mapping[str, Vals], held: Instance | None, depth: int) -> Vals:
    def inner(vals: Vals) -> Vals:
        return filled(vals, known, held, depth + 1)

    match value:
        case Free(name=name):
            return known.get(name) or (value,)
        case Many(items=items):
            return (Many(inner(items)),)
        case Several(items=items):
            return (Several(tuple(map(inner, items))),)
        case Gives(result=result):
            return (Gives(inner(result)),)
        case Instance(cls=cls, args=args) if args:
            return (Instance(cls, tuple(map(inner, args))),)
        case ClassRef(cls=cls, args=args) if args:
            return (ClassRef(cls, tuple(map(inner, args))),)
        case _:
            return (value,)


def _has_free(vals: Vals) -> bool:
    return any(isinstance(one, (Free, Many, Several, Gives)) or getattr(one, "args", ()) for one in vals)


def settled(vals: Vals) -> Vals:
    """Parameters that nothing filled in could be anything."""
    return tuple(UNKNOWN if isinstance(one, Free) else one for one in vals)
