"""The endpoint of a request, `METHOD /path`, read from what its address and method are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.find.direct.chains import Open
from audit.find.direct.commands import requested
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Call, Env
from audit.flow.text.ways import Hole, Way, joined, rooted
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.find.direct.forms import Form, Seen
    from audit.flow.text.texts import Texts
    from audit.rulebook import Place as Words
    from audit.rulebook import RequestRow

_METHOD = re.compile(r"[A-Za-z]+")
_SLASHES = re.compile(r"/{2,}")
_FILLED = re.compile(r"\{[^/{}]+\}")
"""A part that a client fills by its name: `client.GET("/items/{id}")`."""
_PORT = re.compile(r"^:(?:\d+|\{\})?")
_SCHEME = re.compile(r"[a-z]+:(?://)?|://|//")
PREFIX, WRITTEN = "\x00", "\x01"
"""Before a path behind the whole variable: without the prefix, which the variable may hold; with it."""
_VERBS = frozenset(("get", "post", "put", "patch", "delete", "head", "options"))


def endpoints_of(texts: Texts, call: Call, forms: list[Seen], env: Env, prefix: str) -> list[Open]:
    """The endpoints of a call that sends, in frames; several where address or method come about in several ways.

    The variable's value is known to come here. Where nothing can be said of how, with nobody's parameters in it, a
    request to somewhere of the service is left.
    """
    found: dict[Open, None] = {}
    for seen in forms:
        form, opened = seen.form, seen.opened
        row: RequestRow = form.row  # type: ignore[assignment]
        reader = _Reader(texts, call, form, env)
        if row.kind == "command":
            for verb, way in requested(reader.everything(row.url)):
                path, path_open = path_of(way, prefix)
                if path is not None:
                    found[Open(f"{verb} {path}", (*opened, *path_open) if path_open else ())] = None
        if row.kind != "send":
            continue
        ways = reader.addresses(row)
        for verb, verb_open in reader.verbs(row) if ways else ():
            for way in ways:
                path, path_open = path_of(way, prefix)
                more = (*verb_open, *path_open)
                if path is not None:  # whoever gives the function that sends: it is sent from here
                    found[Open(f"{verb} {path}", (*opened, *more) if more else ())] = None
            if not env and all(map(_is_unknown, ways)):
                found[Open(f"{verb} /{{}}", (*opened, *verb_open))] = None
    return list(found)


def addresses_of(texts: Texts, call: Call, forms: list[Seen], env: Env, name: str) -> list[Open]:
    """The database that a call opens, in frames."""
    found: dict[Open, None] = {}
    for seen in forms:
        form, undecided = seen.form, seen.opened
        for way in _Reader(texts, call, form, env).ways(form.row.url):
            holes = [piece for piece in way if isinstance(piece, Hole)]
            if any(hole.kind == "variable" for hole in holes):
                found[Open(name, undecided)] = None
            elif opened := tuple(hole.function for hole in holes if hole.function is not None):
                found[Open(name, (*undecided, *opened))] = None
            elif len(way) == 1 and holes:
                found[Open(name, undecided)] = None
    return list(found)


class _Reader:
    """The places of a row at one call."""

    def __init__(self, texts: Texts, call: Call, form: Form, env: Env) -> None:
        self._texts, self._env, self._form, self._site = texts, env, form, form.site
        self._file, self._unit, _ = call

    def addresses(self, row: RequestRow) -> list[Way]:
        """The addresses, behind the base of the client where there is one."""
        urls, bases = self.ways(row.url), self.ways(row.base)
        if not bases:
            return urls
        return list(dict.fromkeys(rooted(base, url) for base in bases for url in urls or [()]))

    def ways(self, words: str | None) -> list[Way]:
        """The ways of the first place of a row that holds anything."""
        for place in places_of(words) if words else ():
            found = self._at(place)
            if found:
                return list(found)
        return []

    def everything(self, words: str | None) -> list[Way]:
        """The ways of all places of a row."""
        return [way for place in places_of(words or "") for way in self._at(place)] if words else []

    def verbs(self, row: RequestRow) -> list[tuple[str, tuple[FunctionId, ...]]]:
        """The methods, with the functions that leave them open."""
        if row.verb == "name" and self._form.key < 0:
            name = self._form.name
            return [(name.upper() if name.lower() in _VERBS else row.verb_else, ())]
        if row.verb.isupper():
            return [(row.verb, ())]
        otherwise = "POST" if row.posts and self._holds(row.posts) else row.verb_else
        found: dict[tuple[str, tuple[FunctionId, ...]], None] = {}
        key = Spot(self._file, self._unit, self._form.key)
        for way in self.ways(row.verb) if row.verb != "name" else self._texts.of(key, self._env):
            piece = way[0] if len(way) == 1 else None
            if isinstance(piece, str) and _METHOD.fullmatch(piece):
                found[piece.upper(), ()] = None
            elif isinstance(piece, Hole) and piece.function is not None:
                found[otherwise, (piece.function,)] = None
        return list(found) or [(otherwise, ())]

    def _holds(self, words: str) -> bool:
        """Is anything given at one of the places?"""
        nodes = [(node, (*held, *place.path)) for place in places_of(words) for node, held in self._form.placed(place)]
        ends = [
            end
            for node, path in nodes
            for end in self._texts.backwards.ends(Spot(self._file, self._unit, node), path, self._env)
        ]
        return any(not end.path and not self._texts.backwards.is_nothing(end) for end in ends)

    def _at(self, place: Words) -> list[Way]:
        if place.root == "this":
            return self._base(place.path)
        if place.root == "return":
            return self._returned(place)
        found: dict[Way, None] = {}
        for node, held in self._form.placed(place):
            spot = Spot(self._file, self._unit, node)
            found.update(dict.fromkeys(self._texts.part(spot, (*held, *place.path), self._env)))
        return list(found)

    def _base(self, path: tuple[str, ...]) -> list[Way]:
        """What the call that made the client was given as its base."""
        node = self._site.receiver if self._site.receiver >= 0 and self._site.method else self._site.callee
        spot = Spot(self._file, self._unit, node)
        if not path:
            return self._texts.base(spot, self._env)
        found = [way for way in self._texts.part(spot, path, self._env) if not _is_unknown(way)]
        found = found or self._texts.of_outside(spot, path) or self._texts.base(spot, self._env, path)
        if not path[-2:-1] or path[-2][:1] != "[":
            return found
        changed = [way for way in found if not _is_given(way[0])]  # what an interceptor leaves as it was says nothing
        return changed if path[-1] != "url" else [way[:-1] for way in changed if len(way) > 1 and _is_given(way[-1])]

    def _returned(self, place: Words) -> list[Way]:
        """What a function that the call is given returns."""
        found: dict[Way, None] = {}
        for inner in place.callee:
            for node, held in self._form.placed(inner):
                function = (*held, *inner.path)
                ways = self._texts.returned(Spot(self._file, self._unit, node), function, place.path, self._env)
                found.update(dict.fromkeys(ways))
        return list(found)


def _is_given(piece: str | Hole) -> bool:
    return isinstance(piece, Hole) and piece.kind != "variable"


def _is_unknown(way: Way) -> bool:
    return len(way) == 1 and isinstance(way[0], Hole) and way[0].kind == "unknown"


def path_of(way: Way, prefix: str) -> tuple[str | None, tuple[FunctionId, ...]]:
    """The path behind the service's variable, with `{}` for what varies, and the functions that leave it open."""
    way = _without_scheme(way)
    first = way[0] if way else ""
    if not isinstance(first, Hole):
        return None, ()
    if any(isinstance(piece, Hole) and piece.kind == "variable" for piece in way[1:]):
        return None, ()
    if first.kind == "parameter":
        return "/{}", tuple(p.function for p in way if isinstance(p, Hole) and p.function is not None)
    if first.kind != "variable":
        return None, ()
    if first.derived and len(way) == 1:
        return "/{}", ()
    text, opened = "", []
    for piece in way[1:]:
        if "?" in text or "#" in text:
            break
        if isinstance(piece, str):
            text += piece
            continue
        if piece.function is not None and _decides(text):
            opened.append(piece.function)
        text += "{}" if not text.endswith("{}") else ""
    return _normal(text, prefix, first), tuple(opened)


def _without_scheme(way: Way) -> Way:
    """`https://${host}`: the scheme does not matter."""
    first = way[0] if way else ""
    if isinstance(first, str) and _SCHEME.fullmatch(first):
        return way[1:]
    second = way[1] if len(way) > 2 else ""
    if isinstance(first, Hole) and first.kind != "variable" and isinstance(second, str) and second in ("://", "//"):
        return way[2:]
    return joined(way)


def _decides(before: str) -> bool:
    """A parameter that fills one segment behind a constant one does not leave the endpoint open."""
    segments = [part for part in before.split("/") if part and part != "{}"]
    return not segments or not before.endswith(("/", "=", "-", "_", ".", ":", ","))


def _normal(text: str, prefix: str, variable: Hole) -> str:
    path = re.split(r"[?#]", _PORT.sub("", text), maxsplit=1)[0]
    path = _FILLED.sub("{}", _SLASHES.sub("/", f"/{path}"))
    if len(path) > 1:
        path = path.rstrip("/")
    held = prefix.strip("/")
    if not held or variable.host or held in variable.stripped:
        return path
    written = path.startswith(f"{prefix}/") or path == prefix
    return f"{WRITTEN if written else PREFIX}{path}"


def settled(subject: str, prefix: str, *, holds: bool) -> str:
    """An endpoint with its prefix, once it is known whether the variable `holds` it."""
    path = subject.partition(PREFIX)[2]
    if not path or not holds:
        return subject.replace(PREFIX, "").replace(WRITTEN, "")
    return subject.replace(PREFIX, prefix) if path != "/" else subject.replace(f"{PREFIX}/", prefix)
