"""What a value is made of, backwards to where it begins: parts of objects and lists, pieces of texts, results of calls.

`audit.flow.backward.backwards` ends at an object that is asked for as a whole; what keys an access often is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.backward.callees import TEXTUAL
from audit.flow.backward.heap import put_into
from audit.flow.frames import End, matches
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Spot
    from audit.flow.frames import Env, Path
    from audit.flow.graph import CallSite
    from audit.trace import Engine

_MOST = 400
"""Ends of one value that are looked at."""
_NESTED = 3
"""Objects in objects that are looked into."""
_INTO = frozenset((Op.STORE, Op.BUILD, Op.COPY))


class Leaves:
    """Ends that cannot be taken apart: results of queries, parameters that nobody gives, literals, variables.

    Answers are kept: what keys an access is asked for by its gate, its keys and its verdict.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine, self._code = engine, engine.code
        self._known: dict[End, tuple[End, ...]] = {}

    def of(self, spot: Spot, path: Path, env: Env) -> tuple[End, ...]:
        """The leaves of a part of the value at a node, each once."""
        asked = End(spot, path, env)
        if asked not in self._known:
            self._known[asked] = self._find(asked)
        return self._known[asked]

    def _find(self, asked: End) -> tuple[End, ...]:
        found: dict[End, None] = {}
        seen: set[End] = set()
        work = list(self._engine.backwards.ends(asked.spot, asked.path, asked.env))
        while work and len(seen) < _MOST:
            end = work.pop(0)
            if end in seen:
                continue
            seen.add(end)
            inner = list(self._inner(end))
            if inner:
                work.extend(inner)
            else:
                found[end] = None
        if work:  # more than were looked at: where it comes from is not known as a whole
            found[asked] = None
        return tuple(found)

    def _inner(self, end: End) -> Iterator[End]:
        graph = self._code.graph(end.spot.file, end.spot.unit)
        node = end.spot.node
        if node in graph.results:
            yield from self._of_call(end, graph.calls[graph.results[node]], graph.results[node])
            return
        if node in graph.of_parameter or node in graph.made or node in graph.class_nodes:
            return
        for before, op, key in graph.back[node]:
            if op in _INTO and (op is not Op.STORE or not end.path or matches(key, end.path[0])):
                rest = end.path if op is Op.COPY else end.path[1:] if op is Op.STORE else ()
                yield from self._engine.backwards.ends(replace(end.spot, node=before), rest, end.env)
        for _, value in put_into(graph, node) if isinstance(graph.source[node], lowered.Object) else ():
            yield from self._engine.backwards.ends(replace(end.spot, node=value), (), end.env)

    def _of_call(self, end: End, site: CallSite, number: int) -> Iterator[End]:
        """What a call outside of the tree makes its result of; requests and queries make theirs of nothing here."""
        file, unit = end.spot.file, end.spot.unit
        queries = self._engine.queries
        if queries.concerns(file, unit, number) or self._is_request(file, unit, site):
            return
        flows = self._engine.backwards.library.flows(file, unit, number)
        for flow in flows or ():
            if not flow.implicit and any(target.root == "result" for target in flow.targets):
                for source in flow.sources:
                    yield from self._engine.backwards.source(end.spot, site, source, (), end.env)
        if flows is not None and site.method not in TEXTUAL:
            return
        receiver = [site.receiver] if site.receiver >= 0 else []
        nodes = (replace(end.spot, node=node) for node in (*site.arguments, *receiver))
        given = [one for spot in nodes for one in self._engine.backwards.ends(spot, (), end.env) if one != end]
        if flows is not None or not all(self._is_constant(one, 0) for one in given):
            yield from given  # what unknown code makes of constants alone is no constant: it may look elsewhere

    def _is_constant(self, end: End, depth: int) -> bool:
        """Is it a constant, or an object of constants?"""
        graph = self._code.graph(end.spot.file, end.spot.unit)
        source = graph.source[end.spot.node]
        if isinstance(source, (lowered.Object, lowered.Array)) and depth < _NESTED:
            inner = [
                one
                for node, _, _ in graph.back[end.spot.node]
                for one in self._engine.backwards.ends(replace(end.spot, node=node), (), end.env)
            ]
            return all(self._is_constant(one, depth + 1) for one in inner)
        return isinstance(source, (lowered.Literal, lowered.Object, lowered.Array))

    def _is_request(self, file: str, unit: int, site: CallSite) -> bool:
        origins = self._engine.origins
        return any(section_rows(origins.vocabulary.requests, one) for one in origins.callees(file, unit, site))
