"""Texts with marks that are filled, and texts that are joined."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Code, Spot
from audit.flow.contexts import is_position
from audit.flow.frames import End, Env
from audit.flow.graph import CallSite, Op
from audit.flow.text.ways import UNKNOWN, Way, product

if TYPE_CHECKING:
    from audit.flow.backward.backwards import Backwards

_PERCENT, _BRACES = re.compile(r"%[-#0 +]*[\d.]*([sdirfxu])"), re.compile(r"\{([^{}]*)\}")


class Formats:
    """What `Texts` is made of; `of` and `at` are its own."""

    backwards: Backwards
    _code: Code

    def of(self, spot: Spot, env: Env = ()) -> tuple[Way, ...]:
        raise NotImplementedError

    def at(self, end: End) -> tuple[Way, ...]:
        raise NotImplementedError

    def filled(self, end: End, sides: list[int]) -> tuple[Way, ...]:
        """`"%s/items" % base`, `"%s/%s" % (base, id)`."""
        given: list[tuple[Way, ...]] = []
        for one in self.backwards.ends(replace(end.spot, node=sides[1]), (), end.env):
            graph = self._code.graph(one.spot.file, one.spot.unit)
            if isinstance(graph.source[one.spot.node], lowered.Array):
                items = [node for node, op, _ in graph.back[one.spot.node] if op is Op.STORE]
                given = [self.of(replace(one.spot, node=node), one.env) for node in items]
            else:
                given = [self.at(one)]
        return self.woven(
            replace(end.spot, node=sides[0]), end.env, _PERCENT, lambda number, _: given[number : number + 1]
        )

    def woven(
        self, spot: Spot, env: Env, pattern: re.Pattern[str], given: Callable[[int, str], list[tuple[Way, ...]]]
    ) -> tuple[Way, ...]:
        """A constant text with marks, each filled by what is given for it."""
        found: list[Way] = []
        for way in self.of(spot, env):
            if len(way) != 1 or not isinstance(way[0], str):
                return (UNKNOWN,)
            sides: list[tuple[Way, ...]] = []
            for number, piece in enumerate(pattern.split(way[0])):
                inner = [((piece,),)] if number % 2 == 0 else given(number // 2, piece)
                sides.extend(inner or [(UNKNOWN,)])
            found.extend(product(sides))
        return tuple(found)

    def formatted(self, end: End, site: CallSite) -> tuple[Way, ...]:
        """`"{}/items/{id}".format(base, id=id)`."""
        first = len(site.arguments) - len(site.names)
        named = dict(zip(site.names, site.arguments[first:], strict=False))

        def given(number: int, name: str) -> list[tuple[Way, ...]]:
            plain = name.split("!", maxsplit=1)[0].split(":", maxsplit=1)[0]
            position = int(plain) if is_position(plain) else number
            node = named.get(plain, site.arguments[position] if position < first else -1)
            return [self.of(replace(end.spot, node=node), end.env)] if node >= 0 else []

        return self.woven(replace(end.spot, node=site.receiver), end.env, _BRACES, given)

    def joined(self, end: End, site: CallSite) -> tuple[Way, ...]:
        """`[a, b].join("/")`; in Python `"/".join([a, b])`."""
        python = end.spot.file.endswith(".py")
        held = site.receiver if not python else next(iter(site.arguments), -1)
        held = self._unfiltered(end.spot, held)
        text = next(iter(site.arguments), -1) if not python else site.receiver
        lists = self.backwards.ends(replace(end.spot, node=held), (), end.env) if held >= 0 else ()
        signs = self.of(replace(end.spot, node=text), end.env) if text >= 0 else ((",",),)
        found: list[Way] = []
        for one in lists:
            graph = self._code.graph(one.spot.file, one.spot.unit)
            items = [node for node, op, _ in graph.back[one.spot.node] if op is Op.STORE]
            sides: list[tuple[Way, ...]] = []
            for node in items:
                sides.extend([self.of(replace(one.spot, node=node), one.env), signs])
            found.extend(product(sides[:-1]) if sides else (UNKNOWN,))
        return tuple(found)

    def _unfiltered(self, spot: Spot, node: int) -> int:
        """`[a, b].filter(Boolean)`: the list that is filtered."""
        graph = self._code.graph(spot.file, spot.unit)
        while node in graph.results and graph.calls[graph.results[node]].method == "filter":
            node = graph.calls[graph.results[node]].receiver
        return node
