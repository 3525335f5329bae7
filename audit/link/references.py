"""Where a declared name of a module is used: in its file, and through imports, re-exports and namespaces in others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.code import EXPORTED
from audit.extract.facts.names import DYNAMIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.names import Occurrence, Use
    from audit.extract.facts.outline import Export, Import, Load
    from audit.link.names import Declared
    from audit.link.program import Program

Path = tuple[str, ...]
_TAKEN = ("assign", "argument", "element", "return")
_UNFOLLOWED = ("spread", "other")
_WHOLE = ((), ("...",))
_KEYS = "Object.keys"  # gives names, and nothing that could run
_SETTLING = ("then", "catch", "finally")
_HANDED = frozenset(("argument", "assign", "store", "property", "spread", "element", "default", "field", "return"))


class Reference(Struct, frozen=True, order=True):
    """A use of a declared name: at the offset of a name, then by `path` (through a namespace)."""

    file: str
    at: int
    path: tuple[str, ...] = ()


class Uses(Struct, frozen=True):
    """Uses of a name, and those of namespaces that have it and are handed on as values: `path` leads from there on.

    `loose`: all places where a module that has the name goes where names do not lead, also one that is loaded there
    (`import("m").then((m) => m.run())`), and where what is meant does, itself or as an instance.
    """

    found: tuple[Reference, ...]
    handed: tuple[Reference, ...]
    loose: tuple[Reference, ...] = ()


def uses_of(program: Program, declared: Declared, ignored: Callable[[str], bool]) -> Uses:
    """Every use of a declared name as a value, sorted; without those in other files that are `ignored`."""
    search = _Search(program, ignored)
    search.local(declared.file, declared.name, declared.at, ())
    return Uses(*(tuple(sorted(one)) for one in (search.found, search.handed, search.loose)))


class _Search:
    """A name leads to the modules that import it; each exported name is followed once."""

    def __init__(self, program: Program, ignored: Callable[[str], bool]) -> None:
        self._program, self._ignored = program, ignored
        self._seen: set[tuple[str, str]] = set()
        self.found: dict[Reference, None] = {}
        self.handed: dict[Reference, None] = {}
        self.loose: dict[Reference, None] = {}

    def local(self, file: str, name: str, at: int, path: Path) -> None:
        """A local name; what is meant is reached from it by `path`."""
        facts = self._program.facts(file)
        if facts is None:
            return
        for export in facts.outline().exports:
            if not export.module and (export.at == at or (export.local == name and not path)):
                self._exported(file, export.name, path)
        for one in facts.occurrences(name) if _is_written(name) else ():
            if one.bound == at and one.role in ("reference", "write") and not one.type_only:
                if _leads(one, path):
                    self.found[Reference(file, one.at, path)] = None
                    if not path and _is_given(one.use):
                        self.loose[Reference(file, one.at)] = None
                    continue
                if _is_handed(one):
                    self.handed[Reference(file, one.at, path)] = None
                if _is_loose(one.use, path):
                    self.loose[Reference(file, one.at, path)] = None

    def _exported(self, file: str, name: str, path: Path) -> None:
        if (file, name) in self._seen:
            return
        self._seen.add((file, name))
        for importer in self._program.importers(file, name):
            facts = self._program.facts(importer) if not self._ignored(importer) else None
            if facts is None:
                continue
            outline = facts.outline()
            for one in outline.imports:
                if self._program.resolve(importer, one.module) == file:
                    self._imported(importer, one, name, path)
            for export in outline.exports:
                if export.module and self._program.resolve(importer, export.module) == file:
                    self._passed_on(importer, export, name, path)
            for load in outline.loads:
                if self._program.resolve(importer, load.module) == file:
                    self._loaded(importer, load, path if name == "=" else (name, *path))

    def _imported(self, importer: str, one: Import, name: str, path: Path) -> None:
        if not one.local or one.type_only:
            return
        if one.name == name or (name == "=" and one.name in ("*", "default", "=")):
            self.local(importer, one.local, one.at, path)
        elif one.name in ("*", "="):
            self.local(importer, one.local, one.at, (name, *path))

    def _passed_on(self, importer: str, export: Export, name: str, path: Path) -> None:
        if export.source == name:
            self._exported(importer, export.name, path)
        elif export.source == "*" and export.name == "*":
            if name != "default":
                self._exported(importer, name, path)
        elif export.source == "*":
            self._exported(importer, export.name, (name, *path))

    def _loaded(self, importer: str, load: Load, path: Path) -> None:
        """`const { name } = require("m")`, `const m = await import("m")`."""
        if load.use is None or load.use.kind != "assign":
            if _is_loose(load.use, path):
                self.loose[Reference(importer, load.at, path)] = None
            return
        for binding in load.use.bindings:
            steps = (*load.use.path, *binding.path)
            if steps == path[: len(steps)]:
                self.local(importer, binding.name, binding.at, path[len(steps) :])


def _is_written(name: str) -> bool:
    """Does a name stand in the source, or is it one that an export without a name was given?"""
    return name not in ("default", "=") and not name.startswith(EXPORTED)


def _leads(one: Occurrence, path: Path) -> bool:
    """Does a use of a namespace go on to what is meant? Also by being taken apart."""
    if not path or one.use is None:
        return not path
    return one.use.path[: len(path)] == path or any(binding.path[:1] == path[:1] for binding in one.use.bindings)


def _is_loose(use: Use | None, path: Path) -> bool:
    """Does a module itself, or what is meant of it, go where no name follows it?"""
    if use is None or use.kind in ("inspect", "discard") or use.callee == _KEYS:
        return False
    if use.kind == "assign" and use.bindings and not any(one.path in _WHOLE for one in use.bindings):
        return False  # taken apart: what is meant is not among what is taken
    first = next((step for step in use.path if step[:1] != "@"), "")
    return not first or first[0] == DYNAMIC or first in _SETTLING or path[:1] == (first,)


def _is_given(use: Use | None) -> bool:
    """Is what a name stands for itself given on, or an instance of it where nothing follows that?"""
    if use is None or use.path:
        return use is not None and use.path[0] == "prototype"
    outer = use.outer.kind if use.outer is not None else ""
    if use.kind == "element":
        return outer in _TAKEN  # what containers are told of (`providers: [Service]`) they make
    return use.kind in _UNFOLLOWED or (use.kind == "new" and outer == "other")


def _is_handed(one: Occurrence) -> bool:
    """Is a namespace itself given on, as a value?"""
    return one.use is not None and not one.use.path and one.use.kind in _HANDED
