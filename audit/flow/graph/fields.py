"""Fields of TypeScript that begin with what the constructor was given (`constructor(private text: string)`).

Parameters that are fields are put into the object before its fields begin: what reads `this` in such a class is as if
the constructor assigned it, first of all, of each object what that was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.scopes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

Members = tuple[code.Function | code.Field, ...]
_CLOSED = (code.Function, code.Class)
"""What stands in these does not run at once."""
_GOING_ON = ("pipe",)
"""Methods that give something which goes on with whatever comes into what they are called on."""


def beginning_inside(it: code.Class) -> Members:
    """The members of a class: fields that read what its parameters put there begin in the constructor. So do those with
    functions that see the object later (`view = { get: () => this.rows }`), and what goes on giving what another field
    is told (`this.subject.pipe(…)`), with that one.
    """
    maker = next((one for one in it.members if isinstance(one, code.Function) and one.kind == "constructor"), None)
    given = maker is not None and any(one.field for one in maker.params)
    fields = [one for one in it.members if isinstance(one, code.Field) and not one.static and one.name]
    live = _live(fields)
    begun = [one for one in fields if _sees_later(one) or (given and _reads_object(one)) or one in live]
    if not begun:
        return it.members
    made = maker or _handing_on(it)
    members = it.members if maker is not None else (*it.members, made)
    first = _behind_super(made) if it.bases else 0
    body = (*made.body[:first], *map(_assigned, begun), *made.body[first:])
    remade = {id(one): replace(one, value=None) for one in begun} | {id(made): replace(made, body=body)}
    return tuple(remade.get(id(one), one) for one in members)


def _handing_on(it: code.Class) -> code.Function:
    """The constructor of a class that has none written: that of an heir gives all that it is given to the one above."""
    given = code.Name(it.at, "arguments of super")
    above = code.Call(it.at, code.This(it.at, "super"), (code.Spread(it.at, given),), it.at)
    params = (code.Parameter(it.at, given, rest=True),) if it.bases else ()
    body = (code.Do(it.at, above),) if it.bases else ()
    return code.Function(it.at, it.at, "constructor", "constructor", params, body)


def _live(fields: list[code.Field]) -> list[code.Field]:
    """The fields that go on giving what others are told, with these."""
    told = {field.name: set(_told(field)) for field in fields}
    sources = {name for names in told.values() for name in names}
    return [one for one in fields if one.value is not None and (told[one.name] or one.name in sources)]


def _told(field: code.Field) -> Iterator[str]:
    """The fields of which one is made by a method that goes on with what they are told."""
    for one in walk(field.value, _CLOSED):
        callee = one.callee if isinstance(one, code.Call) else None
        source = callee.object if isinstance(callee, code.Member) and callee.key in _GOING_ON else None
        if isinstance(source, code.Member) and isinstance(source.object, code.This):
            yield source.key


def _reads_object(field: code.Field) -> bool:
    """Does a field begin with what is read of the object at once?"""
    return any(isinstance(one, code.This) for one in walk(field.value, _CLOSED))


def _sees_later(field: code.Field) -> bool:
    """Are functions that see the object in what a field of it begins with? One alone is called as a method is."""
    inner = (one for one in walk(field.value, (code.Class,)) if isinstance(one, code.Function))
    several = () if isinstance(field.value, code.Function) else inner
    return any(isinstance(one, code.This) for function in several for one in walk(function.body, (code.Class,)))


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
