"""The endpoint of a request: method and path from what the transport is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.find.inside.values import UNKNOWN, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.find.inside.summaries import Request
    from audit.find.inside.values import Text

_VERBS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"))
_HOLE = "{}"
_ADDRESS = ("url", "path", "endpoint", "uri", "pathname")


def endpoints(requests: Iterable[Request]) -> tuple[str, ...]:
    """METHOD and path of every request that is known, `{}` for variable parts, without query; sorted."""
    found: set[str] = set()
    for request in requests:
        for address in _address(request).texts:
            path = path_of(address)
            if path:
                found.update(f"{verb} {path}" for verb in _verbs(request))
    return tuple(sorted(found))


def prefixed(found: tuple[str, ...], prefix: str) -> tuple[str, ...]:
    """The endpoints with the prefix that the service's variable holds."""
    return tuple(sorted(one.replace(" ", f" {prefix}", 1) for one in found))


def path_of(pieces: Text) -> str:
    """The path of an address; "" when none of it is known."""
    text = "".join(piece.replace("{", "").replace("}", "") if isinstance(piece, str) else _HOLE for piece in pieces)
    text = re.sub(r"^\w+://[^/{]*", "", text)
    cut = re.split(r"[?#]", text, maxsplit=1)[0]
    while cut.startswith(_HOLE):
        cut = cut[len(_HOLE) :]
    if not cut.strip("/"):
        return ""
    segments = [_segment(one) for one in ("/" + cut.lstrip("/")).split("/")]
    last = segments[-1]
    if last.endswith(_HOLE) and last != _HOLE and cut == text:
        segments[-1] = last[: -len(_HOLE)]  # what is put right behind a path is its query
    return "/".join(segments)


def _segment(text: str) -> str:
    return re.sub(r"(\{\})+", _HOLE, text)


def _address(request: Request) -> Value:
    args = request.args
    if not args:
        return UNKNOWN
    if len(args) > 1 and _constant_verbs(args[0]):
        return args[1]
    for key in _ADDRESS:
        if args[0].properties is not None and key in args[0].properties:
            return args[0].read(key)
    return args[0]


def _verbs(request: Request) -> list[str]:
    """The method that an option names, else the one that the called function is named after, else GET."""
    if request.name.upper() in _VERBS:
        return [request.name.upper()]
    if request.args and _constant_verbs(request.args[0]):
        return _constant_verbs(request.args[0])
    for one in request.args:
        if one.properties is not None and "method" in one.properties:
            return _constant_verbs(one.read("method")) or [_HOLE]
    return ["GET"]


def _constant_verbs(value: Value) -> list[str]:
    found = [pieces[0].upper() for pieces in value.texts if len(pieces) == 1 and isinstance(pieces[0], str)]
    return sorted(found) if found and set(found) <= _VERBS else []
