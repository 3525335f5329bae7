"""Addresses that requests of a client begin with: what the call that made it was given, or what is written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import Outside
from audit.flow.outside.places import placed
from audit.flow.outside.rows import section_rows
from audit.flow.text.formats import Formats
from audit.flow.text.ways import UNKNOWN, Way, rooted
from audit.rulebook import places_of

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.frames import End, Env, Path
    from audit.flow.graph import CallSite


class Bases(Formats):
    """The part of texts that is about clients."""

    _origins: Origins

    def part(self, spot: Spot, path: Path, env: Env = ()) -> tuple[Way, ...]:
        raise NotImplementedError

    def base(self, spot: Spot, env: Env = (), path: Path = ()) -> list[Way]:
        """The base URL of a client at a node or a part of it: what was given to the call that made it."""
        found: dict[Way, None] = {}
        for end in self.backwards.ends(spot, path, env):
            graph = self._code.graph(end.spot.file, end.spot.unit)
            number = graph.results.get(end.spot.node)
            if number is None or end.path:
                continue
            for inner in self.backwards.made_of(end):
                found.update(dict.fromkeys(self.base(inner, end.env)))
            site = graph.calls[number]
            for callee in self._origins.callees(end.spot.file, end.spot.unit, site):
                for row in section_rows(self._origins.vocabulary.requests, callee):
                    if row.kind == "client" and row.base:
                        bases = self._made_with(end, site, row.base)
                        paths = self._made_with(end, site, row.url) if row.url else []
                        found.update({rooted(base, path): None for base in bases for path in paths or [()]})
        return list(found)

    def _made_with(self, end: End, site: CallSite, words: str) -> list[Way]:
        """The base that a call makes a client with: that of another client, where nothing else is given."""
        for place in places_of(words):
            ways: list[Way] = []
            for node, path in placed(site, place):
                there, steps = replace(end.spot, node=node), (*path, *place.path)
                of_client = place.root == "this" and not steps
                ways.extend(self.base(there, end.env) if of_client else self.part(there, steps, end.env))
            if ways:
                return ways
        return []

    def of_outside(self, spot: Spot, path: Path) -> list[Way]:
        """The ways of what the tree writes into a part of the object of outside code at a node."""
        found: dict[Way, None] = {}
        for value in self._origins.of(spot):
            for end in self.backwards.of_outside(value, path) if isinstance(value, Outside) else ():
                found.update(dict.fromkeys(self.at(end)))
        return [way for way in found if way != UNKNOWN]
