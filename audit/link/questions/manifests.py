"""What is asked of a package.json: not its version, what its scripts do, or which version of a package it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCAL = ("file:", "link:", "portal:", "workspace:")
"""How a range begins that leads to a folder of the tree."""
DEPENDENCIES = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
_FIELDS = (
    *("name", "workspaces", "exports", "imports", "typesVersions", "bin", "tsconfig"),
    *("source", "typings", "types", "module", "main", "browser"),
)
_STARTS = frozenset(("start", "serve", "dev", "develop"))
_GIVEN = ("main", "module", "browser", "bin", "exports")


def resolving(source: bytes) -> tuple[str, str]:
    """What says where names lead: as JSON in ASCII, for texts may hold what no other form does; or "", and why not.

    Of a range only one that leads to a folder is told.
    """
    import json

    from audit.link.questions import jsonc

    try:
        data = jsonc.read(source.decode("utf-8-sig", "replace"))
        told = {field: data[field] for field in _FIELDS if field in data}
        for field in DEPENDENCIES:
            told[field] = {
                name: text if text.startswith(LOCAL) else ""
                for name, text in jsonc.table(data.get(field)).items()
                if isinstance(text, str)
            }
        return json.dumps(told), ""
    except ValueError as error:
        return "", ascii(str(error))[1:-1]
    except RecursionError:
        return "", "nested too deep"


def given(source: bytes) -> tuple[str, ...]:
    """The modules that it gives to others, as it names them."""
    import msgspec

    try:
        read = msgspec.json.decode(source)
    except msgspec.DecodeError:
        return ()
    return tuple(_texts([read.get(field) for field in _GIVEN] if isinstance(read, dict) else []))


def standing(source: bytes) -> tuple[str, frozenset[str], bool]:
    """The name of a package, the packages that it wants, and whether it is started by itself."""
    import msgspec

    try:
        read = msgspec.json.decode(source)
    except msgspec.DecodeError:
        read = None
    data = read if isinstance(read, dict) else {}
    tables = [table for table in (data.get(field) for field in DEPENDENCIES) if isinstance(table, dict)]
    scripts = data.get("scripts")
    starts = isinstance(scripts, dict) and any(name in _STARTS or name.startswith("start:") for name in scripts)
    name = data.get("name")
    return name if isinstance(name, str) else "", frozenset().union(*tables), starts or bool(data.get("bin"))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
