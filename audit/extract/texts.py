"""The text of a piece of code as it is compared: the same before and after a formatter ran over it."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    rb"""(?P<comment>//[^\n]*|/\*.*?\*/)"""
    rb"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    rb"""|(?P<word>[\w$\x80-\xff]+)|(?P<space>\s+)|(?P<sign>.)""",
    re.DOTALL,
)
MOST = 400
"""Longer texts are cut: what tells two calls apart stands at their beginning."""


def normalised(code: bytes) -> str:
    """Code without comments, line breaks, trailing commas and quote style; at most `MOST` characters."""
    tokens: list[str] = []
    for match in _TOKENS.finditer(code[: 4 * MOST]):
        kind, token = match.lastgroup, match.group().decode("utf-8", "replace")
        if kind in ("comment", "space"):
            continue
        if tokens and token in (")", "]", "}") and tokens[-1] == ",":
            tokens.pop()
        tokens.append(f'"{token[1:-1]}"' if kind == "string" else token)
    return _spaced(tokens)[:MOST]


def _spaced(tokens: list[str]) -> str:
    """One blank between two words, none elsewhere."""
    out: list[str] = []
    word = False
    for token in tokens:
        is_word = token[0].isalnum() or token[0] in "_$"
        out.append(" " + token if word and is_word else token)
        word = is_word
    return "".join(out)
