"""Columns by computed keys: `{ [column]: value }`, as far as the key's texts or its type are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.backwards import Backwards
from audit.flow.backward.values import Global
from audit.flow.code import Spot
from audit.flow.graph import Op

if TYPE_CHECKING:
    from audit.flow.tables.model import Table
    from audit.flow.tables.schema.declared import Tables
    from audit.flow.tables.trace import Trace

_UNION = re.compile(r"\s*\|?\s*(?:'[^']*'|\"[^\"]*\")(?:\s*\|\s*(?:'[^']*'|\"[^\"]*\"))*\s*")
_DEEP = 6
_TEXT = re.compile(r"['\"]([^'\"]*)['\"]")


class ComputedKeys:
    """Names in the database of the columns that the computed keys of an object may mean; "*" for any."""

    def __init__(self, tables: Tables) -> None:
        self._trace = tables.trace
        self._backwards = Backwards(tables.trace.origins)

    def of(self, spot: Spot, table: Table) -> list[str]:
        """The columns of all computed keys of the object literal at a node."""
        found: dict[str, None] = {}
        for held, key in self._computed(spot, 0):
            texts = self._texts(held, key)
            named = [table.column(text) for text in texts]
            found.update(dict.fromkeys(filter(None, named) if texts else ["*"]))
        return list(found) or ["*"]

    def at(self, spot: Spot, table: Table) -> list[str]:
        """The columns that the key at a node may mean."""
        texts = self._constants(spot)
        return [name for name in map(table.column, texts) if name is not None] if texts else ["*"]

    def _computed(self, spot: Spot, depth: int) -> list[tuple[Spot, lowered.Node]]:
        """Computed keys of an object literal and of those that are spread into it."""
        source = self._trace.source(spot)
        if not isinstance(source, lowered.Object) or depth > _DEEP:
            return []
        found: list[tuple[Spot, lowered.Node]] = [
            (spot, one.key) for one in source.properties if isinstance(one.key, lowered.Node)
        ]
        graph = self._trace.code.graph(spot.file, spot.unit)
        for before, op, _ in graph.back[spot.node]:
            for one in self._trace.made(Spot(spot.file, spot.unit, before)) if op is Op.COPY else ():
                found.extend(self._computed(one, depth + 1))
        return found

    def _texts(self, spot: Spot, key: lowered.Node) -> list[str]:
        """The constants that a key may be, or the members of the union that its type is; nothing when it is
        open.
        """
        graph = self._trace.code.graph(spot.file, spot.unit)
        node = graph.named.get(key.at) if isinstance(key, (lowered.Name, lowered.Member)) else None
        if node is None:
            return []
        return self._constants(Spot(spot.file, spot.unit, node))

    def _constants(self, at: Spot) -> list[str]:
        ends = [end for end in self._backwards.ends(at) if not (end.path and self._is_constant(end.spot))]
        texts = [self._backwards.constant(end) for end in ends]
        if texts and None not in texts:
            return sorted(text for text in set(texts) if text is not None)
        written = [text for _, text in self._trace.origins.written.of(at)]
        if written and all(_UNION.fullmatch(text) for text in written):
            return [text for one in written for text in _TEXT.findall(one)]
        return []

    def _is_constant(self, spot: Spot) -> bool:
        """A constant has no parts: a way to a part of one is none."""
        return isinstance(self._trace.source(spot), lowered.Literal)


def listed_of(trace: Trace, spot: Spot) -> Spot | None:
    """The object whose entries `Object.fromEntries(…)` puts together again, all or some of them."""
    if Global("Object.fromEntries") not in trace.callees(spot):
        return None
    here = trace.argument(spot, 0)
    for _ in range(_DEEP):
        made = trace.made(here) if here is not None else ()
        site = trace.site(made[0]) if len(made) == 1 else None
        if site is None:
            return None
        if Global("Object.entries") in trace.callees(made[0]):
            return trace.argument(made[0], 0)
        here = trace.receiver(made[0]) if site.method in _SOME else None
    return None


_SOME = frozenset(("filter", "sort", "toSorted", "slice", "reverse"))
"""Methods that keep entries as they are."""
