"""Conditions that are written as objects: columns with what they must be, operators as keys or as calls, lists of ways.

What says less than it seems, because another way leads to the object or something may be put over a part of it, says
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.extract.sql import Column, Condition
from audit.extract.sql.truths import OPEN, all_of, any_of
from audit.flow.backward.heap import aliases, put_into
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.outside.rows import section_rows
from audit.flow.tables.altered import altered
from audit.flow.tables.overwritten import found_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.flow.tables.trace import Trace
    from audit.rulebook import QueryRow
    from audit.rulebook.words import QueryMeaning

_DEEP = 8
_ANY = "[*]"
_MADE = (lowered.Object, lowered.Array, lowered.Call)
Named = dict[str, Condition]


class Said(Struct, frozen=True, order=True):
    """A column by its key, and what it is compared with; not `sure`: that need not hold."""

    key: str
    op: str
    value: Spot
    constant: bool
    sure: bool


class Objects:
    """Objects of one program as conditions on columns, which have the names of their keys; `words` are those keys that
    are no columns but operators.
    """

    def __init__(self, trace: Trace, words: Mapping[str, QueryMeaning] | None = None) -> None:
        self._trace, self._words = trace, words or {}

    def member(self, spot: Spot, key: str) -> list[Spot]:
        """Where the value of a member may be made, whichever object is at a node; nothing where one may have none."""
        found: list[Spot] = []
        for one in self.ways(spot):
            held = None
            for name, value in self.entries(one):
                if name == key:
                    held = value
                elif name in ("", _ANY):  # spread over it, or written under a key that is computed
                    held = None
            if held is None or self._changed(one) & {key, _ANY}:
                return []
            ways = self.ways(held)
            if not ways:
                return []
            found.extend(ways)
        return found

    def ways(self, spot: Spot) -> tuple[Spot, ...]:
        """Where a value may be made; nothing where it may be missing."""
        return () if self._may_lack(spot) else self._trace.made(spot)

    def condition(self, spot: Spot, depth: int = 0) -> Condition:
        """What the object at a node says of every row; of several in a list one must hold."""
        source = self._trace.source(spot)
        if isinstance(source, lowered.Array):
            return any_of(self._each(spot, depth))
        return all_of(self._parts(spot, depth).values()) if isinstance(source, lowered.Object) else OPEN

    def said(self, spot: Spot, *, sure: bool = True, depth: int = 0) -> list[Said]:
        """What an object says of each column by itself, not `sure`: in one arm only, or below NOT."""
        if isinstance(self._trace.source(spot), lowered.Array):
            return [said for one in self._items(spot) if one is not None for said in self.said(one, depth=depth + 1)]
        found: list[Said] = []
        for number, (name, value) in enumerate(self.entries(spot) if depth < _DEEP else ()):
            means = self._operator(spot, number, name)
            over = value if means else self._only(value) if not name else None
            if over is not None:
                made = self._trace.made(over)[0]
                found.extend(self.said(made, sure=sure and means in ("", "and"), depth=depth + 1))
            else:
                found.append(Said(name or _ANY, self._op(value), value, self._is_constant(value), sure))
        return found

    def _op(self, value: Spot) -> str:
        """How a column is compared with the value of its key."""
        made = self._trace.made(value)[0]
        source = self._trace.source(made)
        if isinstance(source, lowered.Object):
            means = [self._operator(made, number, name) for number, (name, _) in enumerate(self.entries(made))]
            return means[0] if len(means) == 1 and means[0] in ("=", "in") else "compare"
        if isinstance(source, lowered.Array):
            return "in"
        means = [row.means for row in self._trace.rows(made) if row.step == "operator" and row.means]
        return means[0] if means and means[0] in ("=", "in") else "compare" if means else "="

    def _is_constant(self, value: Spot) -> bool:
        return isinstance(self._trace.source(self._trace.made(value)[0]), lowered.Literal)

    def _parts(self, spot: Spot, depth: int) -> Named:
        """The parts of an object by key, later ones over earlier ones."""
        found: Named = {}
        for number, (name, value) in enumerate(self.entries(spot) if depth < _DEEP else ()):
            means = self._operator(spot, number, name)
            if means:
                found[f"[{number}]"] = self._joined(means, value, depth + 1)
            elif name and name != _ANY:
                found[name] = self._value(name, value, depth + 1)
            else:
                over = self._only(value) if not name else None
                found = {**found, **self._parts(over, depth + 1)} if over is not None else _logic(found)
        changed = self._changed(spot)
        return _logic(found) if _ANY in changed else {name: one for name, one in found.items() if name not in changed}

    def entries(self, spot: Spot) -> list[tuple[str, Spot]]:
        """The members of an object in order: "" for a spread, `[*]` for a computed key; nothing where it is none. Last
        those that are assigned to it before anybody uses it.
        """
        source = self._trace.source(spot)
        graph = self._trace.code.graph(spot.file, spot.unit)
        back = graph.back[spot.node]
        if not isinstance(source, lowered.Object) or len(back) != len(source.properties):
            return []
        written = [(key if op is Op.STORE else "", replace(spot, node=node)) for node, op, key in back]
        put = found_in(graph, spot.node).items()
        return [*written, *((key, replace(spot, node=node)) for key, node in put if node >= 0)]

    def _changed(self, spot: Spot) -> set[str]:
        """The members that are set later, or taken away, and are not known then."""
        graph = self._trace.code.graph(spot.file, spot.unit)
        unsure = {key for key, node in found_in(graph, spot.node).items() if node < 0}
        return unsure | altered(self._trace, spot)

    def _only(self, spot: Spot) -> Spot | None:
        """The object at a node, where it is there and can be no other."""
        made = self._trace.made(spot)
        sure = len(made) == 1 and isinstance(self._trace.source(made[0]), lowered.Object)
        return made[0] if sure and not self._may_lack(spot) else None

    def _may_lack(self, spot: Spot) -> bool:
        """Is a value there under a condition only (`open && { … }`)?"""
        graph = self._trace.code.graph(spot.file, spot.unit)
        seen, stack = {spot.node}, [spot.node]
        while stack:
            node = stack.pop()
            source = graph.source[node]
            if isinstance(source, lowered.Logical) and source.op in ("&&", "and"):
                return True
            if isinstance(source, _MADE):
                continue
            place = graph.place_of.get(node)
            near = [before for before, op, _ in graph.back[node] if op is Op.COPY]
            near.extend(graph.kept.get(place, ()) if place is not None else ())
            stack.extend(one for one in near if one not in seen)
            seen.update(near)
        return False

    def _operator(self, spot: Spot, number: int, name: str) -> str:
        """The operator that a key is, if any."""
        return self._means(spot, number) if name == _ANY else self._words.get(name, "")

    def _means(self, spot: Spot, number: int) -> str:
        """The operator that a computed key is (`[Op.not]`)."""
        source = self._trace.source(spot)
        key = source.properties[number].key if isinstance(source, lowered.Object) else None
        node = self._trace.code.graph(spot.file, spot.unit).named.get(key.at) if isinstance(key, lowered.Node) else None
        values = self._trace.origins.of(replace(spot, node=node)) if node is not None else ()
        queries = self._trace.origins.vocabulary.queries
        rows: Iterator[QueryRow] = (row for value in values for row in section_rows(queries, value))
        return next((row.means for row in rows if row.step == "operator" and row.means), "")

    # between objects

    def _joined(self, means: str, spot: Spot, depth: int) -> Condition:
        """`[Op.or]: [{ … }, { … }]`, and the members of one object."""
        one = self._trace.made(spot)
        if len(one) != 1:
            return OPEN
        listed = isinstance(self._trace.source(one[0]), lowered.Array)
        parts = self._each(one[0], depth) if listed else list(self._parts(one[0], depth).values())
        if means == "not in":  # none of several
            return _combined("not", [any_of(parts)] if listed else parts)
        return _combined(means, parts)

    def _each(self, spot: Spot, depth: int) -> list[Condition]:
        return [self.condition(one, depth + 1) if one is not None else OPEN for one in self._items(spot)]

    def _items(self, spot: Spot) -> list[Spot | None]:
        """The items of a list that is written out; None for one that may be anything."""
        source = self._trace.source(spot)
        back = self._trace.code.graph(spot.file, spot.unit).back[spot.node]
        if not isinstance(source, lowered.Array) or len(back) != len(source.items) or self._is_put_into(spot):
            return [None]
        made = [self._trace.made(replace(spot, node=node)) if op is Op.STORE else () for node, op, _ in back]
        return [*(one[0] if len(one) == 1 else None for one in made), *([None] if self._is_added_to(spot) else [])]

    def _is_put_into(self, spot: Spot) -> bool:
        """Is an item of a list assigned to later?"""
        return bool(put_into(self._trace.code.graph(spot.file, spot.unit), spot.node))

    def _is_added_to(self, spot: Spot) -> bool:
        """Are methods of a list called, such as `push`?"""
        graph = self._trace.code.graph(spot.file, spot.unit)
        held = aliases(graph, {spot.node})
        return any(site.receiver in held for site in graph.calls)

    # what a column must be

    def _value(self, key: str, spot: Spot, depth: int) -> Condition:
        made = self._trace.made(spot)
        source = self._trace.source(made[0])
        if len(made) != 1 or depth > _DEEP:
            return OPEN
        if isinstance(source, lowered.Literal):
            if source.kind == "undefined":  # it is as if it were not there
                return OPEN
            return _is(key, source.value) if isinstance(source.value, bool) or source.value is None else OPEN
        if isinstance(source, lowered.Array):
            return any_of(self._values(key, made[0], depth))
        if isinstance(source, lowered.Object):
            parts = [
                self._operated(self._operator(made[0], number, name), key, [value], depth + 1)
                for number, (name, value) in enumerate(self.entries(made[0]))
            ]
            return all_of(parts) if parts else OPEN
        site = self._trace.site(made[0])
        means = next((row.means for row in self._trace.rows(made[0]) if row.step == "operator" and row.means), "")
        given = [replace(made[0], node=node) for node in site.arguments] if site is not None else []
        return self._operated(means, key, given, depth + 1)

    def _values(self, key: str, spot: Spot, depth: int) -> list[Condition]:
        return [self._value(key, one, depth + 1) if one is not None else OPEN for one in self._items(spot)]

    def _operated(self, means: str, key: str, given: list[Spot], depth: int) -> Condition:
        """An operator on a column."""
        if means in ("is null", "is not null"):
            return _combined("not" if means == "is not null" else "and", [_is(key, None)])
        if not given or means not in _JOINS:
            return OPEN
        lists = [self._trace.made(one) for one in given[:1]]
        listed = len(given) == 1 and len(lists[0]) == 1 and isinstance(self._trace.source(lists[0][0]), lowered.Array)
        values = self._values(key, lists[0][0], depth) if listed else [self._value(key, one, depth) for one in given]
        one_of = any_of(values) if means in ("in", "not in") or (listed and means in ("=", "<>", "not")) else None
        return _combined(_JOINS[means], values if one_of is None else [one_of])


_JOINS = {"=": "and", "in": "and", "and": "and", "or": "or", "not": "not", "<>": "not", "not in": "not"}


def _combined(means: str, parts: list[Condition]) -> Condition:
    if means == "or":
        return any_of(parts)
    return Condition("not", (all_of(parts),)) if means == "not" else all_of(parts) if means == "and" else OPEN


def _is(key: str, value: bool | None) -> Condition:  # noqa: FBT001 - the value that a column has
    return Condition("is", (Condition("column", columns=(Column("", key),)), Condition("constant", value=value)))


def _logic(parts: Named) -> Named:
    """What stays where any column may be said anew."""
    return {name: one for name, one in parts.items() if name.startswith("[")}
