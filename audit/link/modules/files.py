"""From a path without its extension, or with that of the compiled file, to the source file that is there."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from audit.link.modules import places
from audit.link.modules.tree import Tree

T = TypeVar("T")
# Implementations before declarations: what is audited is the code, as in "go to source definition".
_ORDER = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts", ".d.mts", ".d.cts", ".json")
_SWAPS = {
    "js": (".ts", ".tsx", ".js", ".jsx", ".d.ts"),
    "jsx": (".tsx", ".ts", ".jsx", ".js", ".d.ts"),
    "mjs": (".mts", ".mjs", ".d.mts"),
    "cjs": (".cts", ".cjs", ".d.cts"),
    "ts": (".ts", ".tsx", ".js", ".jsx", ".d.ts"),
    "tsx": (".tsx", ".ts", ".jsx", ".js", ".d.ts"),
    "mts": (".mts", ".mjs", ".d.mts"),
    "cts": (".cts", ".cjs", ".d.cts"),
    "json": (".json", ".d.json.ts"),
}


class Files:
    """The files of a tree by path and by path without extension."""

    def __init__(self, tree: Tree) -> None:
        self.paths = tuple(path for path in tree.files() if not places.in_node_modules(path))
        self.has = tree.has
        self.is_dir = tree.is_dir
        self.real = tree.real
        self._read, self._ask = tree.read, tree.ask
        self._by_stem = _by_stem(self.paths)

    def text(self, path: str) -> str | None:
        """The text of `path`, None when it is not there or cannot be read."""
        content = self._read(path) if self.has(path) else None
        return content.decode("utf-8-sig", "replace") if isinstance(content, bytes) else None

    def said(self, path: str, question: Callable[[bytes], T]) -> T | None:
        """What a pure function says of the content of `path`, None when it is not there or cannot be read."""
        return self._ask(path, question) if self.has(path) else None

    def file(self, path: str) -> str | None:
        """The file meant by `path`, which may lack its extension or carry that of the compiled file."""
        name = path[path.rfind("/") + 1 :]
        dot = name.rfind(".")
        if dot < 0:
            return self._by_stem.get(path) or (path if self.has(path) else None)
        extension = name[dot + 1 :]
        swaps = _SWAPS.get(extension)
        if swaps is None:
            return path if self.has(path) else self._by_stem.get(path)
        return self._swapped(path[: -len(extension) - 1], swaps) or self.extended(path)

    def extended(self, path: str) -> str | None:
        """The file called `path` plus an extension."""
        return self._by_stem.get(path) or (f"{path}.ts" if path.endswith(".d") and self.has(f"{path}.ts") else None)

    def index(self, folder: str) -> str | None:
        """The index file of `folder`."""
        return self._by_stem.get(f"{folder}/index" if folder else "index")

    def plain(self, path: str) -> str | None:
        """The file meant by `path`, or the index file of the folder `path`."""
        return self.file(path) or self.index(path)

    def spellings(self, path: str) -> Iterator[str]:
        """`path` and all that it may be called with an extension."""
        yield path
        yield from (places.stem(path) + ending for ending in _ORDER)

    def _swapped(self, head: str, endings: Iterable[str]) -> str | None:
        head = head.removesuffix(".d")
        has = self.has
        return next((path for ending in endings if has(path := head + ending)), None)


def _by_stem(paths: Iterable[str]) -> dict[str, str]:
    buckets: dict[str, list[tuple[str, str]]] = {ending: [] for ending in _ORDER}
    for path in paths:
        head, _, extension = path.rpartition(".")
        ending = f".{extension}"
        if ending not in buckets:
            continue
        if head.endswith(".d") and f".d{ending}" in buckets:
            head, ending = head[:-2], f".d{ending}"
        buckets[ending].append((head, path))
    found: dict[str, str] = {}
    for ending in _ORDER:
        for head, path in buckets[ending]:
            found.setdefault(head, path)
    return found
