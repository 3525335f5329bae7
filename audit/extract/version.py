"""Which extraction made a fact: the sources of this package and the parsers below it.

A number that people raise by hand is forgotten once, and then a cache answers for code that is no longer there.
"""

# ruff: noqa: PTH118, PTH123

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.util import find_spec

_PARSERS = ("tree_sitter", "tree_sitter_typescript", "libcst")


@cache
def extraction() -> str:
    """Part of every cache key: another text of these modules, or another build of a parser, is another extraction."""
    digest = hashlib.sha256()
    for folder, folders, files in os.walk(os.path.dirname(__file__)):  # noqa: PTH120
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    digest.update(file.read())
    digest.update(parsers().encode())
    return digest.hexdigest()[:16]


@cache
def parsers() -> str:
    """Which builds of Python and of the parsers are at work."""
    told = [sys.version]
    for parser in _PARSERS:
        spec = find_spec(parser)
        found = os.stat(spec.origin) if spec is not None and spec.origin else None  # noqa: PTH116
        told.append(f"{parser}:{found.st_size}:{found.st_mtime_ns}" if found else parser)
    return "\0".join(told)
