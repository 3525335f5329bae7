"""Which contents hold which texts: a search of bytes, also of files that are too large to be read as a whole."""

from collections.abc import Callable, Iterable

from audit.source.contents import Unreadable


def search(
    needles: list[bytes],
    contents: Iterable[tuple[str, bytes | Unreadable]],
    blocks: Callable[[str], Iterable[bytes]],
) -> dict[bytes, tuple[str, ...]]:
    """For every needle the paths whose contents hold it, in their order; `blocks` gives a large file in pieces."""
    hits: dict[bytes, list[str]] = {needle: [] for needle in needles}
    rows = list(hits.items())
    for path, data in contents:
        if isinstance(data, bytes):
            for needle, where in rows:
                if needle in data:
                    where.append(path)
        elif data.reason == "too-large":
            for needle in _search_large(blocks(path), needles):
                hits[needle].append(path)
    return {needle: tuple(where) for needle, where in rows}


def _search_large(blocks: Iterable[bytes], needles: list[bytes]) -> set[bytes]:
    overlap = max(map(len, needles), default=1) - 1
    found: set[bytes] = set()
    rest = b""
    for block in blocks:
        piece = rest + block
        found.update(needle for needle in needles if needle in piece)
        rest = piece[-overlap:] if overlap else b""
    return found
