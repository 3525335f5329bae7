"""Python classes whose constructor follows from their fields: dataclasses, named tuples, models."""

from __future__ import annotations

from audit.extract.facts import code

_DECORATORS = frozenset(("dataclass", "define", "frozen", "attrs", "s"))
_BASES = frozenset(("NamedTuple", "BaseModel", "Struct"))


def with_constructor(it: code.Class) -> tuple[code.Function | code.Field, ...]:
    """The members of a class, its fields as a constructor where it is made so."""
    if not _is_record(it) or any(isinstance(one, code.Function) and one.kind == "constructor" for one in it.members):
        return it.members
    fields = [one for one in it.members if isinstance(one, code.Field) and one.type and not one.static]
    parameters = tuple(code.Parameter(one.at, _target(one), one.type, field=True) for one in fields)
    made = code.Function(it.at, it.at, "__init__", "constructor", parameters, ())
    return (made, *(one for one in it.members if one not in fields))


def _is_record(it: code.Class) -> bool:
    decorators = {_last(one.callee if isinstance(one, code.Call) else one) for one in it.decorators}
    return bool(decorators & _DECORATORS) or any(_last(base) in _BASES for base in it.bases)


def _target(one: code.Field) -> code.Pattern:
    name = code.Name(one.at, one.name)
    value = _default(one.value) if one.value is not None else None
    return code.Default(one.at, name, value) if value is not None else name


def _default(value: code.Expr) -> code.Expr | None:
    """`field(default_factory=f)` is what `f` gives."""
    if not isinstance(value, code.Call) or _last(value.callee) not in ("field", "Factory", "Field"):
        return value
    given = dict(zip(value.names, value.args[len(value.args) - len(value.names) :], strict=False))
    factory = given.get("default_factory", given.get("factory"))
    return code.Call(value.at, factory, (), value.end) if factory is not None else given.get("default")


def _last(value: code.Expr) -> str:
    return value.key if isinstance(value, code.Member) else value.name if isinstance(value, code.Name) else ""
