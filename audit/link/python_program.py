"""The Python files of a snapshot: read by a process of their own, linked by Python's rules.

Files that name what is searched are handed over at once; others are asked for when something leads to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.python.facts import PythonFacts
from audit.extract.python.serving import Item
from audit.extract.python.worker import PythonWorker
from audit.extract.record import key_of
from audit.link.python_modules import Found, PythonModules
from audit.link.python_paths import added_paths
from audit.link.questions import holds, matches
from audit.link.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.extract.reading import Reader
    from audit.source import Snapshot

_BY_DOTS = re.compile(rb"from\s+\.+\s*import\b")


class PythonProgram(Sources[PythonFacts]):
    """What `Program` is for scripts. `names` are those whose occurrences are wanted."""

    def __init__(self, snapshot: Snapshot, reader: Reader, names: Iterable[str]) -> None:
        super().__init__(snapshot, reader, (path for path in snapshot.files() if path.endswith(".py")))
        self.names = tuple(names)
        self.modules = PythonModules(self.files)
        self._worker = PythonWorker()
        self._asked: dict[str, str] = {}
        self._importers: dict[str, tuple[str, ...]] = {}
        self._roots: dict[str, tuple[str, ...]] = {}

    def prefetch(self) -> None:
        """Hand over the files that hold a name, without waiting for them."""
        found = self.snapshot.containing([name.encode() for name in self.names], self.files)
        self._ask(sorted({path for paths in found.values() for path in paths}))

    def hand_over(self, paths: Iterable[str]) -> None:
        """Hand over files, without waiting for them."""
        self._ask(list(paths))

    def ask_again(self) -> None:
        """Hand over anew what was not answered here, to a new process."""
        self._worker.close()
        asked, self._asked = list(self._asked), {}
        self._ask(asked)

    def stop(self) -> None:
        """Let the process that reads end: nothing is asked any more. To be closed all the same."""
        self._worker.stop()

    def close(self) -> None:
        """End the process that reads."""
        self._worker.close()

    def facts(self, path: str) -> PythonFacts | None:
        """The facts of a file; None, and an entry in `unread`, when it has none."""
        if path not in self._facts:
            self._ask([path])
            self._collect()
        return self._facts.get(path)

    def find(self, importer: str, module: str, name: str = "") -> Found | None:
        """The file that an import means."""
        return self.modules.find(importer, module, name, self._added(importer))

    def resolve(self, importer: str, specifier: str) -> str | None:
        """The file of a module, None when it is none of the tree."""
        found = self.find(importer, specifier)
        return found.path if found is not None else None

    def importers(self, path: str, name: str = "") -> tuple[str, ...]:
        """Every file that imports the module at `path`, whatever `name` it takes from there."""
        if path not in self._importers:
            self._importers[path] = self._find_importers(path)
        return self._importers[path]

    def naming(self, module: str) -> frozenset[str]:
        """Those files whose text names a module."""
        return frozenset(self.holding(module, self.files))

    def holding(self, name: str, among: Iterable[str]) -> list[str]:
        """Those files whose text holds the name."""
        return list(self.snapshot.containing([name.encode()], among)[name.encode()])

    def _ask(self, paths: list[str]) -> None:
        items = []
        for path in paths:
            source = self.source(path) if path in self.scripts else None
            if source is None:
                self._facts[path] = None
            elif path not in self._facts and path not in self._asked:
                kept = self.reader.kept(self._key(path))
                if kept is not None and all(name in kept.names or name.encode() not in source for name in self.names):
                    self._facts[path] = PythonFacts(kept)
                    continue
                self._asked[path] = path
                items.append(Item(path, source, self.names))
        if items:
            self._worker.submit(items)

    def _collect(self) -> None:
        for path, record in self._worker.collect().items():
            self._asked.pop(path, None)
            if record.reason:
                self.unread[path] = record.reason
            else:
                self.reader.absorb({self._key(path): record})
            self._facts[path] = PythonFacts(record) if not record.reason else None

    def _key(self, path: str) -> str:
        return key_of(self.snapshot.digest(path), "python")

    def _added(self, importer: str) -> tuple[str, ...]:
        """The folders that a script puts on its search path."""
        if importer not in self._roots:
            self._roots[importer] = ()
            if self.ask(importer, holds, b"sys") and self.ask(importer, holds, b"path"):
                facts = self.facts(importer)
                units = facts.outline().units if facts is not None else ()
                if facts is not None:
                    self._roots[importer] = added_paths(importer, [facts.body(unit) for unit in range(len(units))])
        return self._roots[importer]

    def _find_importers(self, path: str) -> tuple[str, ...]:
        stem = path.removesuffix("/__init__.py").removesuffix(".py").rsplit("/", 1)[-1]
        pattern = re.compile(
            rb"import\b[^;]{0,400}?\b"
            + re.escape(stem.encode())
            + rb"\b|from\s+[\w.]*\b"
            + re.escape(stem.encode())
            + rb"\b"
        )
        near = [one for one in self.holding(stem, self.files) if one != path and self.ask(one, matches, pattern)]
        near.extend(one for one in self._inside(path) if one != path and one not in near)
        self._ask(near)
        return tuple(one for one in near if self._imports(one, path))

    def _inside(self, path: str) -> list[str]:
        """The files of a package that may import it by dots alone (`from . import load`, `from .. import load`)."""
        if not path.endswith("__init__.py"):
            return []
        inner = [one for one in self.files if one.startswith(path.removesuffix("__init__.py"))]
        return [one for one in self.holding("from .", inner) if self.ask(one, matches, _BY_DOTS)]

    def _imports(self, importer: str, path: str) -> bool:
        facts = self.facts(importer)
        for one in facts.outline().imports if facts is not None else ():
            found = self.find(importer, one.module, one.name)
            if found is not None and found.path == path:
                return True
        return False
