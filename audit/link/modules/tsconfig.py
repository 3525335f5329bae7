"""tsconfig.json and jsconfig.json: `extends`, `paths`, `baseUrl`, `references`."""

from collections.abc import Iterator

from msgspec import Struct

from audit.link.modules import generated, places
from audit.link.modules.files import Files
from audit.link.modules.manifests import Manifest
from audit.link.modules.packages import Packages
from audit.link.modules.patterns import Patterns
from audit.link.questions import jsonc

_NAMES = ("tsconfig.json", "jsconfig.json")
_FALLBACK = "tsconfig.base.json"
_OUTPUTS = ("outDir", "declarationDir")
_HERE = "${configDir}"


class Option(Struct, frozen=True, order=True):
    """A compiler option and the folder of the config that sets it."""

    value: object
    folder: str


class Config(Struct, frozen=True, eq=False):
    """One config with all it extends. Folders and targets are relative to the audited root.

    `paths` gives per key its targets, which may hold a `*`; `base` is the folder of bare names, None without
    one; `outputs` are the folders of what is built from `source` (None: not said).
    """

    path: str
    paths: Patterns[tuple[str, ...]]
    base: str | None
    root_folders: tuple[str, ...]
    source: str | None
    outputs: tuple[str, ...]
    conditions: frozenset[str]
    references: tuple[str, ...]


class Configs:
    """The configs of a tree, each read once."""

    def __init__(self, files: Files, packages: Packages, notes: list[str]) -> None:
        self._files = files
        self._packages = packages
        self._notes = notes
        self._raw: dict[str, jsonc.Json | None] = {}
        self._read: dict[str, Config | None] = {}
        self._patterns: dict[tuple[int, str, str], Patterns[tuple[str, ...]]] = {}
        self._local: dict[int, bool] = {}
        self._folders: dict[str, list[str]] | None = None

    def nearest(self, folder: str) -> tuple[Config, ...]:
        """The config that governs `folder`, with what a solution references; Nx's base when there is none."""
        return next(self.around(folder), ())

    def around(self, folder: str) -> Iterator[tuple[Config, ...]]:
        """The configs of `folder` and of each folder above, the nearest first."""
        for one in places.above(folder):
            if found := self._governing(one, folder):
                yield found
        if (base := self.read(_FALLBACK)) is not None:
            yield (base,)

    def inside(self, folder: str) -> Iterator[Config]:
        """Every config in `folder` itself: tsconfig.json, then tsconfig.build.json and others."""
        if self._folders is None:
            self._folders = {}
            for path in self._files.paths:
                name = path[path.rfind("/") + 1 :]
                if name.endswith(".json") and name.startswith(("tsconfig", "jsconfig")):
                    self._folders.setdefault(places.parent(path), []).append(path)
        for path in sorted(self._folders.get(folder, ()), key=lambda path: (not path.endswith(_NAMES), path)):
            if (config := self.read(path)) is not None:
                yield config

    def all(self) -> Iterator[Config]:
        """Every config that governs a folder of the tree."""
        seen: set[str] = set()
        names = (*_NAMES, _FALLBACK)
        folders = {places.parent(path) for path in self._files.paths if path.endswith(names)}
        for folder in sorted(folders):
            for configs in self.around(folder):
                for config in configs:
                    if config.path not in seen:
                        seen.add(config.path)
                        yield config

    def read(self, path: str) -> Config | None:
        """The config at `path`; None when it is missing or malformed (which is noted)."""
        if path not in self._read:
            options = self._options(path, ())
            raw = self._raw.get(path)
            self._read[path] = None if options is None or raw is None else self._built(path, raw, options)
        return self._read[path]

    def _governing(self, folder: str, asking: str) -> tuple[Config, ...]:
        """The config in a folder and what it references; first what stands above the folder that asks."""
        for name in _NAMES:
            config = self.read(f"{folder}/{name}" if folder else name)
            if config is not None:
                others = [other for other in map(self.read, config.references) if other is not None]
                others.sort(key=lambda other: not places.holds(places.parent(other.path), asking))
                return (config, *others)
        return ()

    def _options(self, path: str, chain: tuple[str, ...]) -> dict[str, Option] | None:
        raw = self._load(path)
        if raw is None:
            return None
        merged: dict[str, Option] = {}
        for name in jsonc.strings(raw.get("extends")):
            parent = self._extended(path, name)
            if parent is None or parent in (*chain, path):
                reason = "a cycle" if parent else "not found"
                self._notes.append(f"{path}: extends {name!r} is ignored: {reason}")
            else:
                merged |= self._options(parent, (*chain, path)) or {}
        folder = places.parent(path)
        return merged | {key: Option(value, folder) for key, value in jsonc.table(raw.get("compilerOptions")).items()}

    def _load(self, path: str) -> jsonc.Json | None:
        if path not in self._raw:
            self._raw[path] = generated.written(path)
            text = self._files.text(path)
            if text is not None:
                try:
                    self._raw[path] = jsonc.read(text)
                except ValueError as error:
                    self._notes.append(f"{path}: ignored: {error}")
        return self._raw[path]

    def _extended(self, importer: str, name: str) -> str | None:
        if name.startswith("."):
            return self._config_file(places.join(places.parent(importer), name))
        name = name.rpartition("node_modules/")[2]
        parts = name.split("/")
        size = 2 if name.startswith("@") else 1
        found = self._packages.find("/".join(parts[:size]), places.parent(importer))
        if not isinstance(found, Manifest):
            return None
        rest = "/".join(parts[size:])
        offered = jsonc.table(found.data.get("exports")).get(f"./{rest}")
        for inner in (rest or found.text("tsconfig") or "tsconfig.json", offered):
            path = places.join(found.folder, inner) if isinstance(inner, str) else None
            if (file := self._config_file(path)) is not None:
                return file
        return None

    def _config_file(self, path: str | None) -> str | None:
        tried = () if path is None else (path, f"{path}.json", f"{path}/tsconfig.json".lstrip("/"))
        return next((one for one in tried if self._files.has(one) or generated.written(one)), None)

    def _built(self, path: str, raw: jsonc.Json, options: dict[str, Option]) -> Config:
        folder = places.parent(path)
        base = _folder(options.get("baseUrl"), folder)
        return Config(
            path=path,
            paths=self._paths(options.get("paths"), base, folder),
            base=base,
            root_folders=_folders(options.get("rootDirs"), folder),
            source=_folder(options.get("rootDir"), folder),
            outputs=tuple(filter(None, (_folder(options.get(key), folder) for key in _OUTPUTS))),
            conditions=frozenset(jsonc.strings(_value(options.get("customConditions")))),
            references=tuple(self._references(raw, folder)),
        )

    def _paths(self, option: Option | None, base: str | None, here: str) -> Patterns[tuple[str, ...]]:
        """Shared between the many configs that inherit one table: building it costs, looking up does not."""
        if option is None:
            return Patterns([])
        root = option.folder if base is None else base
        key = (id(option.value), root, here if self._is_local(option.value) else "")
        if key not in self._patterns:
            self._patterns[key] = Patterns(
                (name, tuple(_placed(target, root, here) for target in jsonc.strings(targets)))
                for name, targets in jsonc.table(option.value).items()
            )
        return self._patterns[key]

    def _is_local(self, paths: object) -> bool:
        """Do targets depend on the config that inherits them?"""
        if id(paths) not in self._local:
            self._local[id(paths)] = _HERE in str(paths)
        return self._local[id(paths)]

    def _references(self, raw: jsonc.Json, folder: str) -> Iterator[str]:
        """What a solution stands for: a config that lists no files of its own."""
        own = raw.get("files") or raw.get("include")
        listed = raw.get("references")
        if own or not ("files" in raw or "include" in raw) or not isinstance(listed, list):
            return
        for reference in listed:
            target = jsonc.table(reference).get("path")
            path = places.join(folder, target) if isinstance(target, str) else None
            tried = () if path is None else (path, f"{path}/tsconfig.json".lstrip("/"))
            yield from (one for one in tried if self._files.has(one) or generated.written(one))


def _value(option: Option | None) -> object:
    return None if option is None else option.value


def _folder(option: Option | None, here: str) -> str | None:
    if option is None or not isinstance(option.value, str):
        return None
    return _at(option.value, option.folder, here)


def _folders(option: Option | None, here: str) -> tuple[str, ...]:
    if option is None:
        return ()
    placed = (_at(text, option.folder, here) for text in jsonc.strings(option.value))
    return tuple(one for one in placed if one is not None)


def _at(text: str, folder: str, here: str) -> str | None:
    if text.startswith(_HERE):
        return places.join(here, text.removeprefix(_HERE))
    return None if text.startswith("/") else places.join(folder, text)


def _placed(target: str, folder: str, here: str) -> str:
    """A target seen from the root; one that leaves the tree can mean nothing there."""
    placed = _at(target, folder, here)
    if placed is None:
        return "node_modules/"
    return f"{placed}/" if target.endswith("/") else placed
