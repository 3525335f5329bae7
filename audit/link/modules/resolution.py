"""What a module specifier turns out to mean."""

from msgspec import Struct


class Inside(Struct, frozen=True):
    """A file of the audited tree."""

    path: str


class Outside(Struct, frozen=True):
    """A package the tree does not hold: `Outside("@scope/name", "sub/path")`, `Outside("node:fs", "")`."""

    package: str
    subpath: str


class Unresolved(Struct, frozen=True):
    """A specifier that should mean a file of the tree, and no such file is there."""

    reason: str


Resolution = Inside | Outside | Unresolved


class Package(Struct, frozen=True):
    """A package of the tree: its folder, and the files its package.json offers to others.

    `entries` are (subpath, path) pairs: `("", "pkg/src/index.ts")`, `("./testing", …)`, patterns expanded to
    the files they reach; `bins` are the files of its `bin` field.
    """

    name: str
    folder: str
    entries: tuple[tuple[str, str], ...]
    bins: tuple[str, ...]
