"""What packages of the tree give to others: exports of the modules that package.json or the rules name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.link.names import Declared, Namespace
from audit.link.questions import matches
from audit.link.questions.manifests import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.link.names import Names
    from audit.link.program import Program

_BUILT = re.compile(r"(^|/)(?:dist|build|lib|out)/")
_ENDING = re.compile(r"\.(?:d\.)?[cm]?[jt]sx?$")
_PASSES_ON = re.compile(rb"export\s*[*{]|export\s+default\b|exports\s*[.=\[]|export\s*=")
_SOURCES = (".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".jsx")


class Packages:
    """Modules that code outside of the tree can load: nobody in the tree needs to.

    `ignored` are files that do not count: tests import what a package or a framework gives to others, too.
    """

    def __init__(
        self, program: Program, names: Names, named: Callable[[str], bool], ignored: Callable[[str], bool]
    ) -> None:
        self._program, self._names, self._named, self._ignored = program, names, named, ignored
        self._modules: frozenset[str] | None = None
        self._given: dict[Declared, bool] = {}

    def gives(self, file: str, name: str, at: int) -> bool:
        """Is what a file declares under a name an export of such a module, under whatever name, or a member of one?"""
        declared = Declared(file, name, at)
        if declared not in self._given:
            self._given[declared] = any(module in self.modules() for module in self._exporting(declared))
        return self._given[declared]

    def _exporting(self, declared: Declared) -> Iterator[str]:
        """The modules that export a name, from the declaring one up to all that pass it on."""
        found: set[str] = set()
        seen: set[tuple[str, str]] = set()
        stack = [(declared.file, taken) for taken in self._exports(declared.file, "", declared, found)]
        while stack:
            module, name = stack.pop()
            if (module, name) in seen:
                continue
            seen.add((module, name))
            if module not in found:
                found.add(module)
                yield module
            for importer in self._program.importers(module, name):
                if importer not in found and self._program.ask(importer, matches, _PASSES_ON):
                    stack.extend((importer, taken) for taken in self._exports(importer, name, declared, found))

    def _exports(self, module: str, passed: str, declared: Declared, holding: set[str]) -> Iterator[str]:
        """The names under which a module exports what is declared, or one of the modules that hold it as a whole;
        `passed` is the one under which it comes to the module.
        """
        facts = self._program.facts(module)
        for one in facts.outline().exports if facts is not None else ():
            name = passed if one.name == "*" else one.name
            means = self._names.exported(module, name)
            if means == declared or (isinstance(means, Namespace) and means.file in holding):
                yield name

    def is_loaded(self, file: str, name: str, at: int) -> bool:
        """Is it an export of a module that nobody imports, also by a list of names? Frameworks load files by where they
        stand.
        """
        facts = self._program.facts(file)
        exports = facts.outline().exports if facts is not None else ()
        local = any(not one.module and (one.local == name or (not one.local and one.at == at)) for one in exports)
        return local and self._is_free(file)

    def may_load(self, file: str) -> bool:
        """May code outside of the tree load a module?"""
        return file in self.modules() or self._is_free(file)

    def _is_free(self, file: str) -> bool:
        """Is a module there for others, as far as anyone sees? Where only tests import it, it may as well be left over
        from what ran once; not so beside a package.json or in its `src`, where frameworks look (`instrumentation.ts`).
        """
        importers = self._program.importers(file)
        folder = file.rpartition("/")[0]
        above = folder.removesuffix("src").removesuffix("/")
        beside = self._program.snapshot.has(f"{above}/package.json".removeprefix("/"))
        return all(map(self._ignored, importers)) and (beside or not importers)

    def modules(self) -> frozenset[str]:
        """The modules."""
        if self._modules is None:
            named = (file for file in self._program.files if self._named(file))
            free = (file for file in self._of_packages() if all(map(self._ignored, self._program.importers(file))))
            self._modules = frozenset((*named, *free))
        return self._modules

    def _of_packages(self) -> Iterator[str]:
        for path in self._program.snapshot.files():
            if path.rpartition("/")[2] != "package.json" or "node_modules/" in path:
                continue
            folder = path.removesuffix("package.json")
            for text in self._program.snapshot.ask(path, given) or ():
                yield from self._sources(folder + text.removeprefix("./"))

    def _sources(self, path: str) -> Iterator[str]:
        """The file that a built one was made of, or the file itself."""
        bare = _ENDING.sub("", path)
        for stem in dict.fromkeys((bare, _BUILT.sub(r"\1src/", bare), _BUILT.sub(r"\1", bare))):
            for ending in _SOURCES:
                if self._program.snapshot.has(stem + ending):
                    yield stem + ending
                    return
