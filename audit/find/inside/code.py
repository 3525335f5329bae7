"""The client's declarations by name, across its files: functions, methods, objects, classes, constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.code import (
    Call,
    Class,
    Expr,
    Field,
    Function,
    Member,
    Name,
    Object,
    This,
)  # fmt: skip
from audit.find.client.clients import definitions
from audit.find.inside.statements import assigned, constructed, values
from audit.link.questions.declaring import COMMON, name_of_unnamed
from audit.link.questions.words import word_at, word_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.outline import Unit
    from audit.find.client.clients import FoundClient
    from audit.link.program import Program


class Key(Struct, frozen=True, order=True):
    """A declaration: `getRelease`, `Client.getRelease`, `api.getRelease`."""

    file: str
    name: str


class Code:
    """What the client's files declare, lowered when asked for."""

    def __init__(self, program: Program, client: FoundClient, is_mine: Callable[[str], bool] | None = None) -> None:
        self._program = program
        self._is_mine = is_mine or client.owns
        self._declared: dict[Key, Expr | None] = {}
        self._imports: dict[str, dict[str, tuple[str, str]]] = {}
        self._units: dict[str, dict[str, list[int]]] = {}
        self._exports: dict[str, dict[str, Key]] = {}

    def declared(self, key: Key) -> Expr | None:
        """The function, class, object or expression that a key stands for; None when there is none."""
        if key not in self._declared:
            self._declared[key] = None
            self._declared[key] = self._member(key) if "." in key.name else self._top(key)
        return self._declared[key]

    def imports(self, file: str) -> dict[str, tuple[str, str]]:
        """Module specifier and exported name of each imported local name."""
        if file not in self._imports:
            facts = self._program.facts(file)
            found = facts.outline().imports if facts is not None else ()
            self._imports[file] = {
                one.local: (one.module, one.name) for one in found if one.local and not one.type_only
            }
        return self._imports[file]

    def imported(self, file: str, local: str) -> tuple[str, str] | None:
        """Module specifier and exported name of an imported local name."""
        return self.imports(file).get(local)

    def is_mine(self, file: str, module: str) -> bool:
        """Does a specifier lead to a file of the client?"""
        target = self._program.resolve(file, module)
        return target is not None and self._is_mine(target)

    def units(self, file: str) -> tuple[Unit, ...]:
        """The top-level statements of a file, in order."""
        facts = self._program.facts(file)
        return facts.outline().units if facts is not None else ()

    def place(self, key: Key, at: int) -> int:
        """Where a name is declared, for one that is exported at `at`: there, or in another statement."""
        units = [self.units(key.file)[index] for index in self._named_units(key.file).get(key.name, ())]
        if not units or any(unit.start <= at < unit.end for unit in units):
            return at
        return self._program.ask(key.file, word_at, units[-1].start, key.name)

    def places(self, file: str, name: str) -> tuple[int, ...]:
        """Where a name stands as a word in a file."""
        return self._program.ask(file, word_places, name)

    def declares(self, file: str, name: str) -> bool:
        """Does the file declare the name at its top level?"""
        return name in self._named_units(file)

    def named(self, file: str, name: str) -> Key | None:
        """What a name that a function does not bind itself means in a file."""
        if self.declares(file, name):
            return Key(file, name)
        found = self.imported(file, name)
        return self._exported(file, *found) if found is not None and found[1] != "*" else None

    def member(self, file: str, node: Member, inside: str, locals_: frozenset[str]) -> Key | None:
        """What `this.f`, `module.f`, `object.f`, `Class.f` and `this.field.f` mean; `inside` is the class."""
        held = node.object
        if isinstance(held, This):
            return self.of_class(Key(file, inside), node.key, frozenset()) if inside else None
        if isinstance(held, Member) and isinstance(held.object, This) and inside:
            owner = self._field_type(Key(file, inside), held.key)
            return self.of_class(owner, node.key, frozenset()) if owner is not None else None
        if not isinstance(held, Name) or held.name in locals_:
            return None
        found = self.imported(file, held.name)
        if found is not None and found[1] == "*":
            return self._exported(file, found[0], node.key)
        return self._of_object(self.named(file, held.name), node.key)

    def of_class(self, owner: Key, method: str, seen: frozenset[Key]) -> Key | None:
        """A method of a class or of the classes that it extends."""
        node = self.declared(owner)
        if not isinstance(node, Class) or owner in seen:
            return None
        if any(member.name == method for member in node.members):
            return Key(owner.file, f"{owner.name}.{method}")
        for base in node.bases:
            key = self.named(owner.file, base.name) if isinstance(base, Name) else None
            found = self.of_class(key, method, seen | {owner}) if key is not None else None
            if found is not None:
                return found
        return None

    def field_type(self, owner: Key, field: str) -> str:
        """The written type of a field, without its arguments; "" when there is none."""
        node = self.declared(owner)
        for member in node.members if isinstance(node, Class) else ():
            if isinstance(member, Field) and member.name == field:
                return member.type.split("<")[0] or constructed(member.value)
            if isinstance(member, Function) and member.kind == "constructor":
                for one in member.params:
                    if one.field and isinstance(one.target, Name) and one.target.name == field:
                        return one.type.split("<")[0]
        return ""

    def _field_type(self, owner: Key, field: str) -> Key | None:
        name = self.field_type(owner, field)
        return self.named(owner.file, name) if name else None

    def _of_object(self, owner: Key | None, key: str) -> Key | None:
        node = self.declared(owner) if owner is not None else None
        if owner is None or node is None:
            return None
        if isinstance(node, Class):
            return self.of_class(owner, key, frozenset())
        if isinstance(node, Object) and any(one.key == key for one in node.properties):
            return Key(owner.file, f"{owner.name}.{key}")
        if isinstance(node, Call) and node.new and isinstance(node.callee, Name):
            made = self.named(owner.file, node.callee.name)
            return self.of_class(made, key, frozenset()) if made is not None else None
        return None

    def _exported(self, file: str, module: str, name: str) -> Key | None:
        target = self._program.resolve(file, module)
        if target is None or not self._is_mine(target):
            return None
        if target not in self._exports:
            found = definitions(self._program, target)
            self._exports[target] = {one: Key(d.file, d.local or d.exported) for one, d in found.items()}
        return self._exports[target].get(name)

    def names_of(self, file: str) -> tuple[tuple[str, ...], ...]:
        """For each top-level statement the names that it declares; `COMMON` for `module.exports = …`."""
        return tuple(
            tuple(unit.name.split(","))
            if unit.name
            else (self._program.ask(file, name_of_unnamed, unit.start, unit.end),)
            for unit in self.units(file)
        )

    def _named_units(self, file: str) -> dict[str, list[int]]:
        if file not in self._units:
            found: dict[str, list[int]] = {}
            for index, names in enumerate(self.names_of(file)):
                for name in names:
                    found.setdefault(name, []).append(index)
            self._units[file] = found
        return self._units[file]

    def _top(self, key: Key) -> Expr | None:
        facts = self._program.facts(key.file)
        if facts is None:
            return None
        units = self._named_units(key.file)
        for index in (*units.get(key.name, ()), *units.get(COMMON, ())):
            for found, value in values(facts.body(index)):
                if found == key.name:
                    return value
        return None

    def _member(self, key: Key) -> Expr | None:
        owner, _, name = key.name.rpartition(".")
        node = self.declared(Key(key.file, owner))
        if isinstance(node, Class):
            for one in node.members:
                if one.name == name:
                    return (one.value or assigned(node, name)) if isinstance(one, Field) else one
        for given in node.properties if isinstance(node, Object) else ():
            if given.key == name:
                return given.value
        return None
