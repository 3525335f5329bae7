"""Where a registration's row says that handlers stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.routes.model import is_element, merged
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.routes.model import Fact, Handed, Path
    from audit.rulebook import Place, RouteRow


def is_plugin(row: RouteRow) -> bool:
    """Is the function that the row takes no handler, but given a router to register on?"""
    return row.kind == "mount" and row.prefix is not None


def homes_of(row: RouteRow) -> frozenset[str]:
    """The modules that what handlers are given is of, else what they are given to."""
    given = frozenset(kind.partition("#")[0] for kind in row.params if "#" in kind)
    return given or frozenset(kind.partition("#")[0] for kind in row.on if "#" in kind) or frozenset(row.module)


VERBS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"))
_ANY = ".*"
DECORATED = -2
"""In place of an argument's position: what stands below a decorator."""


def takes(row: RouteRow, argument: int, path: Path, name: str = "") -> bool:
    """Is (a part of) an argument one of the row's handlers? `name` is that of one that is given by its name. Of a class
    these are the methods with the names of verbs, or those that the row names.
    """
    method = method_of(path)
    if method and method.upper() not in VERBS and method not in row.named:
        return False
    return row.handlers is not None and any(_fits(place, argument, path, name) for place in places_of(row.handlers))


def made_by(end: Handed, returned: Fact) -> Iterator[Handed]:
    """A registration that is given a function which makes the table of handlers: `fields: () => ({ item: … })`."""
    path = (*end.path, "()", *returned.path)
    if any(takes(row, end.argument, path, end.name) for row in end.rows):
        bindings = merged(returned.bindings, end.bindings)
        yield replace(end, path=path, bindings=bindings, own=returned.own, guess=end.guess or returned.guess)


def method_of(path: Path) -> str:
    """The name of a method of a class; "" for another part."""
    return path[-1][1:] if path and path[-1][:1] == "#" else ""


def named_by(row: RouteRow, end: Handed) -> tuple[str, ...]:
    """The name of a procedure whose keys in an object say it: `{ Query: { item } }` is `Query.item`."""
    keys = _keys(row, end)
    return (".".join(keys),) if keys else ()


def beside(row: RouteRow, end: Handed, places: str) -> str:
    """What a row says of a table of routes, in the entry that has the handler's keys: `arg0.*.path` of a contract."""
    if _ANY not in places:
        return places
    keys = _keys(row, end)
    fitting = (one for one in places.split("|") if one.count(_ANY) == len(keys))
    return "|".join(_filled(one, keys) for one in fitting)


def _filled(place: str, keys: tuple[str, ...]) -> str:
    for key in keys:
        place = place.replace(_ANY, f".{key}", 1)
    return place


def _keys(row: RouteRow, end: Handed) -> tuple[str, ...]:
    """The keys under which an object holds a handler, where a row says that they may be any."""
    places = [one for one in places_of(row.handlers or "") if "*" in one.path]
    fitting = [one for one in places if _fits(one, end.argument, end.path, end.name) and len(one.path) == len(end.path)]
    return tuple(key for one in fitting[:1] for step, key in zip(one.path, end.path, strict=True) if step == "*")


def _fits(place: Place, argument: int, path: Path, name: str) -> bool:
    if name or place.name is not None:
        at = place.name == name
    elif argument == DECORATED:
        at = place.root == "decorated"
    else:
        one = place.root == "arg" and place.number == argument
        at = one or (place.root == "args" and (place.number or 0) <= argument)
    wanted = len(place.path)
    if not at or len(path) < wanted or not all(is_element(step) for step in path[wanted:]):
        return False
    return all(
        key in (step, "*") or (is_element(step) and is_element(key))
        for key, step in zip(place.path, path, strict=False)
    )
