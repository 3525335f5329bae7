"""POSIX paths relative to the audited root, as text."""

from collections.abc import Iterator

_KNOWN = frozenset({"ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "json", "d"})


def join(folder: str, relative: str) -> str | None:
    """`relative` seen from `folder`, dot segments resolved; None when it leaves the root."""
    parts = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part and part != ".":
            parts.append(part)
    return "/".join(parts)


def parent(path: str) -> str:
    """The folder of `path`; the root is ''."""
    return path.rpartition("/")[0]


def above(folder: str) -> Iterator[str]:
    """`folder` and every folder above it, the root ('') last."""
    while folder:
        yield folder
        folder = parent(folder)
    yield ""


def below(path: str, folder: str) -> str | None:
    """The part of `path` below `folder`, '' when they are the same; None when it is not below."""
    if not folder or path == folder:
        return path if not folder else ""
    return path[len(folder) + 1 :] if path.startswith(folder + "/") else None


def holds(folder: str, path: str) -> bool:
    """Is `path` the folder or below it?"""
    return not folder or path == folder or path.startswith(f"{folder}/")


def stem(path: str) -> str:
    """`path` without the extensions TypeScript knows: `a/b.d.ts` → `a/b`, `x.service.ts` → `x.service`."""
    head, dot, extension = path.rpartition(".")
    while dot and extension in _KNOWN:
        path = head
        head, dot, extension = path.rpartition(".")
    return path


def in_node_modules(path: str) -> bool:
    """Does `path` lie in installed packages?"""
    return path.startswith("node_modules/") or "/node_modules/" in path


def is_declaration(path: str) -> bool:
    """Is `path` a TypeScript declaration file?"""
    return path.endswith((".d.ts", ".d.mts", ".d.cts"))
