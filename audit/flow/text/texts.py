"""What a text is made of: every end of the way back to it, with templates, sums and methods put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.callees import ENCODERS, PARSERS, TEXTUAL, joins, resolves
from audit.flow.backward.values import Global, Text, Typed
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import End, Env, Path
from audit.flow.graph import CallSite, Graph, Op
from audit.flow.outside.places import last_name
from audit.flow.outside.rows import section_rows
from audit.flow.text.bases import Bases
from audit.flow.text.ways import UNKNOWN, Hole, Way, few, host_of, joined, product, resolved, rooted, stripped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.flow.backward.backwards import Backwards
    from audit.flow.settings.variables import Variables

_DEEP, _MOST = 24, 250
"""How deep texts are made of others, and how many ends one question asks for."""
_NOTHING = 1 << 30
_CUTS = frozenset(("replace", "replaceAll", "slice", "substring", "removesuffix", "rstrip", "sub", "split", "strip"))
_ADDRESSES = (Typed("URL"), Typed("Location"))
_SEGMENT = re.compile(r"\w[^?#]*[/=_.:,-]$")
_SAME = frozenset(("String", "str", "encodeURI", "decodeURI", "decodeURIComponent"))
"""Functions that leave an address what it is."""
_HOSTS = frozenset(("host", "hostname", "netloc"))


class Texts(Bases):
    """Ways of texts at nodes."""

    def __init__(self, backwards: Backwards, variables: Variables) -> None:
        self.backwards, self._variables = backwards, variables
        self._code, self._origins = backwards.code, backwards.origins
        self._depth = self._asked = 0
        self._open: list[End] = []
        self._known: dict[tuple[Spot, Path, Env], tuple[Way, ...]] = {}
        self._rests_on = _NOTHING
        self._before: list[tuple[Way, ...]] = []  # addresses whose path is being written, as they were before

    def of(self, spot: Spot, env: Env = ()) -> tuple[Way, ...]:
        """The ways of the text at a node."""
        return self.part(spot, (), env) or (UNKNOWN,)

    def part(self, spot: Spot, path: Path, env: Env = ()) -> tuple[Way, ...]:
        """The ways of a part of what is at a node; () when it has no such part.

        One question answers each part once, and asks for so many ends in all: what is left then is not known.
        """
        if not self._depth:
            self._asked = 0
            self._known.clear()
        key = (spot, path, env)
        if key in self._known:
            return self._known[key]
        if self._depth > _DEEP:
            self._rests_on = 0
            return (UNKNOWN,)
        around, self._rests_on = self._rests_on, _NOTHING
        self._depth += 1
        found = self._of_ends(self.backwards.ends(spot, path, env))
        self._depth -= 1
        if self._rests_on >= len(self._open):
            self._known[key] = found
        self._rests_on = min(around, self._rests_on)
        return found

    def _of_ends(self, ends: Iterable[End]) -> tuple[Way, ...]:
        found: dict[Way, None] = {}
        for end in ends:
            found.update(dict.fromkeys(self._at(end)))
        if not found and self._before and any(end in self._open for end in ends):
            return self._before[-1]
        return few(found)

    def returned(self, spot: Spot, path: Path, rest: Path, env: Env = ()) -> list[Way]:
        """The ways of a part of what the function at a part of a node returns to outside code."""
        found: dict[Way, None] = {}
        for end in self.backwards.ends(spot, path, env):
            for inner in self.backwards.result_of(end, rest):
                found.update(dict.fromkeys(self.at(inner)))
        return list(found)

    def _at(self, end: End) -> tuple[Way, ...]:
        """The ways of the text at an end; none where it is made of itself (`path += "/items"`)."""
        if end in self._open:
            self._rests_on = min(self._rests_on, self._open.index(end))
            return ()
        if self._asked >= _MOST:
            self._rests_on = 0
            return (UNKNOWN,)
        self._asked += 1
        self._open.append(end)
        found = self.at(end)
        self._open.pop()
        return found

    def at(self, end: End) -> tuple[Way, ...]:
        """The ways of the text at an end."""
        graph = self._code.graph(end.spot.file, end.spot.unit)
        node, source = end.spot.node, graph.source[end.spot.node]
        name = self._variables.read_at(end)
        if name is not None:
            return ((Hole("variable", name),),) if name in self._variables.asked else (UNKNOWN,)
        if end.path == ("search",) and any(value in _ADDRESSES for value in self._origins.of(end.spot)):
            return (("?",),)
        if node in graph.of_parameter:
            number, _ = graph.of_parameter[node]
            return (
                (Hole("parameter", ".".join(end.path), FunctionId(end.spot.file, end.spot.unit, number), end.env),),
            )
        if node in graph.results and not (isinstance(source, lowered.Template) and source.tag is None):
            return self._result(end, graph, graph.calls[graph.results[node]])
        if end.path:
            return () if isinstance(source, (lowered.Literal, lowered.Template, lowered.Binary)) else (UNKNOWN,)
        if isinstance(source, lowered.Literal):
            return ((str(source.value),),) if source.value is not None and not source.kind else ()
        if isinstance(source, lowered.Template):
            return self._template(end, graph, source)
        if isinstance(source, (lowered.Object, lowered.Array, lowered.Function)):
            return ()
        sides = [one for one, op, _ in graph.back[node] if op is Op.BUILD]
        sign = source.op if isinstance(source, (lowered.Binary, lowered.Assign)) else ""
        if len(sides) >= 2 and sign in ("+", "+="):
            return product([self.of(replace(end.spot, node=side), end.env) for side in sides[:2]])
        if len(sides) >= 2 and sign == "%":
            return self.filled(end, sides)
        return (UNKNOWN,)

    def _template(self, end: End, graph: Graph, source: lowered.Template) -> tuple[Way, ...]:
        """A parameter that fills a segment behind a constant one varies, whatever a call gives for it."""
        holes = [node for node, op, _ in graph.back[end.spot.node] if op is Op.BUILD]
        sides: list[tuple[Way, ...]] = [((source.parts[0],),)]
        for node, before, text in zip(holes, source.parts, source.parts[1:], strict=False):
            fills = _SEGMENT.search(before) and _is_parameter(graph, node)
            sides.extend(((UNKNOWN,) if fills else self.of(replace(end.spot, node=node), end.env), ((text,),)))
        return product(sides)

    # calls

    def _result(self, end: End, graph: Graph, site: CallSite) -> tuple[Way, ...]:
        callees = self._origins.callees(end.spot.file, end.spot.unit, site)
        names = set(map(last_name, callees))
        if (site.new and "URL" in names) or (end.path and names & PARSERS):
            return self._url(end, graph, site)
        if any(map(resolves, callees)) and len(site.arguments) >= 2 and not end.path:
            bases, paths = (self.of(replace(end.spot, node=node), end.env) for node in site.arguments[:2])
            return tuple(dict.fromkeys(resolved(base, path) for base in bases for path in paths))
        if any(map(joins, callees)) and not end.path:
            return self._joined_paths(end, site)
        if site.method in TEXTUAL and site.receiver >= 0:
            return self._method(end, graph, site)
        rows = [row for callee in callees for row in section_rows(self._origins.vocabulary.requests, callee)]
        if any(row.kind != "send" for row in rows):
            return ()
        if end.path or any(last_name(callee) in ENCODERS for callee in callees):
            return (UNKNOWN,)
        if any(isinstance(callee, Global) and callee.name in _SAME for callee in callees) and site.arguments:
            return self.of(replace(end.spot, node=site.arguments[0]), end.env)
        return self._derived(end, site)

    def _derived(self, end: End, site: CallSite) -> tuple[Way, ...]:
        """Unknown code makes something of what it is given: of the variable, where that is among it."""
        given = (site.receiver, *site.arguments) if site.receiver >= 0 else site.arguments
        for node in given:
            for way in self.part(replace(end.spot, node=node), (), end.env):
                for piece in way:
                    if isinstance(piece, Hole) and piece.kind == "variable":
                        return ((replace(piece, stripped="?", derived=True),),)
        return (UNKNOWN,)

    def _joined_paths(self, end: End, site: CallSite) -> tuple[Way, ...]:
        """Segments with a slash between each two."""
        ways: tuple[Way, ...] = ((),)
        for node in site.arguments:
            more = self.of(replace(end.spot, node=node), end.env)
            ways = few(rooted(way, one) if way else one for way in ways for one in more)
        return ways

    def _url(self, end: End, graph: Graph, site: CallSite) -> tuple[Way, ...]:
        """`new URL(path, base)`: a `pathname` set later replaces the path, `host` is the base without one."""
        parts = [self.of(replace(end.spot, node=node), end.env) for node in site.arguments[:2]]
        member = end.path[0] if end.path else "href"
        if member in ("search", "hash"):
            return (("?",),)
        if not parts or member not in (*_HOSTS, "href", "origin", "pathname"):
            return (UNKNOWN,)
        bases = parts[-1]
        ways = (
            tuple(dict.fromkeys(resolved(base, path) for base in bases for path in parts[0]))
            if len(parts) == 2
            else bases
        )
        if member == "pathname":
            return (UNKNOWN,)
        if member != "href":
            return tuple(dict.fromkeys(host_of(way) for way in ways))
        plain = replace(end, path=("pathname",))
        self._before.append(ways)
        written = [way for inner in self.backwards.written(plain, graph) for way in self._at(inner)]
        self._before.pop()
        return tuple(rooted(host_of(base), path) for base in ways for path in written) if written else ways

    def _method(self, end: End, graph: Graph, site: CallSite) -> tuple[Way, ...]:
        """Methods of texts: what cuts something off keeps the rest; `concat` and `join` put together."""
        receiver = replace(end.spot, node=site.receiver)
        if end.path and site.method != "split":
            return ()
        if site.method == "join":
            return self.joined(end, site)
        if end.path and not (site.method == "split" and end.path == ("[0]",)):
            return (UNKNOWN,)
        if site.method == "concat":
            return product(
                [self.of(replace(end.spot, node=node), end.env) for node in (site.receiver, *site.arguments)]
            )
        if site.method in _CUTS:
            cut = self._cut(end, graph, site)
            return tuple(stripped(way, cut) for way in self.of(receiver, end.env))
        if site.method == "format":
            return self.formatted(end, site)
        return self.of(receiver, end.env)

    def _cut(self, end: End, graph: Graph, site: CallSite) -> str:
        """What a method takes away, as a text."""
        texts = []
        for node in site.arguments[:1]:
            source = graph.source[node]
            if isinstance(source, lowered.Literal) and source.value is not None:
                texts.append(str(source.value).replace("\\", ""))
            else:
                texts.extend(v.text for v in self._origins.of(replace(end.spot, node=node)) if isinstance(v, Text))
        return " ".join(texts) or "?"


def _is_parameter(graph: Graph, node: int) -> bool:
    """Is the value a parameter as it is?"""
    seen: set[int] = set()
    while node not in graph.of_parameter and node not in seen:
        seen.add(node)
        before = [source for source, op, _ in graph.back[node] if op is Op.COPY]
        place = graph.place_of.get(node)
        before.extend(graph.kept.get(place, ()) if place is not None and place.owner else ())
        node = before[0] if len(before) == 1 else node
    return node in graph.of_parameter


__all__ = ["UNKNOWN", "Hole", "Texts", "Way", "joined"]
