"""Names that a tsconfig gives meaning to: `paths` and `baseUrl`."""

from collections.abc import Iterator

from audit.link.modules import places
from audit.link.modules.entries import Entries
from audit.link.modules.manifests import Manifests
from audit.link.modules.tsconfig import Config

_ENDINGS = frozenset(
    ("", ".ts", ".tsx", ".mts", ".cts", ".d.ts", ".d.mts", ".d.cts", ".js", ".jsx", ".mjs", ".cjs", ".json")
)


class Aliases:
    """Resolves bare names by one config, as TypeScript does before it looks for packages."""

    def __init__(self, entries: Entries, manifests: Manifests) -> None:
        self._entries = entries
        self._manifests = manifests
        # Most configs of a tree inherit one table: the memo belongs to the table, which its config keeps.
        self._memo: dict[tuple[int, str | None], dict[str, str | None]] = {}

    def resolve(self, config: Config, name: str) -> str | None:
        """The file `name` means by `paths`, else by `baseUrl`; a pattern that matches rules `baseUrl` out."""
        memo = self._memo.setdefault((id(config.paths), config.base), {})
        if name not in memo:
            memo[name] = self._resolve(config, name)
        return memo[name]

    def bare_stars(self, config: Config) -> Iterator[tuple[str, str]]:
        """What patterns mean when their `*` is empty, as (text of the key, path)."""
        for pattern in config.paths.patterns:
            for target in pattern.value:
                if (found := self._starred(pattern.prefix, pattern.suffix, target, "")) is not None:
                    yield pattern.prefix or pattern.suffix, found

    def _resolve(self, config: Config, name: str) -> str | None:
        match = config.paths.match(name)
        if match is None:
            return None if config.base is None else self._based(config.base, name)
        prefix, _, suffix = match.key.partition("*")
        for target in match.value:
            if places.in_node_modules(target):
                continue
            star = match.star
            found = self._there(target) if star is None else self._starred(prefix, suffix, target, star)
            if found is not None:
                return found
        return None

    def _based(self, base: str, name: str) -> str | None:
        path = places.join(base, name)
        if path is None or name.startswith("/") or _has_dots(name) or places.in_node_modules(path):
            return None
        return self._entries.locate(path, folder_only=name.endswith("/"))

    def _starred(self, prefix: str, suffix: str, target: str, star: str) -> str | None:
        if _has_dots(star):
            return None
        before, one, after = target.partition("*")
        path = before + star + after if one else target
        found = self._there(path, built=prefix.endswith("/"))
        if found is None or not star.strip("/") or regular(prefix, target):
            return found
        text = trace(prefix, suffix, target, found)
        return found if text is not None and text in prefix + star + suffix else None

    def _there(self, target: str, *, built: bool = True) -> str | None:
        path = places.join("", target)
        if path is None or places.in_node_modules(f"{path}/"):
            return None
        found = self._entries.locate(path, folder_only=target.endswith("/"))
        if found is not None or not built:
            return found
        owner = self._manifests.nearest(places.parent(path))
        return self._entries.source("" if owner is None else owner.folder, path)


def regular(prefix: str, target: str) -> bool:
    """Does what the `*` stands for end in the name of the file or folder it leads to?"""
    before, star, after = target.partition("*")
    return bool(
        star and (not prefix or prefix.endswith("/")) and (not before or before.endswith("/")) and after in _ENDINGS
    )


def trace(prefix: str, suffix: str, target: str, path: str) -> str | None:
    """The text in each name that an irregular pattern leads to `path`; None when it cannot lead there.

    `@x/*` → `packages/*/src` shows the folder's name: `/ui` for `packages/ui/src/index.ts`. Of others only
    the key itself is certain.
    """
    before, star, after = target.partition("*")
    if star and after.startswith("/") and (not before or before.endswith("/")):
        first, slash, _ = path[len(before) :].partition("/")
        shown = f"/{first}" if prefix.endswith("/") else first
        return shown if slash and path.startswith(before) else None
    inside = places.below(path, places.parent(before.rstrip("/"))) is not None
    return (prefix or suffix) if inside else None


def _has_dots(name: str) -> bool:
    return "." in name and not {".", ".."}.isdisjoint(name.split("/"))
