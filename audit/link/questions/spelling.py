"""How things are spelled: a flag under other names, a label, an expression."""

from __future__ import annotations

import re

_NEAR = 60
_KEY = re.compile(rb"([A-Za-z_$][\w$]*)['\"]?\s*:\s*(?:[A-Za-z_$][\w$]*\.)*\Z")
_RENAMED = re.compile(rb"\b[^,\n]{0,40}?\b[aA][sS]\s+\"?(\w+)")
_BEHIND = 160
_FILTER = re.compile(rb"\.(?:filter|find|findLast|flatMap)\(")
_PUTS = re.compile(rb"\.(?:push|add|set|append)\(|\byield\b|\bfor\s+\w[\w,\s]{0,40}\sin\s[^:;{]{1,200}?\sif\s")
_NAMED = re.compile(rb"\s*[\w$.]+\s*\)")
_GETTER = re.compile(rb"\bget\s+(\w+)\s*\(\s*\)|@(?:cached_)?property\s+def\s+(\w+)")
_LONG = 60


def other_names(source: bytes, name: bytes) -> tuple[str, ...]:
    """What a column is called by the key of a projection, or by what a statement renames it to."""
    made = []
    at = source.find(name)
    while at >= 0:
        end = at + len(name)
        found = _KEY.search(source[max(0, at - _NEAR) : at]) or _RENAMED.match(source[end : end + _NEAR])
        if found is not None and not source[end : end + 1].isalnum() and source[end : end + 1] != b"_":
            made.append(found[1].decode())
        at = source.find(name, end)
    return tuple(made)


def gives_member(source: bytes, holder: bytes, name: bytes) -> bool:
    """Is a member of that name given a value (`req.item = row`, `ctx.set("item", row)`)? Only of what is called
    `holder`, where that is said (`req.params.id = 7`).
    """
    written = re.escape(name)
    put = rb"%b\.%b\s*(?:\?\?|\|\|)?=[^=>]" % (rb"\b" + re.escape(holder) if holder else b"", written)
    told = rb"|\.set\(\s*['\"]%b['\"]" % written if not holder else b""
    return re.search(put + told, source) is not None


def getters(source: bytes) -> tuple[str, ...]:
    """The names of getters that are written in a file."""
    return tuple(sorted({name.decode() for pair in _GETTER.findall(source) for name in pair if name}))


def may_sift(source: bytes, names: tuple[bytes, ...]) -> bool:
    """Is a list filtered by a function that may look at one of the names, or into a list that was made by these? Or is
    one filled, or yielded, where such a name stands?
    """
    near = (source[hit.end() : hit.end() + _BEHIND] for hit in _FILTER.finditer(source))
    if _PUTS.search(source) and any(name in source for name in names):
        return True
    named, looked_for = any(name in source for name in names), (*names, b".has(", b".includes(")
    return named and any(_NAMED.match(one) or any(name in one for name in looked_for) for one in near)


def spelled(source: bytes, start: int, end: int) -> str:
    """An expression as it is written, on one line and not too long."""
    while end < len(source) and chr(source[end]) not in " \t\r\n;,(){}[]=&|?!.<>":
        end += 1
    text = " ".join(source[start:end].decode(errors="replace").split())
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def label_in(source: bytes, written: re.Pattern[bytes], start: int, end: int) -> str | None:
    """The label that is written out in a call."""
    found = written.search(source, start, end)
    return found.group(2).decode("utf-8", "replace") if found is not None else None
