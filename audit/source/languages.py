"""Which language a file is written in, by the end of its name."""

from typing import Literal

from audit.model.orders import Language

Dialect = Literal["typescript", "tsx", "python"]

# JavaScript is parsed as TSX: any .js file may hold JSX, none the angle-bracket casts that TSX lacks.
_TABLE: dict[str, tuple[Language, Dialect]] = {
    "ts": ("typescript", "typescript"),
    "mts": ("typescript", "typescript"),
    "cts": ("typescript", "typescript"),
    "tsx": ("typescript", "tsx"),
    "js": ("javascript", "tsx"),
    "mjs": ("javascript", "tsx"),
    "cjs": ("javascript", "tsx"),
    "jsx": ("javascript", "tsx"),
    "py": ("python", "python"),
}


def language_of(path: str) -> Language | None:
    """The language of the file called `path`, None for one that is not read. `.d.ts` is TypeScript."""
    row = _row(path)
    return None if row is None else row[0]


def is_script(path: str) -> bool:
    """Is the file called `path` TypeScript or JavaScript?"""
    return language_of(path) in ("typescript", "javascript")


def dialect_of(path: str) -> Dialect | None:
    """The grammar that reads the file called `path`, None for a language that is not read."""
    row = _row(path)
    return None if row is None else row[1]


def _row(path: str) -> tuple[Language, Dialect] | None:
    dot = path.rfind(".")
    return _TABLE.get(path[dot + 1 :]) if dot >= 0 else None
