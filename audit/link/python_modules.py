"""Which file a Python import means.

Names are looked for where Python would: in the folders a script puts on `sys.path`, beside the script, then
in the folders around it and their `src`. Where none of them has the module, one other folder of the tree may:
only when it is the only one. Modules of the standard library are never looked for in the tree, but for what
stands beside a script.
"""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct


class Found(Struct, frozen=True, order=True):
    """A module's file; `whole` when the imported name is that module, not a name inside it."""

    path: str
    whole: bool


class PythonModules:
    """The Python files of a tree, by POSIX paths relative to its root, and what imports mean among them."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = frozenset(path for path in files if path.endswith(".py"))
        self._homes: dict[str, list[str]] | None = None

    def resolve(self, importer: str, module: str, name: str = "", roots: Collection[str] = ()) -> str | None:
        """The file of a module as written in `importer`; `roots` are folders that it puts on `sys.path`."""
        found = self.find(importer, module, name, roots)
        return found.path if found is not None else None

    def find(self, importer: str, module: str, name: str = "", roots: Collection[str] = ()) -> Found | None:
        """The same, and whether `name` is a module itself (`from package import module`). None for other
        people's.
        """
        if module.startswith("."):
            return self._relative(importer, module, name)
        for folder in self._folders(importer, module, roots):
            found = self._below(folder, module, name)
            if found is not None:
                return found
        return None

    def _relative(self, importer: str, module: str, name: str) -> Found | None:
        rest = module.lstrip(".")
        folder = posixpath.dirname(importer)
        for _ in range(len(module) - len(rest) - 1):
            if not folder:
                return None
            folder = posixpath.dirname(folder)
        return self._below(folder, rest, name)

    def _below(self, folder: str, module: str, name: str) -> Found | None:
        base = posixpath.join(folder, *module.split(".")) if module else folder
        if name not in ("", "*"):
            inner = self._file(posixpath.join(base, name))
            if inner is not None:
                return Found(inner, whole=True)
        path = self._file(base)
        return Found(path, whole=name in ("", "*")) if path is not None else None

    def _file(self, base: str) -> str | None:
        """A package comes before a module of the same name."""
        package, module = posixpath.join(base, "__init__.py"), f"{base}.py"
        return package if package in self._files else module if module in self._files else None

    def _folders(self, importer: str, module: str, roots: Collection[str]) -> Iterator[str]:
        yield from roots
        beside = posixpath.dirname(importer)
        if not self._is_package(beside):
            yield beside
        top = module.split(".", maxsplit=1)[0]
        if top in sys.stdlib_module_names:
            return
        folder = beside
        while True:
            if not self._is_package(folder):
                yield folder
                yield posixpath.join(folder, "src")
            if not folder:
                break
            folder = posixpath.dirname(folder)
        yield from self._elsewhere(top)

    def _is_package(self, folder: str) -> bool:
        return posixpath.join(folder, "__init__.py") in self._files

    def _elsewhere(self, top: str) -> list[str]:
        """The one folder, itself no package, that holds a module or package of the name."""
        if self._homes is None:
            self._homes = _homes(self._files)
        homes = self._homes.get(top, [])
        return homes if len(homes) == 1 else []


def _homes(files: frozenset[str]) -> dict[str, list[str]]:
    """Folders that are no packages, by the modules and packages that stand in them."""
    found: dict[str, set[str]] = {}
    for path in files:
        folder, _, file = path.rpartition("/")
        if file == "__init__.py":
            folder, _, name = folder.rpartition("/")
        else:
            name = file.removesuffix(".py")
        if f"{folder}/__init__.py" not in files:
            found.setdefault(name, set()).add(folder)
    return {name: sorted(folders) for name, folders in found.items()}
