"""Which extraction made a fact: the sources of this package and the parsers below it.

A number that people raise by hand is forgotten once, and then a cache answers for code that is no longer there.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec

_PARSERS = ("tree_sitter", "tree_sitter_typescript", "libcst")

_PACKAGES = ("audit", "rules")
"""What a report is made by: the engine, and the vocabulary that it comes with."""
_SOURCES = (".py", ".toml")


@cache
def extraction() -> str:
    """Part of every cache key: another text of these modules, or another build of a parser, is another extraction."""
    return digest_of((os.path.dirname(__file__),)).hex()[:16]  # noqa: PTH120


@cache
def tool() -> str:
    """A digest of the tool itself: another text of it, or another build of a parser below it, is another tool."""
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    return digest_of(os.path.join(home, package) for package in _PACKAGES).hex()  # noqa: PTH118


def digest_of(folders: Iterable[str]) -> bytes:
    """What stands for the sources below these folders, and for the parsers."""
    digest = hashlib.sha256(parsers().encode())
    for folder in folders:
        for path in sorted(_sources(folder)):
            opened = os.open(path, os.O_RDONLY)  # of some hundred files: Python's own `open` takes twice as long
            try:
                digest.update(os.read(opened, os.fstat(opened).st_size))
            finally:
                os.close(opened)
    return digest.digest()


def _sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_SOURCES):
                yield entry.path
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _sources(entry.path)


@cache
def parsers() -> str:
    """Which builds of Python and of the parsers are at work."""
    told = [sys.version]
    for parser in _PARSERS:
        spec = find_spec(parser)
        found = os.stat(spec.origin) if spec is not None and spec.origin else None  # noqa: PTH116
        told.append(f"{parser}:{found.st_size}:{found.st_mtime_ns}" if found else parser)
    return "\0".join(told)
