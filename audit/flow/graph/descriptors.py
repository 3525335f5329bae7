"""Decorators of TypeScript that put another function in the place of a method: `descriptor.value = function …`."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.facts import code

REPLACED = "@replaced"
"""The part of what a decorator returns that it has put into the descriptor of a method."""
VALUE = "value"
_NAMES = frozenset(("descriptor", "desc", "propertyDescriptor"))
_TYPE = "PropertyDescriptor"
_PLACE = 2


def descriptor_of(it: code.Function) -> str:
    """The name of the parameter that is given the descriptor of a method, if a function looks like such a decorator."""
    one = it.params[_PLACE] if len(it.params) > _PLACE else None
    if one is None or not isinstance(one.target, code.Name):
        return ""
    return one.target.name if _TYPE in one.type or one.target.name in _NAMES else ""


def untyped(it: code.Function) -> code.Function:
    """Such a function, whose descriptor is what the method says: its type says less."""
    described = replace(it.params[_PLACE], type="")
    return replace(it, params=(*it.params[:_PLACE], described, *it.params[_PLACE + 1 :]))
