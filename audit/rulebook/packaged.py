"""The rules that ship with the program. The one place that knows where they are: the package `rules`.

The files are found beside the package itself: `importlib.resources` would cost every run seven milliseconds.
"""

from pathlib import Path

import rules

VOCABULARY = "vocabulary"


def builtin_rules(name: str) -> bytes | None:
    """The bytes of the built-in rules file `name`, without its suffix, or None when there is none."""
    path = _folder() / f"{name}.toml"
    return path.read_bytes() if name.isidentifier() and path.is_file() else None


def builtin_names() -> tuple[str, ...]:
    """The names of the built-in rules files, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def vocabulary_files() -> dict[str, bytes]:
    """The built-in vocabulary: file name to bytes, in order of names."""
    return {path.name: path.read_bytes() for path in sorted((_folder() / VOCABULARY).glob("*.toml"))}


def _folder() -> Path:
    return Path(next(iter(rules.__path__)))
