"""What a decision leaves as it is: a member that each of the ways has, of which one is chosen, with the same value.

Which object is returned (`return { id, found: null }`, `return { id, found }`) then decides nothing about that member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.model import LACKING, Op

if TYPE_CHECKING:
    from audit.flow.graph.model import Graph, Place

_DEEPEST = 4
_MAKING = (code.Object, code.Call, code.Cond)
_LOOKED_AT = frozenset((Op.LOAD, Op.DECIDE, Op.BUILD))
Same = tuple[object, ...]
"""What two expressions have in common that give the same value wherever they stand; empty for all others."""


class Choice(Struct, frozen=True):
    """Nodes of which one becomes the value, the conditions that may choose (none: all of them), and the nodes that
    these decide (none: the very nodes).
    """

    nodes: tuple[int, ...]
    tests: tuple[int, ...] = ()
    at: tuple[int, ...] = ()


class Choices:
    """What the builder notes for this while it walks."""

    def __init__(self) -> None:
        self.made: list[Choice] = []
        self.ending: set[int] = set()
        """The conditions that also decide whether something is thrown: about all that comes back."""
        self.partly: set[int] = set()
        """The functions that may give back something that no `return` says."""


class Alike:
    """Asked of a graph that is all there. `writes`: how often a name is written that functions share."""

    def __init__(self, graph: Graph, choices: Choices, writes: dict[Place, int]) -> None:
        self._graph, self._choices, self._writes = graph, choices, writes

    def settle(self) -> None:
        """Take from each decision what it does not decide."""
        returned = (
            Choice(tuple(nodes))
            for function, nodes in self._graph.returned.items()
            if len(nodes) > 1 and self._is_whole(function)
        )
        for one in (*returned, *self._choices.made):
            members = self._common(one.nodes, _DEEPEST)
            same = sorted(name for name, what in members.items() if what)
            if same:
                self._decide(one, LACKING + ",".join(same) if len(same) < len(members) else None)

    def _is_whole(self, function: int) -> bool:
        source = self._graph.functions[function].source
        return function not in self._choices.partly and source is not None and not source.generator

    def _decide(self, choice: Choice, key: str | None) -> None:
        """Give the decisions about these nodes another key, or take them away."""
        nodes = set(choice.at or choice.nodes)
        for test in choice.tests or range(len(self._graph.at)):
            out = self._graph.out[test]
            decided = [one.op is Op.DECIDE and one.to in nodes and not one.key for one in out]
            if any(decided) and test not in self._choices.ending:
                changed = zip(out, decided, strict=True)
                kept = (
                    replace(one, key=key) if is_one and key else one for one, is_one in changed if key or not is_one
                )
                self._graph.lead(test, kept)

    def _common(self, nodes: tuple[int, ...], deep: int) -> dict[str, Same]:
        """The members that there are at the nodes, with the value that each has at all of them; empty: not known."""
        found: dict[str, Same] = {}
        for position, node in enumerate(nodes):
            members = self._members(node, deep)
            if not any(members.values()):
                return {}
            names = members if not position else {**found, **members}
            found = {name: members.get(name, ()) if not position or found.get(name) == members.get(name) else ()
                     for name in names}  # fmt: skip
        return found

    def _members(self, node: int, deep: int) -> dict[str, Same]:
        """The members of a new object that nothing else holds, with what their values are; empty: not known."""
        graph = self._graph
        while deep and not isinstance(graph.source[node], _MAKING):
            back = graph.back[node]
            if len(back) != 1 or back[0][1] is not Op.COPY or node in graph.rests or node in graph.place_of:
                return {}
            node, deep = back[0][0], deep - 1
            if sum(one.op is not Op.DECIDE for one in self._graph.out[node]) > 1:
                return {}
        source = graph.source[node]
        if isinstance(source, code.Object):
            return self._written(source)
        if isinstance(source, code.Call) and node in graph.results and deep:
            return self._given(graph.results[node], deep)
        if isinstance(source, code.Cond) and deep:
            return self._common(tuple(before for before, _, _ in graph.back[node]), deep - 1)
        return {}

    def _written(self, it: code.Object) -> dict[str, Same]:
        """The members of a literal; "" stands for those that it may have under any name."""
        found: dict[str, Same] = {}
        for one in it.properties:
            if isinstance(one.key, str):
                found[one.key] = self._same(one.value) if not one.kind and _is_plain(one.key) else ()
            else:
                names = _spread(one.value) if one.key is None else None
                found.update(dict.fromkeys(("", *found) if names is None else names, ()))
        return found

    def _given(self, call: int, deep: int) -> dict[str, Same]:
        """What a function that is made here gives back."""
        graph = self._graph
        callee = graph.calls[call].callee
        place = graph.place_of.get(callee)
        held = graph.kept.get(place, ()) if place is not None and self._writes.get(place) == 1 else ()
        node = held[0] if len(held) == 1 else callee
        while node not in graph.made and len(graph.back[node]) == 1 and graph.back[node][0][1] is Op.COPY and deep:
            node, deep = graph.back[node][0][0], deep - 1
        function = graph.made.get(node, -1)
        if function < 0 or not deep or not self._is_whole(function):
            return {}
        members = self._common(tuple(graph.returned.get(function, ())), deep - 1)
        return {name: same if _is_around(same, function) else () for name, same in members.items()}

    def _same(self, it: code.Expr) -> Same:
        """What an expression has in common with others of the same value; nothing where it may give another one."""
        if isinstance(it, code.Literal):
            return ("literal", type(it.value), it.value, it.kind)
        if isinstance(it, code.Name):
            return self._name(it)
        if isinstance(it, code.Member):
            return self._member(it)
        return ()

    def _name(self, it: code.Name) -> Same:
        graph, node = self._graph, self._graph.named.get(it.at, -1)
        place = graph.place_of.get(node)
        if place is not None:
            return ("place", place) if place.at >= 0 and self._writes.get(place) == 1 else ()
        if node < 0 or any(op is not Op.COPY for _, op, _ in graph.back[node]):
            return ()
        versions = tuple(sorted(before for before, _, _ in graph.back[node]))
        return ("versions", versions) if versions else ()

    def _member(self, it: code.Member) -> Same:
        """A member of what a name holds, where all that is done with that is to read its members."""
        base = self._name(it.object) if isinstance(it.object, code.Name) else ()
        if not base or not all(self._is_looked_at(node) for node in self._reads(base)):
            return ()
        return ("member", base, it.key)

    def _reads(self, base: Same) -> list[int]:
        if base[0] == "place":
            return self._graph.reads.get(base[1], [])  # type: ignore[call-overload, no-any-return]
        versions: tuple[int, ...] = base[1]  # type: ignore[assignment]
        return [edge.to for one in versions for edge in self._graph.out[one] if edge.op is not Op.DECIDE]

    def _is_looked_at(self, node: int) -> bool:
        held = self._graph.written
        return all(edge.op in _LOOKED_AT for edge in self._graph.out[node]) and not any(at == node for at, _ in held)


def _is_around(same: Same, function: int) -> bool:
    """Is a value what it is whoever calls a function: written there, or of what is around it?"""
    if same[:1] == ("member",):
        return _is_around(same[1], function)  # type: ignore[arg-type]
    return same[:1] == ("literal",) or (same[:1] == ("place",) and same[1].owner != function)  # type: ignore[attr-defined]


def _is_plain(name: str) -> bool:
    return name.replace("$", "_").isidentifier()


def _spread(it: code.Expr) -> tuple[str, ...] | None:
    """The names of what is spread into an object, where these are written there; None where they may be any."""
    if isinstance(it, code.Cond):
        then, other = _spread(it.then), _spread(it.other)
        return None if then is None or other is None else (*then, *other)
    if isinstance(it, code.Logical) and it.op == "&&":
        return _spread(it.right)
    if isinstance(it, code.Object) and all(isinstance(one.key, str) for one in it.properties):
        return tuple(one.key for one in it.properties if isinstance(one.key, str))
    return None
