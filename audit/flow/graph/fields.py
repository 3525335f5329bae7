"""Fields of TypeScript that begin with what the constructor was given (`constructor(private text: string)`).

Parameters that are fields are put into the object before its fields begin: what reads `this` in such a class is as if
the constructor assigned it, first of all, of each object what that was given.
"""

from __future__ import annotations

from typing import TypeGuard

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.scopes import walk

Members = tuple[code.Function | code.Field, ...]
_CLOSED = (code.Function, code.Class)
"""What stands in these does not run at once."""


def beginning_inside(it: code.Class) -> Members:
    """The members of a class: fields that read what its parameters put there begin in the constructor."""
    maker = next((one for one in it.members if isinstance(one, code.Function) and one.kind == "constructor"), None)
    if maker is None or not any(one.field for one in maker.params):
        return it.members
    begun = [one for one in it.members if _reads_object(one)]
    if not begun:
        return it.members
    first = _behind_super(maker) if it.bases else 0
    body = (*maker.body[:first], *map(_assigned, begun), *maker.body[first:])
    remade = {id(one): replace(one, value=None) for one in begun} | {id(maker): replace(maker, body=body)}
    return tuple(remade.get(id(one), one) for one in it.members)


def _reads_object(member: code.Function | code.Field) -> TypeGuard[code.Field]:
    """Does a field of each object begin with what is read of the object at once?"""
    if not isinstance(member, code.Field) or member.static or not member.name:
        return False
    return any(isinstance(one, code.This) for one in walk(member.value, _CLOSED))


def _behind_super(maker: code.Function) -> int:
    """The number of the statement behind the call of the constructor above."""
    for number, statement in enumerate(maker.body):
        if any(isinstance(one, code.Call) and isinstance(one.callee, code.This) for one in walk(statement, _CLOSED)):
            return number + 1
    return 0


def _assigned(field: code.Field) -> code.Stmt:
    """`this.field = value`"""
    assert field.value is not None
    at = field.at
    return code.Do(at, code.Assign(at, code.Member(at, code.This(at), field.name), field.value, type=field.type))
