"""The places that vocabulary rows name, at a call; and the names of what stands outside of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.values import Global, Method, Outside

if TYPE_CHECKING:
    from audit.flow.graph import CallSite
    from audit.rulebook import Place as Words


def last_name(callee: object) -> str:
    """The last name of something outside of the tree."""
    if isinstance(callee, Outside):
        return callee.path.rsplit(".", 1)[-1]
    if isinstance(callee, Global | Method):
        return callee.name.rsplit(".", 1)[-1]
    return ""


def placed(site: CallSite, place: Words) -> list[int]:
    """The nodes that a place of a row means at a call."""
    if place.root == "this":
        return [site.receiver] if site.receiver >= 0 else []
    if place.root == "arg":
        if place.name is not None:
            first = len(site.arguments) - len(site.names)
            return [node for node, name in zip(site.arguments[first:], site.names, strict=False) if name == place.name]
        positional = site.arguments[: len(site.arguments) - len(site.names)]
        return list(positional[place.number or 0 :][:1])
    return list(site.arguments[place.number or 0 :]) if place.root == "args" else []
