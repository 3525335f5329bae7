"""Modules that are loaded by a name which is computed, as far as the text tells."""

from __future__ import annotations

import re

LOADERS = ("import(", "require(")
_COMPUTED = re.compile(
    rb"(?:[=(,>:?|&\[!{]|\bawait|\breturn|\bnew)\s*(?:import|require)\("
    rb"\s*(?:/\*.*?\*/\s*)*+(?:`([^`$]*)\$\{|([\w$]+)\s*\)|(?![`'\"\s)]))"
)
_HELD = rb"\b%s\s*(?::[^=;\n]*)?=\s*['\"`]"
"""A name that is declared with a text: such a load is followed as one of that text."""


def computed(source: bytes) -> tuple[bytes, ...]:
    """What such names begin with: what a template says before its first hole, or nothing."""
    found = _COMPUTED.findall(source)
    return tuple(
        sorted({head for head, name in found if not name or re.search(_HELD % re.escape(name), source) is None})
    )
