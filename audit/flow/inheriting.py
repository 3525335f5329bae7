"""What makes records of Python's classes in other places: the records above them, and names that files give to
decorators (`from dataclasses import dataclass as record`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.records import Above, hands_down, is_record, makes_records, own_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.extract.facts.outline import Import
    from audit.link.program import Program

_HIGHEST = 8
_HANDED_ON = 4


class _Found(NamedTuple):
    file: str
    shape: code.Class


def above(program: Program, file: str, it: code.Class, depth: int = 0) -> Above | None:
    """What a class has of the records that it extends; None where there are none in the tree."""
    names: dict[str, None] = {}
    records = down = False
    for base in _bases(program, file, it) if depth < _HIGHEST else ():
        higher = above(program, base.file, base.shape, depth + 1)
        names.update(dict.fromkeys(higher.fields if higher is not None else ()))
        names.update(dict.fromkeys(one.name for one in own_fields(base.shape)))
        records |= is_record(base.shape) or higher is not None
        down |= hands_down(base.shape) or (higher is not None and higher.down)
    return Above(tuple(names), down) if records else None


def under_own_names(imports: Iterable[Import], body: tuple[code.Stmt, ...]) -> tuple[code.Stmt, ...]:
    """The statements with the decorators of records above classes under the names that these have at home."""
    named = {one.local: one.name for one in imports if one.local != one.name and makes_records(one.name)}
    return tuple(_renamed(one, named) for one in body) if named else body


def _renamed(one: code.Stmt, named: dict[str, str]) -> code.Stmt:
    if not isinstance(one, code.Declare) or not isinstance(one.value, code.Class):
        return one
    above = tuple(
        replace(it, callee=_own(it.callee, named)) if isinstance(it, code.Call) else _own(it, named)
        for it in one.value.decorators
    )
    return replace(one, value=replace(one.value, decorators=above))


def _own(it: code.Expr, named: dict[str, str]) -> code.Expr:
    return replace(it, name=named[it.name]) if isinstance(it, code.Name) and it.name in named else it


def _bases(program: Program, file: str, it: code.Class) -> Iterator[_Found]:
    for one in it.bases:
        base = one.object if isinstance(one, code.Index) else one  # `Page[Item]`
        if isinstance(base, code.Name):
            found = _named(program, file, base.name)
        elif isinstance(base, code.Member) and isinstance(base.object, code.Name) and isinstance(base.key, str):
            source = _module(program, file, base.object.name)
            found = _named(program, source, base.key) if source is not None else None
        else:
            found = None
        if found is not None and found.shape.at != it.at:
            yield found


def _named(program: Program, file: str, name: str, depth: int = 0) -> _Found | None:
    """The class that a name of a module stands for."""
    facts = program.facts(file)
    if facts is None or depth > _HANDED_ON:
        return None
    outline = facts.outline()
    for unit in (number for number, one in enumerate(outline.units) if one.kind == "class" and one.name == name):
        body = under_own_names(outline.imports, facts.body(unit))
        shapes = (one.value for one in body if isinstance(one, code.Declare))
        return next((_Found(file, one) for one in shapes if isinstance(one, code.Class)), None)
    for one in outline.imports:
        source = program.resolve(file, one.module) if one.local == name else None
        if source is not None and source != file:
            return _named(program, source, one.name, depth + 1)
    return None


def _module(program: Program, file: str, name: str) -> str | None:
    """The file of the module that a name stands for (`from app import models`, `import app.models as models`)."""
    facts = program.facts(file)
    for one in facts.outline().imports if facts is not None else ():
        if one.local == name:
            return program.resolve(file, one.module if one.name == "*" else f"{one.module}.{one.name}")
    return None
