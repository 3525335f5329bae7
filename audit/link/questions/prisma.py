"""What a Prisma schema declares: models with their tables, fields with their columns."""

from __future__ import annotations

import re

Field = tuple[str, str, str, bool, tuple[tuple[str, str], ...]]
"""A field of a model: its name, its column, its type, whether it is a list, and which fields of its model tell the rows
of another one that it holds, each with the field there."""
Model = tuple[str, int, str, tuple[Field, ...]]
"""A model: its name, where that stands, its table, its fields."""

_MODEL = re.compile(rb"^[ \t]*(?:model|view)[ \t]+(\w+)[ \t]*\{(.*?)^[ \t]*\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(rb"^[ \t]*(\w+)[ \t]+(\w+)(?:\([^)]*\))?(\[\])?[?!]?(.*)$", re.MULTILINE)
_COLUMN = re.compile(rb"(?<!@)@map\(\s*(?:name:\s*)?\"([^\"]+)\"")
_TIES = re.compile(rb"fields:\s*\[([^\]]*)\].*?references:\s*\[([^\]]*)\]")
_TABLE = re.compile(rb"^[ \t]*@@map\(\s*(?:name:\s*)?\"([^\"]+)\"", re.MULTILINE)
_CALLS = re.compile(rb"\.(?:find(?:Many|First|Unique)\w*|create|update|upsert|delete)\(")
_MENTION = rb"\.\s*%s\s*\.\s*(?:find|create|update|upsert|delete|count|aggregate|groupBy)\w*\s*[(<]"


def models(source: bytes) -> tuple[Model, ...]:
    """The models of a schema, in order."""
    return tuple(_model(match) for match in _MODEL.finditer(source))


def calls_of_model(source: bytes, key: bytes) -> tuple[int, ...]:
    """Where a method of a model's client is called (`db.user.findMany(`): where the model's key stands."""
    pattern = re.compile(_MENTION % re.escape(key))
    return tuple(match.start() + match[0].index(key) for match in pattern.finditer(source))


def including(source: bytes, field: bytes) -> tuple[int, ...]:
    """Where options may ask for the rows that a field holds (`items: true`), in a file that calls a model."""
    if _CALLS.search(source) is None:
        return ()
    asked = re.compile(rb"(?<![\w$.])" + re.escape(field) + rb"\s*:\s*(?:true\b|\{)")
    return tuple(match.start() for match in asked.finditer(source))


def _model(match: re.Match[bytes]) -> Model:
    name, body = match[1].decode(), match[2]
    table = _TABLE.search(body)
    fields = tuple(map(_field, _FIELD.finditer(body)))
    return name, match.start(1), table[1].decode() if table is not None else name, fields


def _field(match: re.Match[bytes]) -> Field:
    rest = match[4].partition(b"//")[0]
    column, ties = _COLUMN.search(rest), _TIES.search(rest)
    name = match[1].decode()
    pairs = tuple(zip(_names(ties[1]), _names(ties[2]), strict=False)) if ties is not None else ()
    return name, column[1].decode() if column is not None else name, match[2].decode(), match[3] is not None, pairs


def _names(text: bytes) -> list[str]:
    return [one.strip().decode() for one in text.split(b",") if one.strip()]
