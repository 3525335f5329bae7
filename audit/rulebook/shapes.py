"""All differences between TOML data and the struct it should fill; msgspec itself stops at the first."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from audit.rulebook.problems import Fault, Key, did_you_mean


def misfits(data: object, shape: type[msgspec.Struct]) -> Iterator[Fault]:
    """Where `data`, as read from TOML, does not fit `shape`: unknown and missing keys, types, words."""
    return _differences(data, _info(shape), ())


@cache
def _info(shape: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(shape)


def _differences(value: object, shape: inspect.Type, key: Key) -> Iterator[Fault]:
    match shape:
        case inspect.StructType():
            yield from _table(value, shape, key)
        case inspect.DictType():
            yield from _mapping(value, shape, key)
        case inspect.VarTupleType():
            yield from _array(value, shape, key)
        case inspect.UnionType():
            yield from _differences(value, _main_type(shape), key)
        case inspect.LiteralType():
            yield from _word(value, [str(word) for word in shape.values], key)
        case inspect.StrType():
            yield from _plain(value, str, "text", key)
        case inspect.BoolType():
            yield from _plain(value, bool, "true or false", key)
        case inspect.IntType():
            yield from _plain(value, int, "a whole number", key)
        case _:
            raise TypeError(f"rules hold no values of type {shape}")


def _main_type(shape: inspect.UnionType) -> inspect.Type:
    """The type of an optional key, or all the words of a union of word lists."""
    types = [kind for kind in shape.types if not isinstance(kind, inspect.NoneType)]
    words = [word for kind in types if isinstance(kind, inspect.LiteralType) for word in kind.values]
    return inspect.LiteralType(tuple(words)) if words else types[0]


def _table(value: object, shape: inspect.StructType, key: Key) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(key, f"{_name(key)} must be a table, not {_kind(value)}")
        return
    fields = {field.encode_name: field for field in shape.fields}
    for name, inner in value.items():
        if name in fields:
            yield from _differences(inner, fields[name].type, (*key, name))
        else:
            where = f" in {_name(key)}" if key else ""
            yield Fault((*key, name), f"unknown key `{name}`{where}", did_you_mean(name, fields) or _known(fields))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Fault(key, f"{_name(key)} has no `{name}`", _remedy(name))


def _mapping(value: object, shape: inspect.DictType, key: Key) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(key, f"{_name(key)} must be a table, not {_kind(value)}")
        return
    for name, inner in value.items():
        if isinstance(shape.key_type, inspect.LiteralType):
            yield from _word(name, [str(word) for word in shape.key_type.values], (*key, name))
        yield from _differences(inner, shape.value_type, (*key, name))


def _array(value: object, shape: inspect.VarTupleType, key: Key) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(key, f"{_name(key)} must be a list, not {_kind(value)}", "write it in `[` and `]`")
        return
    for position, inner in enumerate(value):
        yield from _differences(inner, shape.item_type, (*key, position))


def _word(value: object, words: list[str], key: Key) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault(key, f"{_name(key)} must be text, not {_kind(value)}")
    elif value not in words:
        near = did_you_mean(value, words)
        yield Fault(key, f"`{value}` is not a value of {_name(key)}", near or "one of " + ", ".join(words))


def _plain(value: object, kind: type[Any], called: str, key: Key) -> Iterator[Fault]:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        yield Fault(key, f"{_name(key)} must be {called}, not {_kind(value)}")


def _name(key: Key) -> str:
    """`[[group]]` for an element of an array of tables, else the dotted key."""
    if not key:
        return "the file"
    words = [str(part) for part in key if isinstance(part, str)]
    return f"`[[{'.'.join(words)}]]`" if isinstance(key[-1], int) else f"`{'.'.join(words)}`"


def _known(fields: dict[str, inspect.Field]) -> str:
    return "known here: " + ", ".join(fields)


def _remedy(name: str) -> str:
    if name in {"because", "why", "quote", "source"}:
        return f'add `{name} = "…"`: people who read the report need the reason'
    return f"add `{name} = …`"


def _kind(value: object) -> str:
    names = {
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), type(value).__name__)
