"""Requests that a program of the shell sends: `curl`, `wget` and the like, as one text or as a list of arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.flow.text.ways import Hole

if TYPE_CHECKING:
    from audit.flow.text.ways import Way

_PROGRAM = re.compile(r"(?:^|[\s;&|(/])(?:curl|wget|https?|xh)(?:\s|$)")
_METHOD = re.compile(r"(?:-X|--request|--method)[\s=]*['\"]?(GET|POST|PUT|PATCH|DELETE|HEAD)\b")
_BARE = re.compile(r"GET|POST|PUT|PATCH|DELETE|HEAD")
_SENT = re.compile(r"(?:^|\s)(?:-d|--data\S*|--json|--post-data\S*|-F|--form)(?:[\s=]|$)")
_TAKES = re.compile(r"(?:-H|--header|-e|--referer|-A|--user-agent|-b|--cookie|-o|-u|-d|--data\S*|--json)\s*$")
"""Options whose value is no address that is asked."""
_END = re.compile(r"[\s'\"|;&>]")


def requested(ways: list[Way]) -> list[tuple[str, Way]]:
    """The methods and addresses of a command, by what its text or its arguments may be."""
    texts = [piece for way in ways for piece in way if isinstance(piece, str)]
    if not any(_PROGRAM.search(text) for text in texts):
        return []
    verb = _verb(texts, ways)
    return [(verb, found) for way in ways for found in _addresses(way)]


def _verb(texts: list[str], ways: list[Way]) -> str:
    told = next((match[1] for match in map(_METHOD.search, texts) if match is not None), None)
    alone = (way[0] for way in ways if len(way) == 1 and isinstance(way[0], str) and _BARE.fullmatch(way[0]))
    otherwise = "POST" if any(map(_SENT.search, texts)) else "GET"
    return told or next(alone, None) or otherwise


def _addresses(way: Way) -> list[Way]:
    """From each hole on that begins a word, up to where the word ends."""
    found: list[Way] = []
    for start, first in enumerate(way):
        if not isinstance(first, Hole) or not _begins("".join(map(_shown, way[:start]))):
            continue
        word: list[str | Hole] = []
        for piece in way[start:]:
            end = _END.search(piece) if isinstance(piece, str) else None
            word.append(piece[: end.start()] if end is not None and isinstance(piece, str) else piece)
            if end is not None:
                break
        found.append(tuple(word))
    return found


def _shown(piece: str | Hole) -> str:
    return piece if isinstance(piece, str) else "x"


def _begins(before: str) -> bool:
    """Does an address begin behind a text: a word of a command that no option takes, or an argument of its own?"""
    if not before or not _PROGRAM.search(before):
        return before in ("", "--url=")
    inside, quote = "", ""
    for sign in before:
        if sign in "'\"" and quote in ("", sign):
            quote, inside = ("" if quote else sign), ""
        else:
            inside += sign
    if quote:
        return not inside and not _TAKES.search(before[:-1])
    return before[-1] in " \t\n=" and not _TAKES.search(before)
