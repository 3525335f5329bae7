"""Which file of the audited tree a module specifier means.

After TypeScript's module resolution (`bundler`, with what `node16` and `node10` add) and Node's
PACKAGE_RESOLVE, PACKAGE_EXPORTS_RESOLVE and PACKAGE_IMPORTS_RESOLVE, for a checkout in which nothing is
installed or built: a package of the tree stands for its link in node_modules, a build product for its source.
"""

import itertools
import re
from functools import cached_property

from audit.link.modules import exports, places
from audit.link.modules.aliases import Aliases
from audit.link.modules.builtins import BUILTINS
from audit.link.modules.entries import Entries
from audit.link.modules.files import Files
from audit.link.modules.manifests import Manifests
from audit.link.modules.needles import Needles
from audit.link.modules.offers import offered
from audit.link.modules.origins import Origins
from audit.link.modules.packages import Ambiguous, Packages
from audit.link.modules.resolution import Inside, Outside, Package, Resolution, Unresolved
from audit.link.modules.tree import Tree
from audit.link.modules.tsconfig import Config, Configs

_NAME = re.compile(r"((?:@[\w~-][\w.~-]*/)?[A-Za-z0-9_-][\w.~-]*)(/.*)?", re.ASCII | re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NOWHERE = Unresolved("no such file")


class _Scope:
    """What all specifiers in one folder share; bare ones are shared by package and config."""

    __slots__ = ("bare", "configs", "farther", "folder", "home", "memo")

    def __init__(self, folder: str, home: str, configs: tuple[Config, ...], bare: dict[str, Resolution]) -> None:
        self.folder = folder
        self.home = home
        self.configs = configs
        self.bare = bare
        self.farther: tuple[Config, ...] | None = None
        self.memo: dict[str, Resolution] = {}


class Resolver:
    """Resolves module specifiers within one tree. `notes` names the configuration files that were ignored."""

    def __init__(self, tree: Tree) -> None:
        self.notes: list[str] = []
        self._files = Files(tree)
        self._manifests = Manifests(self._files, self.notes)
        self._packages = Packages(self._files, self._manifests, self.notes)
        self._configs = Configs(self._files, self._packages, self.notes)
        self._entries = Entries(self._files, self._manifests, Origins(self._files, self._configs))
        self._aliases = Aliases(self._entries, self._manifests)
        self._scopes: dict[str, _Scope] = {}
        self._bare: dict[tuple[object, ...], dict[str, Resolution]] = {}

    def resolve(self, importer: str, specifier: str) -> Resolution:
        """What `specifier` means in the file `importer` (a path of the tree). Never raises."""
        folder = importer.rpartition("/")[0]
        scope = self._scopes.get(folder) or self._opened(folder)
        found = scope.memo.get(specifier)
        if found is None:
            found = scope.memo[specifier] = self._meant(scope, specifier)
        return found

    def inside(self, importer: str, specifier: str) -> str | None:
        """The file of the tree that a specifier means, None when it means none."""
        found = self.resolve(importer, specifier)
        return found.path if isinstance(found, Inside) else None

    def package(self, name: str) -> Package | None:
        """The package of the tree called `name`; None when there is none or several are equally good."""
        manifest = self._packages.one(name)
        return None if manifest is None else offered(manifest, self._entries, self._files)

    def packages(self) -> tuple[str, ...]:
        """The names of all packages of the tree."""
        return tuple(sorted(self._packages.names()))

    def may_mean(self, path: str) -> frozenset[bytes]:
        r"""Byte strings, one of which each specifier holds that resolves to `path`, wherever it stands.

        Excepted are specifiers whose last segment (before a `?`) is `.` or `..`: they name a folder by its
        place alone. The specifier is meant as a value: escapes in the source text (`\u0066oo`) hide it from
        a search.
        """
        return self._needles.of(path)

    @cached_property
    def _needles(self) -> Needles:
        return Needles(self._manifests, self._packages, self._configs, self._entries, self._aliases)

    def _opened(self, folder: str) -> _Scope:
        configs = self._configs.nearest(folder)
        manifest = self._manifests.nearest(folder)
        home = "" if manifest is None else manifest.folder
        key = (home, *(config.path for config in configs))
        scope = _Scope(folder, home, configs, self._bare.setdefault(key, {}))
        self._scopes[folder] = scope
        return scope

    def _meant(self, scope: _Scope, specifier: str) -> Resolution:
        name = specifier.rpartition("!")[2]
        found = self._named(scope, name)
        if "?" in name and not isinstance(found, Inside):
            return self._named(scope, name.partition("?")[0])
        return found

    def _named(self, scope: _Scope, name: str) -> Resolution:
        if name.startswith(("./", "../")) or name in (".", ".."):
            return self._relative(scope, name)
        found = scope.bare.get(name)
        if found is None:
            found = scope.bare[name] = self._lookup(scope, name)
        return found

    def _relative(self, scope: _Scope, name: str) -> Resolution:
        path = places.join(scope.folder, name)
        if path is None:
            return Unresolved("leaves the audited root")
        if places.in_node_modules(path):
            return _installed(path.rpartition("node_modules/")[2])
        last = name.rstrip("/").rpartition("/")[2]
        dots = last in (".", "..")
        found = self._entries.locate(path, folder_only=dots or name.endswith("/"))
        if found is None and not dots:
            found = self._overlaid(scope, path) or self._entries.source(scope.home, path)
            found = found or self._entries.linked(path)
        return _NOWHERE if found is None else Inside(found)

    def _overlaid(self, scope: _Scope, path: str) -> str | None:
        """`rootDirs`: folders that count as one."""
        for config in scope.configs:
            for root in sorted(config.root_folders, key=len, reverse=True):
                rest = places.below(path, root)
                for other in config.root_folders if rest else ():
                    if (found := self._entries.locate(f"{other}/{rest}".lstrip("/"))) is not None:
                        return found
        return None

    def _lookup(self, scope: _Scope, name: str) -> Resolution:
        if not name.strip("/"):
            return _NOWHERE
        for config in scope.configs:
            if (found := self._aliases.resolve(config, name)) is not None:
                return Inside(found)
        if name.startswith("#"):
            return self._internal(scope, name)
        resolved = self._packaged(scope, name)
        if isinstance(resolved, Inside):
            return resolved
        return self._farther(scope, name) or resolved

    def _internal(self, scope: _Scope, name: str) -> Resolution:
        """`imports` of the package the importer belongs to."""
        manifest = self._manifests.at(scope.home)
        match = None if manifest is None else exports.internal(manifest.data.get("imports")).match(name)
        if manifest is None or match is None:
            return self._farther(scope, name) or Unresolved(f"{name} is not among the imports of its package")
        targets = exports.targets(match, _conditions(scope))
        found = self._entries.chosen(scope.home, [one for one in targets if one.text.startswith("./")])
        if found is not None and (match.star is None or places.holds(scope.home, found)):
            return Inside(found)
        if match.star is None:
            for target in targets:
                if not target.text.startswith((".", "#", "/")):
                    return self._packaged(scope, target.text)
        return Unresolved(f"{name} leads to no file")

    def _packaged(self, scope: _Scope, name: str) -> Resolution:
        split = _NAME.fullmatch(name)
        if split is None:
            return Outside(name, "") if _SCHEME.match(name) and not name.startswith("file:") else _NOWHERE
        package, subpath = split[1], split[2] or ""
        if package in BUILTINS:
            return Outside(package, subpath[1:])
        found = self._packages.find(package, scope.home)
        if found is None:
            return self._absent(scope, package, subpath)
        if isinstance(found, Ambiguous):
            return Unresolved(f"several packages are called {package}: {', '.join(found.folders)}")
        if not {".", ".."}.isdisjoint(subpath.split("/")):
            return _NOWHERE
        return self._entries.enter(found, subpath, _conditions(scope))

    def _absent(self, scope: _Scope, package: str, subpath: str) -> Resolution:
        """A name that no package of the tree has: an installed one, unless a tsconfig promised a file."""
        name = package + subpath
        for config in scope.configs:
            match = config.paths.match(name)
            if match is None or match.key == "*" or any(map(places.in_node_modules, match.value)):
                continue
            if self._packages.asked(package, scope.home) is None:
                return Unresolved(f"{match.key} in {config.path} leads to no file")
        return Outside(package, subpath[1:])

    def _farther(self, scope: _Scope, name: str) -> Inside | None:
        """By the configs above the nearest one, where a key of theirs says so and the file is there."""
        if scope.farther is None:
            near = {id(config.paths) for config in scope.configs}
            around = itertools.chain.from_iterable(self._configs.around(scope.folder))
            tables = {id(config.paths): config for config in around if config.paths}
            scope.farther = tuple(config for table, config in tables.items() if table not in near)
        for config in scope.farther:
            match = config.paths.match(name)
            if match is None or match.key.startswith("*"):
                continue
            if (found := self._aliases.resolve(config, name)) is not None:
                return Inside(found)
        return None


def _conditions(scope: _Scope) -> frozenset[str]:
    return frozenset().union(*(config.conditions for config in scope.configs))


def _installed(inner: str) -> Resolution:
    split = _NAME.fullmatch(inner)
    return _NOWHERE if split is None else Outside(split[1], (split[2] or "")[1:])
