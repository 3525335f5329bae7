"""What a text search may look for to find every specifier that can mean a file.

Ways to a file fall in two kinds. Some names lead to it whole (a package, an exact key): these are all listed.
In the others a part of the name is the end of a path; there the file's own name shows in the specifier, or
that of its folder when the file stands for it. Patterns that hide it (`aliases.regular`) show another text.
"""

from collections import defaultdict

from audit.link.modules import exports, places
from audit.link.modules.aliases import Aliases, regular, trace
from audit.link.modules.entries import Entries
from audit.link.modules.manifests import Manifest, Manifests
from audit.link.modules.packages import Packages
from audit.link.modules.patterns import Match, Patterns
from audit.link.modules.resolution import Inside
from audit.link.modules.tsconfig import Configs


class Needles:
    """The texts by path; what whole names lead to is collected once."""

    def __init__(
        self, manifests: Manifests, packages: Packages, configs: Configs, entries: Entries, aliases: Aliases
    ) -> None:
        self._entries = entries
        self._packages = packages
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._folders: dict[str, set[str]] = defaultdict(set)
        self._within: dict[str, set[str]] = defaultdict(set)
        self._loose: set[str] = set()
        self._patterns: set[tuple[str, str, str]] = set()
        self._conditions = {frozenset[str]()}
        self._collect_configs(configs, aliases)
        self._collect_packages(manifests)

    def of(self, path: str) -> frozenset[bytes]:
        """The texts for `path`, as UTF-8."""
        folder = places.parent(path)
        name = places.stem(path).rpartition("/")[2]
        texts = {self._shown(folder, name)} | self._whole.get(path, set())
        if name == "index" and folder:
            texts.add(self._shown(places.parent(folder), folder.rpartition("/")[2]))
        texts |= {self._shown(places.parent(one), one.rpartition("/")[2]) for one in self._folders.get(path, ())}
        for above in places.above(folder):
            texts |= self._within.get(above, set())
        traces = (trace(prefix, suffix, target, path) for prefix, suffix, target in self._patterns)
        texts.update(text for text in traces if text is not None)
        return frozenset(text.encode() for text in _shortest(texts))

    def _shown(self, folder: str, name: str) -> str:
        """A last segment comes after a slash, unless names can begin in its very folder."""
        return name if folder in self._loose else f"/{name}"

    def _collect_configs(self, configs: Configs, aliases: Aliases) -> None:
        seen: set[int] = set()
        for config in configs.all():
            self._conditions.add(config.conditions)
            if config.base is not None:
                self._loose.add(config.base)
            if id(config.paths) in seen:
                continue
            seen.add(id(config.paths))
            self._collect_patterns(config.paths)
            for key in config.paths.exact:
                if (found := aliases.resolve(config, key)) is not None:
                    self._whole[found].add(key)
            for text, found in aliases.bare_stars(config):
                self._whole[found].add(text)

    def _collect_patterns(self, table: Patterns[tuple[str, ...]]) -> None:
        for prefix, suffix, targets in table.patterns:
            for target in targets:
                if places.in_node_modules(target):
                    continue
                if not regular(prefix, target):
                    self._patterns.add((prefix, suffix, target))
                elif not prefix:
                    self._loose.add(target.partition("*")[0].rstrip("/"))

    def _collect_packages(self, manifests: Manifests) -> None:
        every = list(manifests.all())
        names = {manifest.folder: {manifest.name} for manifest in every}
        for manifest in every:
            for name, asked in manifest.dependencies.items():
                if (local := self._packages.local(manifest, asked)) is not None:
                    names[local.folder].add(name)
        for manifest in every:
            if (found := self._entries.main(manifest.folder)) is not None and manifest.folder:
                self._folders[found].add(manifest.folder)
            for name in names[manifest.folder] - {""}:
                self._collect_offers(manifest, name)
            self._collect_imports(manifest)

    def _collect_offers(self, manifest: Manifest, name: str) -> None:
        table = self._entries.exported(manifest)
        for conditions in self._conditions:
            for subpath in {"", *table.exact}:
                found = self._entries.enter(manifest, subpath, conditions)
                if isinstance(found, Inside):
                    self._whole[found.path].add(name + subpath)
        if "typesVersions" in manifest.data or any(_hides(one.prefix, one.value) for one in table.patterns):
            self._within[manifest.folder].add(name)

    def _collect_imports(self, manifest: Manifest) -> None:
        table = exports.internal(manifest.data.get("imports"))
        for key, value in table.exact.items():
            for conditions in self._conditions:
                offers = exports.targets(Match(key, value, None), conditions)
                local = [one for one in offers if one.text.startswith("./")]
                if (found := self._entries.chosen(manifest.folder, local)) is not None:
                    self._whole[found].add(key)
                for offer in offers:
                    self._collect_renamed(manifest, key, offer.text, conditions)
        for prefix, _, value in table.patterns:
            if _hides(prefix, value):
                self._within[manifest.folder].add(prefix)

    def _collect_renamed(self, manifest: Manifest, key: str, target: str, conditions: frozenset[str]) -> None:
        """`"#db": "some-package/db"`: the key leads wherever the package does."""
        parts = target.split("/")
        size = 2 if target.startswith("@") else 1
        found = self._packages.find("/".join(parts[:size]), manifest.folder)
        if isinstance(found, Manifest):
            inner = "/".join(["", *parts[size:]]) if parts[size:] else ""
            entered = self._entries.enter(found, inner, conditions)
            if isinstance(entered, Inside):
                self._whole[entered.path].add(key)


def _hides(prefix: str, value: object) -> bool:
    found = exports.targets(Match(prefix, value, None), frozenset())
    return not all(regular(prefix, offer.text) or offer.text.endswith("/") for offer in found)


def _shortest(texts: set[str]) -> set[str]:
    """Without those that hold another: whoever searches for `/index` need not search for `/app/index`."""
    kept: list[str] = []
    for text in sorted(texts, key=len):
        if not any(one in text for one in kept):
            kept.append(text)
    return set(kept)
