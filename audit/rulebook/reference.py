"""The reference of rules files, written from the types that check them: `python -m audit.rulebook.reference`."""

import inspect as source
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import NODEFAULT, inspect

from audit.rulebook.rules import Rules

PAGE: Final = Path(__file__).parents[2] / "docs" / "rules-reference.md"
_HEAD: Final = """# Rules files: every key

<!-- Written by `make reference` from the types in `audit/rulebook`, which refuse whatever does not fit them. -->

What the keys mean together, globs, conditions and bridges: [Rules](rules.md). What is not required may be left out. In
a condition, one word does for a list.
"""


def reference() -> str:
    """The page in Markdown: a section for each table of a rules file, in the order in which they are named."""
    known = inspect.type_info(Rules)
    assert isinstance(known, inspect.StructType)
    return _HEAD + "".join(f"\n{section}" for section in _sections("", known, {}))


def _sections(name: str, struct: inspect.StructType, seen: dict[type, str]) -> Iterator[str]:
    if struct.cls in seen:
        return
    seen[struct.cls] = name
    lines = [
        f"## {f'`{name}`' if name else 'The file'}",
        "",
        _about(struct.cls),
        "",
        "| key | takes | default |",
        "|---|---|---|",
    ]
    inner: list[tuple[str, inspect.StructType]] = []
    for field in struct.fields:
        found = _struct(field.type)
        if found is not None:
            inner.append((_below(name, field.encode_name, field.type), found))
        lines.append(f"| `{field.encode_name}` | {_takes(field.type)} | {_default(field)} |")
    yield "".join(f"{line}\n" for line in lines)
    for below, found in inner:
        yield from _sections(below, found, seen)


def _about(kind: type) -> str:
    """What the type says of itself, as one paragraph for each of its own."""
    return (source.getdoc(kind) or "").strip()


def _below(name: str, key: str, kind: inspect.Type) -> str:
    path = f"{name.strip('[]')}.{key}" if name else key
    return f"[[{path}]]" if isinstance(kind, inspect.VarTupleType) else f"[{path}]"


def _struct(kind: inspect.Type) -> inspect.StructType | None:
    match kind:
        case inspect.StructType():
            return kind
        case inspect.VarTupleType():
            return _struct(kind.item_type)
        case inspect.DictType():
            return _struct(kind.value_type)
        case inspect.UnionType():
            return next(filter(None, map(_struct, kind.types)), None)
        case _:
            return None


def _takes(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType():
            return "a table"
        case inspect.VarTupleType():
            return "tables" if _struct(kind) else f"a list of {_takes(kind.item_type)}"
        case inspect.DictType():
            return f"names with {_takes(kind.value_type)} each"
        case inspect.UnionType():
            return " or ".join(_takes(one) for one in kind.types if not isinstance(one, inspect.NoneType))
        case inspect.LiteralType():
            return ", ".join(f"`{word}`" for word in kind.values)
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return "a number"
        case _:
            return "text"


def _default(field: inspect.Field) -> str:
    if field.required:
        return "required"
    if field.default in (NODEFAULT, None, ()) or not isinstance(field.default, (str, int)):
        return ""
    return (
        f"`{str(field.default).lower()}`"
        if isinstance(field.default, bool)
        else f"`{field.default}`" * bool(field.default)
    )


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
