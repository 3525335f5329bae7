"""What a request to an address is: a message, when the address is that of a chat or comes from such a variable."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.backwards import Backwards
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Target
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.settings.variables import Variables
from audit.flow.text.texts import Texts
from audit.flow.text.ways import Hole
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.frames import Env
    from audit.flow.graph import CallSite
    from audit.flow.text.ways import Way
    from audit.rulebook import RequestRow, SinkRow


_FARTHEST = 3
"""Calls up which an address is looked for that a function takes from its parameters."""


class _Matching(frozenset[str]):
    """Every name that one of the patterns fits."""

    def __contains__(self, name: object) -> bool:
        return any(fnmatchcase(str(name), pattern) for pattern in self)


class Addresses:
    """Rows of the vocabulary's sinks that name addresses instead of calls."""

    def __init__(self, origins: Origins) -> None:
        self._code, self._origins = origins.code, origins
        self._rows = [row for row in origins.vocabulary.sinks.rows if row.url or row.env]
        self._backwards = Backwards(origins)
        variables = Variables(self._backwards, ())
        variables.asked = _Matching(pattern for row in self._rows for pattern in row.env)
        self._texts = Texts(self._backwards, variables)

    def of(self, spot: Spot, site: CallSite, row: RequestRow) -> tuple[SinkRow, ...]:
        """The rows that say what a request is, by the constant parts and the variables of its address."""
        found = [self._fitting(spot, site, row, env) for env in self._callers(spot, 0)]
        return tuple(dict.fromkeys(one for rows in found for one in rows))

    def of_opened(self, receiver: Spot) -> tuple[SinkRow, ...]:
        """The rows for what is written into a request that was opened elsewhere (`https.request(…).write(…)`)."""
        found: dict[SinkRow, None] = {}
        for end in self._backwards.ends(receiver):
            graph = self._code.graph(end.spot.file, end.spot.unit)
            number = graph.results.get(end.spot.node)
            site = graph.calls[number] if number is not None else None
            callees = self._origins.callees(end.spot.file, end.spot.unit, site) if site is not None else ()
            for callee in callees if site is not None else ():
                for row in section_rows(self._origins.vocabulary.requests, callee):
                    found.update(dict.fromkeys(self.of(end.spot, site, row)))  # type: ignore[arg-type]
        return tuple(found)

    def _fitting(self, spot: Spot, site: CallSite, row: RequestRow, env: Env) -> list[SinkRow]:
        ways: list[Way] = []
        for words in (row.url, row.base):
            for place in places_of(words) if words else ():
                for node, path in placed(site, place):
                    ways.extend(self._texts.part(replace(spot, node=node), (*path, *place.path), env))
        return [one for one in self._rows if any(_fits(one, way) for way in ways)]

    def _callers(self, spot: Spot, depth: int) -> list[Env]:
        """The calls of the function around a node, each with those that lead to it; first of all none in particular."""
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.function[spot.node]
        while number > 0 and graph.functions[number].parent > 0:
            number = graph.functions[number].parent
        found: list[Env] = [()]
        function = FunctionId(spot.file, spot.unit, number)
        for call in self._backwards.callers.of(function) if number > 0 and depth < _FARTHEST else ():
            there = Spot(call[0], call[1], self._code.graph(call[0], call[1]).calls[call[2]].result)
            outer = self._callers(there, depth + 1)
            found.extend(self._backwards.entered(Target(function, ()), call, env) for env in outer)
        return found


def _fits(row: SinkRow, way: Way) -> bool:
    text = "".join(piece if isinstance(piece, str) else "*" for piece in way)
    if any(_starts(pattern, text) for pattern in row.url):
        return True
    names = [piece.name for piece in way if isinstance(piece, Hole) and piece.kind == "variable"]
    return any(fnmatchcase(name, pattern) for name in names for pattern in row.env)


def _starts(pattern: str, text: str) -> bool:
    """`**` at a pattern's end stands for anything behind it."""
    fixed = pattern.removesuffix("**")
    return text.startswith(fixed) if fixed != pattern else re.split(r"[/?#]", text, maxsplit=1)[0] == pattern
