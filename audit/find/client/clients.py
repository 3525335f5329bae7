"""The client in this checkout: its files, and where its exports are defined."""

from __future__ import annotations

from msgspec import Struct

from audit.extract.facts.outline import Export
from audit.link.program import Program
from audit.rulebook import Client


class Definition(Struct, frozen=True, order=True):
    """Where an exported name is declared: `local` is its name there, "" for an expression; `at` is a byte offset."""

    file: str
    exported: str
    local: str
    at: int


class FoundClient(Struct, frozen=True, order=True):
    """`homes` are the modules through which code reaches the client, `folder` holds its sources ("" when unknown)."""

    homes: tuple[str, ...]
    folder: str

    def owns(self, path: str) -> bool:
        """Is the file part of the client itself?"""
        return path in self.homes or (self.folder != "" and path.startswith(self.folder + "/"))


def find_client(program: Program, client: Client) -> FoundClient | None:
    """The client's modules: those the rules name, and the entry of its package. None when there are none."""
    homes = {path for path in program.files if client.is_home(path)}
    folder = ""
    package = program.resolver.package(client.package) if client.package else None
    if package is not None:
        folder = package.folder
        homes.update(path for _, path in package.entries if path in program.scripts)
    return FoundClient(tuple(sorted(homes)), folder) if homes else None


def own_files(program: Program, client: FoundClient | None) -> frozenset[str]:
    """The client's own files: its homes, its folder, and the files that its exports are defined in."""
    if client is None:
        return frozenset()
    defined = {one.file for home in client.homes for one in definitions(program, home).values()}
    return frozenset(defined.union(path for path in program.files if client.owns(path)))


def definitions(program: Program, home: str) -> dict[str, Definition]:
    """Every value that a module exports, by name, followed through re-exports to its declaration."""
    found: dict[str, Definition] = {}
    _collect(program, home, found, frozenset())
    return found


def _collect(program: Program, file: str, found: dict[str, Definition], seen: frozenset[str]) -> None:
    facts = program.facts(file)
    if facts is None or file in seen:
        return
    for export in facts.outline().exports:
        if export.type_only:
            continue
        if not export.module:
            found.setdefault(export.name, _local(program, file, export, seen))
            continue
        target = program.resolve(file, export.module)
        if target is None:
            continue
        inner: dict[str, Definition] = {}
        _collect(program, target, inner, seen | {file})
        if export.name == "*":
            for name, definition in inner.items():
                if name != "default":
                    found.setdefault(name, definition)
        elif export.source in inner:
            found.setdefault(export.name, inner[export.source])


def _local(program: Program, file: str, export: Export, seen: frozenset[str]) -> Definition:
    """An exported local name that was itself imported is defined where the import leads."""
    facts = program.facts(file)
    for one in facts.outline().imports if facts is not None else ():
        if export.local and one.local == export.local:
            target = program.resolve(file, one.module)
            inner: dict[str, Definition] = {}
            if target is not None:
                _collect(program, target, inner, seen | {file})
            if one.name in inner:
                return inner[one.name]
    return Definition(file, export.name, export.local, export.at)
