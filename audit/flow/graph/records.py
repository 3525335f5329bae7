"""Python classes whose constructor follows from their fields: dataclasses, named tuples, models.

Vocabulary says which (`[[record]]`); a graph knows no imports, so the last name of a row's callee is what counts.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from audit.extract.facts import code
from audit.rulebook import Place, load_vocabulary, places_of

_EXTRA, _KEPT, _RENAMES = "extra", "allow", "alias_generator"
_MORE = "extra of a model"
_MATCHED = "__match_args__"
_GIVEN = "InitVar"
"""The type of what a constructor is given, and gives to the method that it calls last: no field."""


class Above(Struct, frozen=True):
    """The fields that a class has of records above it; `down`: what extends these is one without a decorator."""

    fields: tuple[str, ...]
    down: bool


class _Known(Struct, frozen=True):
    """The names of decorators and base classes, of those whose objects are lists too; of what says a default, where
    that, what makes it and other names of the field stand.
    """

    decorators: frozenset[str]
    bases: frozenset[str]
    defaults: dict[str, tuple[Place, ...]]
    factories: dict[str, tuple[Place, ...]]
    aliases: dict[str, tuple[Place, ...]]
    numbered: frozenset[str]
    ends: dict[str, str]


@cache
def _known() -> _Known:
    rows = load_vocabulary().records
    classes = [(name, row.decorator) for row in rows if row.kind == "class" for name in row.export]
    fields = [(name, row) for row in rows if row.kind == "field" for name in row.export]
    return _Known(
        frozenset(name for name, decorates in classes if decorates),
        frozenset(name for name, decorates in classes if not decorates),
        {name: places_of(row.default) if row.default is not None else () for name, row in fields},
        {name: places_of(row.factory) if row.factory is not None else () for name, row in fields},
        {name: places_of(row.alias) if row.alias is not None else () for name, row in fields},
        frozenset(name for row in rows if row.numbered for name in row.export),
        {name: row.ends for row in rows if row.ends is not None for name in row.export},
    )


def with_constructor(it: code.Class, above: Above | None = None) -> tuple[code.Function | code.Field, ...]:
    """The members of a class, its fields as a constructor where it is made so; what is for fields that it has of others
    (`above`) it gives to the constructor there.
    """
    if not (is_record(it) or (above is not None and above.down)) or any(map(_is_constructor, it.members)):
        return it.members
    fields = own_fields(it)
    given = [one for one in fields if one.type.rpartition(".")[2].startswith(_GIVEN)]
    own = tuple(code.Parameter(one.at, _target(one), one.type, field=one not in given) for one in fields)
    higher = _higher(it, above, fields) if above is not None else ()
    named, body = _by_other_names(fields)
    if any(_last(base) in _known().numbered for base in it.bases):
        body = (*body, *(_put(one.at, f"[{number}]", one.name) for number, one in enumerate(fields)))
    more, rest = _rest(it) if above is not None or any(map(_takes_more, it.members)) else ((), ())
    if above is not None:
        body = (_passed_on(it, higher), *body)
        rest = rest if any(map(_takes_more, it.members)) else ()
    body = (*body, *_ending(it, given))
    made = code.Function(it.at, it.at, "__init__", "constructor", (*higher, *own, *named, *more), (*body, *rest))
    return (made, *(one for one in it.members if one not in fields))


def _is_constructor(one: code.Function | code.Field) -> bool:
    return isinstance(one, code.Function) and one.kind == "constructor"


def makes_records(name: str) -> bool:
    """Is that the name of a decorator of records?"""
    return name in _known().decorators


def own_fields(it: code.Class) -> list[code.Field]:
    """The fields that a class declares for its objects."""
    return [one for one in it.members if isinstance(one, code.Field) and one.type and not one.static]


def hands_down(it: code.Class) -> bool:
    """Is what extends a class a record, too, without a decorator of its own?"""
    names = set(map(_last, it.bases))
    return bool(names & _known().bases) and not names & _known().numbered


def _higher(it: code.Class, above: Above, own: list[code.Field]) -> tuple[code.Parameter, ...]:
    """What a constructor takes by position for fields of classes above: those of decorators have them first. Their
    names stand at offsets of the class's head where nothing else does.
    """
    if not _decorators(it) & _known().decorators:
        return ()
    taken = {one.at for one in it.bases}
    free = (at for at in range(it.at + 2, min((one.at for one in it.members), default=it.end)) if at not in taken)
    names = (name for name in above.fields if all(name != one.name for one in own))
    return tuple(code.Parameter(at, code.Name(at, name), optional=True) for at, name in zip(free, names, strict=False))


def _passed_on(it: code.Class, higher: tuple[code.Parameter, ...]) -> code.Stmt:
    """`super().__init__(a=a, **extra)`"""
    at = it.at + 1
    names = tuple(one.target for one in higher if isinstance(one.target, code.Name))
    args: tuple[code.Expr, ...] = (*names, code.Spread(at, code.Name(at, _MORE)))
    called = code.Call(at, code.This(at, "super"), args, at, names=(*(one.name for one in names), "**"))
    return code.Do(at, called)


def _ending(it: code.Class, given: list[code.Field]) -> tuple[code.Stmt, ...]:
    """What the constructor calls last, where the class has it: `self.__post_init__(raw)`."""
    makers = (*_decorators(it), *map(_last, it.bases))
    names = {_known().ends[name] for name in makers if name in _known().ends}
    found = [one for one in it.members if isinstance(one, code.Function) and one.name in names]
    if not found:
        return ()
    at = it.end
    values = tuple(code.Name(at, one.name) for one in given)
    called = code.Call(at, code.Member(at, code.This(at), found[0].name), values, at)
    return (code.Do(at, called),)


def _by_other_names(fields: list[code.Field]) -> tuple[tuple[code.Parameter, ...], tuple[code.Stmt, ...]]:
    """Fields that are given by another name (`Field(alias="t")`), and shown by it: parameters of these names, and what
    makes both names members of the object.
    """
    own = {one.name for one in fields}
    pairs = {(name, one.name): one.at for one in fields for name in _aliases(one.value) if name not in own}
    parameters = tuple(code.Parameter(at, code.Name(at, name)) for (name, _), at in pairs.items())
    puts = (put for (name, field), at in pairs.items() for put in (_put(at, field, name), _put(at, name, field)))
    return parameters, (*puts, *(_put(at, name, name) for (name, _), at in pairs.items()))


def _aliases(value: code.Expr | None) -> list[str]:
    name = _last(value.callee) if isinstance(value, code.Call) else ""
    places = _known().aliases.get(name, ())
    given = (_given(value, (place,)) for place in places) if isinstance(value, code.Call) else ()
    said = (one.value for one in given if isinstance(one, code.Literal))
    return list(dict.fromkeys(text for text in said if isinstance(text, str)))


def _put(at: int, member: str, name: str) -> code.Stmt:
    """`self.member = name`"""
    return code.Do(at, code.Assign(at, code.Member(at, code.This(at), member), code.Name(at, name)))


def _takes_more(member: code.Function | code.Field) -> bool:
    """Does a member say that a model keeps what it has no field for (`ConfigDict(extra="allow")`, `class Config`), or
    that its fields have other names, which a function makes?
    """
    value = member.value if isinstance(member, code.Field) else None
    said: list[tuple[object, object]] = []
    if isinstance(value, code.Call):
        said.extend(zip(value.names, value.args[len(value.args) - len(value.names) :], strict=True))
    elif isinstance(value, code.Object):
        said.extend((one.key, one.value) for one in value.properties)
    elif isinstance(value, code.Class):
        said.extend((one.name, one.value) for one in value.members if isinstance(one, code.Field))
    return any(
        key == _RENAMES or (key == _EXTRA and isinstance(one, code.Literal) and one.value == _KEPT) for key, one in said
    )


def _rest(it: code.Class) -> tuple[tuple[code.Parameter, ...], tuple[code.Stmt, ...]]:
    """A parameter that takes what has no field, and what makes these members of the object."""
    name = code.Name(it.at + 1, _MORE)
    into = code.Member(it.at + 1, code.This(it.at + 1), "update")
    taking = code.Parameter(it.at + 1, code.ObjectPattern(it.at + 1, (), name), rest=True)
    return (taking,), (code.Do(it.at + 1, code.Call(it.at + 1, into, (name,), it.at + 1)),)


def matched_by(it: code.Class) -> tuple[str, ...]:
    """The members that patterns take by their places: those that the class says, else its fields as a record."""
    fields = [one for one in it.members if isinstance(one, code.Field)]
    said = next((one.value for one in fields if one.name == _MATCHED), None)
    if isinstance(said, code.Array):
        return tuple(str(one.value) if isinstance(one, code.Literal) else "" for one in said.items)
    return tuple(one.name for one in fields if one.type and not one.static) if is_record(it) else ()


def is_decorated(it: code.Class) -> bool:
    """Does something stand above a class that may hand out objects of it? What only makes its constructor does not."""
    return not _decorators(it) <= _known().decorators


def _decorators(it: code.Class) -> set[str]:
    return {_last(one.callee if isinstance(one, code.Call) else one) for one in it.decorators}


def is_record(it: code.Class) -> bool:
    """Does the constructor of a class follow from its fields?"""
    if not it.decorators and not it.bases:
        return False
    return bool(_decorators(it) & _known().decorators) or any(_last(base) in _known().bases for base in it.bases)


def _target(one: code.Field) -> code.Pattern:
    name = code.Name(one.at, one.name)
    value = _default(one.value) if one.value is not None else None
    return code.Default(one.at, name, value) if value is not None else name


def _default(value: code.Expr) -> code.Expr | None:
    """`field(default_factory=f)` is what `f` gives."""
    name = _last(value.callee) if isinstance(value, code.Call) else ""
    if not isinstance(value, code.Call) or name not in _known().defaults:
        return value
    factory = _given(value, _known().factories[name])
    if factory is not None:
        return code.Call(value.at, factory, (), value.end)
    return _given(value, _known().defaults[name])


def _given(call: code.Call, places: tuple[Place, ...]) -> code.Expr | None:
    """The first of some arguments that a call has."""
    last = len(call.args) - len(call.names)
    named = dict(zip(call.names, call.args[last:], strict=False))
    numbered = dict(enumerate(call.args[:last]))
    found = (named.get(one.name) if one.name is not None else numbered.get(one.number or 0) for one in places)
    return next((one for one in found if one is not None), None)


def _last(value: code.Expr) -> str:
    return value.key if isinstance(value, code.Member) else value.name if isinstance(value, code.Name) else ""
