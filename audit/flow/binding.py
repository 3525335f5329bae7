"""Which argument of a call is for which parameter of a function: by position, by name, out of what is spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.contexts import is_position, rest_of
from audit.flow.outside.places import MORE, named, positioned

if TYPE_CHECKING:
    from audit.flow.frames import Path
    from audit.flow.graph import CallSite, Function


def arguments_for(site: CallSite, position: int, shape: Function, path: Path) -> list[tuple[int, Path]]:
    """The nodes that a part of what a parameter gets comes from, each with the part of it."""
    name = name_of(shape, position)
    if site.names and name is not None and (found := named(site, name)):
        before = positioned(site, position) if name not in site.names else []  # `f(*args, **more)`: either may hold it
        sure = [one for one in before if not one[1]]
        return [(node, (*held, *path)) for node, held in sure or (*before, *found)]
    if position == more_of(shape):
        own = bool(path) and any(name_of(shape, one) == path[0] for one in range(len(shape.parameters)))
        return [] if own or not path else [(node, (*held, *path[1:])) for node, held in named(site, path[0])]
    if position == shape.rest and path and path[0].startswith("["):
        return _of_rest(site, position, path)
    return [(node, (*held, *path)) for node, held in positioned(site, position)]


def parameters_for(site: CallSite, slot: int, shape: Function, path: Path) -> list[tuple[int, Path]]:
    """The parameters that a part of an argument with a name is for, each with the part of it that this is."""
    name = site.name(slot)
    if name == MORE:
        return _out_of_more(site, shape, path)
    found = next((one for one in range(len(shape.parameters)) if name_of(shape, one) == name), None)
    if found is not None:
        return [(found, path)]
    more = more_of(shape)
    return [(more, (name, *path))] if more is not None else []


def _out_of_more(site: CallSite, shape: Function, path: Path) -> list[tuple[int, Path]]:
    """The parameters that a part of `**more` is for: those of its name; of what has no known one, all that nothing else
    is given to.
    """
    named = {one: name for one in range(len(shape.parameters)) if (name := name_of(shape, one)) is not None}
    sure = next((one for one, name in named.items() if path[:1] == (name,)), None)
    if sure is not None:
        return [(sure, path[1:])]
    left = _left(site, shape)
    if not path:
        return [(one, ()) for one in left]
    perhaps = [(one, rest_of(path, named[one])) for one in left if one in named]
    found = [(one, inner) for one, inner in perhaps if inner is not None]
    more = more_of(shape)
    return [*found, (more, path)] if more is not None else found


def _left(site: CallSite, shape: Function) -> list[int]:
    """The parameters that nothing else is given to."""
    last = len(site.arguments) - len(site.names)
    first = next((number for number, one in enumerate(site.spread[:last]) if one), last)
    return [one for one in range(first, len(shape.parameters)) if name_of(shape, one) not in site.names]


def is_named(site: CallSite, slot: int) -> bool:
    """Has the argument a name, or is it `**more`?"""
    return bool(site.name(slot))


def name_of(shape: Function, position: int) -> str | None:
    """The name of a parameter, where it has one."""
    target = shape.source.params[position].target if shape.source is not None else None
    target = target.target if isinstance(target, code.Default) else target
    return target.name if isinstance(target, code.Name) else None


def more_of(shape: Function) -> int | None:
    """The position of `**more`."""
    params = shape.source.params if shape.source is not None else ()
    last = len(params) - 1
    return last if params and params[last].rest and isinstance(params[last].target, code.ObjectPattern) else None


def _of_rest(site: CallSite, position: int, path: Path) -> list[tuple[int, Path]]:
    """An element of what `...rest` gets: the argument there, or any of them."""
    index, last = path[0].strip("[]"), len(site.arguments) - len(site.names)
    if is_position(index):
        return [(node, (*held, *path[1:])) for node, held in positioned(site, position + int(index))]
    given = zip(site.arguments[position:last], site.spread[position:last], strict=True)
    return [(node, (*path[: 1 if spread else 0], *path[1:])) for node, spread in given]
