"""The places that vocabulary rows name, at a call; and the names of what stands outside of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Global, Method, Outside
from audit.flow.contexts import ELEMENT

if TYPE_CHECKING:
    from audit.flow.frames import Path
    from audit.flow.graph import CallSite
    from audit.rulebook import Place as Words

MORE = "**"
"""The name of what a call of Python's is given as `**more`."""


def last_name(callee: object) -> str:
    """The last name of something outside of the tree."""
    if isinstance(callee, Outside):
        return callee.path.rsplit(".", 1)[-1]
    if isinstance(callee, (Global, Method)):
        return callee.name.rsplit(".", 1)[-1]
    return ""


def placed(site: CallSite, place: Words) -> list[tuple[int, Path]]:
    """The nodes that a place of a row means at a call, each with its part that is given (of what is spread)."""
    if place.root == "this":
        return [(site.receiver, ())] if site.receiver >= 0 else []
    if place.root == "arg":
        return named(site, place.name) if place.name is not None else positioned(site, place.number or 0)
    if place.root != "args":
        return []
    first = place.number or 0
    given = zip(site.arguments[first:], site.spread[first:], strict=True)
    return [(node, (ELEMENT,) if spread else ()) for node, spread in given]


def positioned(site: CallSite, position: int) -> list[tuple[int, Path]]:
    """The argument at a position, which may be an element of one that is spread."""
    last = len(site.arguments) - len(site.names)
    spread = next((number for number, one in enumerate(site.spread[:last]) if one), last)
    if position < spread:
        return [(site.arguments[position], ())]
    if spread == last:
        return []
    return [(site.arguments[spread], (f"[{position - spread}]" if spread == last - 1 else ELEMENT,))]


def named(site: CallSite, name: str) -> list[tuple[int, Path]]:
    """The argument of a name (Python), which may be a part of `**more`."""
    given = list(zip(site.arguments[len(site.arguments) - len(site.names) :], site.names, strict=False))
    return [(node, ()) for node, one in given if one == name] or [(node, (name,)) for node, one in given if one == MORE]
