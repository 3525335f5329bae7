"""The one thing that grows during a run: a memo of questions about one snapshot.

Nothing is read or parsed before a question needs it, and asking in another order gives the same answers.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from audit.extract.reading import FileFacts, Reader
from audit.extract.record import Unread
from audit.link.sources import Sources
from audit.source import dialect_of, judge_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.link.imports import Imports, Specifiers
    from audit.link.modules import Resolver
    from audit.source import Snapshot


class Program(Sources[FileFacts]):
    """Files, modules and names of one snapshot."""

    def __init__(self, snapshot: Snapshot, reader: Reader) -> None:
        super().__init__(snapshot, reader, (path for path in snapshot.files() if _is_script(path)))
        self._importers: dict[str, dict[str, list[bytes | None]]] = {}
        self._importing: dict[tuple[str, str], tuple[str, ...]] = {}
        self._taken: dict[str, dict[str, list[bytes | None]]] = {}
        self._holding: dict[str, tuple[str, ...]] = {}
        self.digests: dict[str, bytes] = {}
        """What stands for the specifiers of a file, where somebody has worked it out."""
        self._resolved: dict[tuple[str, str], str | None] = {}

    def facts(self, path: str) -> FileFacts | None:
        """The facts of a file; None, and an entry in `unread`, when it has none."""
        if path not in self._facts:
            self._facts[path] = self._read(path)
        return self._facts[path]

    @cached_property
    def resolver(self) -> Resolver:
        """What a specifier means. Loaded when it is asked first: until then Python's process is on its way."""
        from audit.link.modules import Resolver

        return Resolver(self.snapshot)

    @cached_property
    def imports(self) -> Imports:
        """Every specifier of the tree."""
        from audit.link.imports import Imports, named_in

        self.snapshot.load(self.files)
        return Imports(self.files, self.peek, lambda path, source: self.snapshot.answer(path, source, named_in, ()))

    @property
    def knows_imports(self) -> bool:
        """Has anybody asked who imports whom?"""
        return "imports" in self.__dict__

    def resolve(self, importer: str, specifier: str) -> str | None:
        """The file of the tree that a specifier means, None when it means none."""
        key = (importer, specifier)
        if key not in self._resolved:
            self._resolved[key] = self.resolver.inside(importer, specifier)
        return self._resolved[key]

    def importers(self, path: str, name: str = "") -> tuple[str, ...]:
        """Every file that imports, requires, mocks or re-exports the module at `path`.

        With a `name`, without those whose clauses neither hold it nor take the module as a whole.
        """
        if path not in self._importers:
            self._importers[path] = self._find_importers(path)
        clauses = self._importers[path]
        if name in ("", "default", "="):
            return tuple(clauses)
        known = self._importing.get((path, name))
        if known is None:
            needle = name.encode()
            taking = (file for file, taken in clauses.items() if any(one is None or needle in one for one in taken))
            known = self._importing[path, name] = tuple(taking)
        return known

    def naming(self, module: str) -> frozenset[str]:
        """Those files in which a module is named where it is imported or loaded."""
        return self.imports.naming(module.encode())

    def holding(self, name: str, among: Iterable[str]) -> list[str]:
        """Those files whose text holds the name."""
        if among is not self.files:
            return list(self.snapshot.containing([name.encode()], among)[name.encode()])
        if name not in self._holding:
            self._holding[name] = self.snapshot.containing([name.encode()], among)[name.encode()]
        return list(self._holding[name])

    def asked_facts(self) -> dict[str, tuple[set[str], set[int]]]:
        """The files whose facts were asked for, each with the names and the statements in question."""
        return {path: facts.asked() for path, facts in self._facts.items() if facts is not None}

    def damaged(self) -> tuple[str, ...]:
        """The files that have been looked into so far and could not be read as a whole."""
        known = ((path, self.facts(path)) for path in self.parsed())
        return tuple(path for path, facts in known if facts is not None and facts.outline().damaged)

    def asked_imports(self) -> Iterator[tuple[str, Specifiers, dict[str, tuple[bytes | None, ...]]]]:
        """The specifiers of every file, if any file's importers were asked for; those that mean one of these, with
        their clauses.
        """
        for file, specifiers in self.imports.by_file if self.knows_imports else ():
            taken = self._taken.get(file, {})
            yield file, specifiers, {one: tuple(clauses) for one, clauses in taken.items()}

    def _read(self, path: str) -> FileFacts | None:
        source = self.peek(path) if _may_be_code(path) else None
        if source is None:
            return None
        reason = judge_bytes(source)
        if reason is not None:
            self.noted.whole.add(path)
            self.unread[path] = reason
            return None
        found = self.reader.file(path, self.snapshot.digest(path), source, dialect_of(path) or "typescript")
        if isinstance(found, Unread):
            self.noted.whole.add(path)
            self.unread[path] = found.reason
            return None
        return found

    def _find_importers(self, path: str) -> dict[str, list[bytes | None]]:
        """The importing files, sorted, with the clauses that say what they take; None: the whole module."""
        found: dict[str, list[bytes | None]] = {}
        for specifier, one in self.imports.of(path, self.resolver.may_mean(path)):
            if self.resolve(one.file, specifier) == path:
                clause = self.imports.names(one)
                found.setdefault(one.file, []).append(clause)
                self._taken.setdefault(one.file, {}).setdefault(specifier, []).append(clause)
        return dict(sorted(found.items()))


def _may_be_code(path: str) -> bool:
    """Is a module more than a style sheet or a picture, which files import as well?"""
    name = path[path.rfind("/") + 1 :]
    return dialect_of(path) is not None or "." not in name or name.endswith(".json")


def _is_script(path: str) -> bool:
    return dialect_of(path) in ("typescript", "tsx")
