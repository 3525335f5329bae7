"""From a name as it is used to where it is declared, also in another file, and to the parameters it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.facts.names import Occurrence, Parameter, Use
    from audit.extract.facts.outline import ClassHead
    from audit.link.program import Program

_DEEP = 16
_SHAPES = ("const", "let", "var", "function", "enum", "namespace")


class Declaration(Struct, frozen=True, order=True):
    """A module-level name where it is declared: at a byte offset."""

    file: str
    name: str
    at: int


class Class(Struct, frozen=True, order=True):
    """A class or interface and its file."""

    file: str
    head: ClassHead


class Callee(Struct, frozen=True, order=True):
    """A function that a call leads to; `parameters` is None for one that is known by its type only.

    `passed` and `position` are set when it is itself a parameter: what its function is given to, and its
    position.
    """

    file: str
    class_at: int
    parameters: tuple[Parameter, ...] | None
    passed: Use | None = None


def declaration(program: Program, file: str, name: str) -> Declaration | None:
    """Where a module-level name of a file is declared, through its imports."""
    facts = program.facts(file)
    if facts is None or not name:
        return None
    outline = facts.outline()
    for head in outline.classes:
        if head.name == name:
            return Declaration(file, name, head.at)
    for one in outline.imports:
        target = program.resolve(file, one.module) if one.local == name else None
        if target is not None:
            return exported(program, target, name if one.name == "*" else one.name, frozenset())
    return next(
        (Declaration(file, name, o.at) for o in facts.occurrences(name) if o.shape in _SHAPES and not o.scope[0]),
        None,
    )


def exported(program: Program, file: str, name: str, seen: frozenset[str]) -> Declaration | None:
    """Where an exported name of a module is declared, through re-exports."""
    facts = program.facts(file)
    if facts is None or file in seen:
        return None
    for export in facts.outline().exports:
        if export.name not in (name, "*"):
            continue
        if not export.module:
            return declaration(program, file, export.local)
        target = program.resolve(file, export.module)
        source = name if export.name == "*" else export.source
        found = exported(program, target, source, seen | {file}) if target is not None else None
        if found is not None:
            return found
    return None


def class_named(program: Program, file: str, name: str) -> Class | None:
    """The class or interface that a dotted name means in a file."""
    root, _, member = name.partition(".")
    found = declaration(program, file, root) if not member else _member_of_namespace(program, file, root, member)
    return class_at(program, found) if found is not None else None


def class_at(program: Program, place: Declaration) -> Class | None:
    """The class or interface declared at a place."""
    facts = program.facts(place.file)
    heads = facts.outline().classes if facts is not None else ()
    return next((Class(place.file, head) for head in heads if head.at == place.at), None)


def lineage(program: Program, start: Class) -> Iterator[Class]:
    """A class with everything it extends, nearest first."""
    todo = [start]
    seen: set[tuple[str, int]] = set()
    while todo and len(seen) < _DEEP:
        one = todo.pop(0)
        if (one.file, one.head.start) in seen:
            continue
        seen.add((one.file, one.head.start))
        yield one
        bases = (class_named(program, one.file, base) for base in one.head.extends)
        todo.extend(base for base in bases if base is not None)


def callee(program: Program, file: str, class_start: int, use: Use) -> Callee | None:
    """The function in the tree that a call leads to; None when it is not known."""
    root, *members = use.callee.split(".")
    if "()" in use.callee or not root:
        return None
    if root in ("this", "super"):
        own = _class_starting(program, file, class_start)
        if own is None:
            return None
        if root == "super":
            return next(
                (found for base in list(lineage(program, own))[1:] if (found := _constructor(program, base))),
                None,
            )
        return _member(program, own, members)
    bound = named(program, file, root, use.start)
    return _declared(program, file, bound, members) if bound is not None else None


def named(program: Program, file: str, name: str, start: int) -> Occurrence | None:
    """The declaration of a name that stands at an offset, or behind it."""
    facts = program.facts(file)
    names = facts.occurrences(name) if facts is not None else ()
    here = next((one for one in names if one.at >= start), None)
    return next((one for one in names if here is not None and one.at == here.bound and one.bound == one.at), None)


def _declared(program: Program, file: str, found: Occurrence, members: list[str]) -> Callee | None:
    if found.shape == "import":
        return _imported(program, file, found.at, members)
    if members:
        if found.shape == "class":
            own = class_at(program, Declaration(file, "", found.at))
            return _member(program, own, members) if own is not None else None
        if found.type:
            held = class_named(program, file, found.type)
            return _member(program, held, members) if held is not None else None
        return _object_member(program, file, found, members)
    if found.shape == "class":
        own = class_at(program, Declaration(file, "", found.at))
        return _constructed(program, own) if own is not None else None
    if found.params is not None:
        return Callee(file, -1, found.params)
    return Callee(file, -1, None, found.use) if found.shape == "parameter" and found.use is not None else None


def _imported(program: Program, file: str, at: int, members: list[str]) -> Callee | None:
    facts = program.facts(file)
    one = next((one for one in facts.outline().imports if one.at == at), None) if facts is not None else None
    target = program.resolve(file, one.module) if one is not None else None
    if one is None or target is None:
        return None
    if one.name == "*":
        name, members = (members[0], members[1:]) if members else ("", [])
    else:
        name = one.name
    place = exported(program, target, name, frozenset())
    there = program.facts(place.file) if place is not None else None
    for found in there.occurrences(place.name) if place is not None and there is not None else ():
        if place is not None and found.at == place.at:
            return _declared(program, place.file, found, members)
    return None


def _member(program: Program, start: Class, members: list[str]) -> Callee | None:
    """A method of a class, or a method of what one of its fields is typed as."""
    for one in lineage(program, start):
        facts = program.facts(one.file)
        for found in facts.occurrences(members[0]) if facts is not None and members else ():
            if not _belongs(found, one.head):
                continue
            if len(members) == 1:
                return Callee(one.file, one.head.start, found.params)
            held = class_named(program, one.file, found.type) if found.type else None
            if held is not None:
                return _member(program, held, members[1:])
    return None


def _belongs(found: Occurrence, head: ClassHead) -> bool:
    if head.interface:
        return found.role == "key" and head.start <= found.at < head.end and found.shape.endswith("_signature")
    if found.class_at != head.start:
        return False
    defines = found.role == "key" and found.shape in (
        "method_definition",
        "public_field_definition",
        "abstract_method_signature",
    )
    return defines or (found.shape == "parameter" and found.enclosing.endswith(".constructor"))


def _constructed(program: Program, start: Class) -> Callee | None:
    for one in lineage(program, start):
        found = _constructor(program, one)
        if found is not None:
            return found
    return Callee(start.file, start.head.start, None)


def _constructor(program: Program, of: Class) -> Callee | None:
    facts = program.facts(of.file)
    for found in facts.occurrences("constructor") if facts is not None else ():
        if found.class_at == of.head.start and found.params is not None:
            return Callee(of.file, of.head.start, found.params)
    return None


def _object_member(program: Program, file: str, holder: Occurrence, members: list[str]) -> Callee | None:
    facts = program.facts(file)
    for found in facts.occurrences(members[0]) if facts is not None and len(members) == 1 else ():
        if (
            found.role == "key"
            and found.target is not None
            and found.target.at == holder.at
            and found.params is not None
        ):
            return Callee(file, -1, found.params)
    return None


def _class_starting(program: Program, file: str, start: int) -> Class | None:
    facts = program.facts(file)
    heads = facts.outline().classes if facts is not None else ()
    return next((Class(file, head) for head in heads if head.start == start), None)


def _member_of_namespace(program: Program, file: str, root: str, member: str) -> Declaration | None:
    facts = program.facts(file)
    for one in facts.outline().imports if facts is not None else ():
        if one.local == root and one.name == "*":
            target = program.resolve(file, one.module)
            return exported(program, target, member, frozenset()) if target is not None else None
    return None
