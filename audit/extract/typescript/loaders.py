"""Modules that are loaded by a function of another name, or by a constant that holds theirs: read off the bytes."""

from __future__ import annotations

import re

_ALIAS = re.compile(rb"createRequire\s+as\s+([\w$]+)")
_NAMED = rb"([\w$]+)\s*=\s*(?:[\w$]+\.)?(?:%s)\s*\("
_CONSTANT = rb"\b%s\s*(?::[^=;\n]*)?=\s*(['\"`])([^'\"`\n\\$]+)\1"


def loaders(source: bytes) -> tuple[bytes, ...]:
    """The names of functions that load modules as `require` does: `const load = createRequire(import.meta.url)`."""
    if b"createRequire" not in source:
        return ()
    made = [b"createRequire", *_ALIAS.findall(source)]
    found = re.findall(_NAMED % b"|".join(map(re.escape, made)), source)
    return tuple(dict.fromkeys((*found, *made[1:])))


def constant(source: bytes, name: bytes) -> bytes | None:
    """The text that a name of the file is declared with; None where it is declared with several, or with none."""
    found = {text for _, text in re.findall(_CONSTANT % re.escape(name), source)}
    return found.pop() if len(found) == 1 else None
