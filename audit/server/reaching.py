"""What a route reaches: every function that is named on the way from its handler, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts.code import Function
from audit.server.bodies import sends as requests
from audit.server.bodies.doing import Edge
from audit.server.meaning.model import Func, Node
from audit.server.walking import Walk, Way

if TYPE_CHECKING:
    from audit.server.bodies.doing import Doing
    from audit.server.bodies.memo import Bodies
    from audit.server.bodies.sends import Send
    from audit.server.bodies.sinks import Sinks
    from audit.server.framework.routers import Depending
    from audit.server.meaning.texts import Writings
    from audit.server.meaning.values import Values

NOTHING_KIND = "none"


class Event(NamedTuple):
    """Something a node does: of these kinds, itself or by the node it leads to."""

    at: int
    kinds: frozenset[str]
    edge: Edge | None = None


class Doubt(NamedTuple):
    """What could not be told."""

    file: str
    at: int
    note: str


class Reach(NamedTuple):
    """The part of the server behind one handler."""

    root: Func
    ways: dict[Node, Way]
    inside: dict[Node, list[tuple[Node, Edge]]]
    marks: dict[Node, tuple[tuple[str, int], ...]]
    doubts: tuple[Doubt, ...]


class Reaching:
    """Questions about handlers; what functions do is worked out once."""

    def __init__(self, bodies: Bodies, sinks: Sinks, writings: Writings, values: Values) -> None:
        self._bodies, self._sinks, self._writings, self._values = bodies, sinks, writings, values
        self._sent: dict[Node, tuple[tuple[Send, ...], tuple[tuple[str, int], ...]]] = {}
        self._active: dict[Node, list[Edge]] = {}
        self._untyped: dict[Node, tuple[int, ...]] = {}
        self._running: set[Node] = set()
        self._methods: dict[str, tuple[Func, ...]] | None = None
        self._matters: dict[str, tuple[Func, ...]] = {}

    def of(self, root: Func, depends: tuple[Depending, ...]) -> Reach:
        """All that the handler reaches, nearest first."""
        walk = Walk(self._bodies, self._values.classes, root)
        walk.run(self._given(root, depends))
        self._active = walk.active
        self._sent.clear()
        marks = {node: self._marks(node, root, walk.inside) for node in walk.ways}
        doubts = dict.fromkeys(doubt for node in walk.ways for doubt in self._doubts(node, self._bodies.of(node)))
        return Reach(root, walk.ways, walk.inside, marks, tuple(doubts))

    def _given(self, root: Func, depends: tuple[Depending, ...]) -> tuple[Edge, ...]:
        """The dependencies of routers."""
        from audit.server.meaning.model import Method

        found = [
            (one.func, expr)
            for expr, scope in depends
            for one in self._values.of(expr, scope)
            if isinstance(one, Method)
        ]
        return tuple(Edge(func, "depends", root.at, injected=True) for func, _ in found)

    def _marks(
        self, node: Node, root: Func, inside: dict[Node, list[tuple[Node, Edge]]]
    ) -> tuple[tuple[str, int], ...]:
        """The kinds that stand in a node; requests whose address nobody fills in as far as it is known."""
        opened, done = self._requests(node)
        loose = node is root or any(edge.call is None for _, edge in inside.get(node, ()))
        asked = [one for one in map(requests.closed, opened) if requests.may_be(one)] if loose else []
        found = [*((one.kind, one.at) for one in self._bodies.of(node).marks), *done]
        for edge in self._active.get(node, ()):
            kind = self._sinks.of_call(edge.target.name) if isinstance(edge.target, Func) else None
            found.extend([(kind, edge.at)] if kind is not None else [])
        found.extend((self._sinks.of_request(one.verb, one.url), one.at) for one in asked)
        return tuple(
            dict.fromkeys(one for one in sorted(found, key=lambda one: (one[1], one[0])) if one[0] != NOTHING_KIND)
        )

    def _requests(self, node: Node) -> tuple[tuple[Send, ...], tuple[tuple[str, int], ...]]:
        """The requests that a function's callers decide, and the kinds of those that are decided here."""
        if node in self._sent:
            return self._sent[node]
        if node in self._running:
            return (), ()
        self._running.add(node)
        try:
            every = list(self._bodies.of(node).sends)
            for edge in self._active.get(node, ()):
                if edge.call is not None and edge.scope is not None and isinstance(edge.target, Func):
                    for one in self._requests(edge.target)[0]:
                        every.extend(requests.called(one, edge.target, edge.call, edge.scope, self._writings))
        finally:
            self._running.discard(node)
        opened = tuple(dict.fromkeys(one for one in every if requests.is_open(one)))
        closed = [one for one in every if not requests.is_open(one) and requests.may_be(one)]
        done = tuple((self._sinks.of_request(one.verb, one.url), one.at) for one in closed)
        self._sent[node] = (opened, tuple(dict.fromkeys(done)))
        self._untyped[node] = tuple(dict.fromkeys(one.at for one in closed if one.untyped))
        return self._sent[node]

    def _doubts(self, node: Node, doing: Doing) -> list[Doubt]:
        found = [Doubt(node.file, one.at, one.note) for one in doing.gaps]
        for one in doing.maybes:
            meant = self.matters(one.name)
            if meant:
                names = ", ".join(f"`{func.name}`" for func in meant[:3])
                found.append(
                    Doubt(node.file, one.at, f"`.{one.name}` of something without a type; {names} may be meant")
                )
        self._requests(node)
        note = "a request by something without a type"
        found.extend(Doubt(node.file, at, note) for at in self._untyped.get(node, ()))
        if isinstance(node, Func) and self._is_damaged(node):
            found.append(Doubt(node.file, node.at, f"`{node.name}` has a syntax error"))
        return found

    def matters(self, name: str) -> tuple[Func, ...]:
        """The methods of that name by which something can be reached that the rules speak of, or that is not known."""
        if name not in self._matters:
            self._matters[name] = tuple(func for func in self._named(name) if self._leads(func))
        return self._matters[name]

    def _leads(self, func: Func) -> bool:
        """Whether anything of note is behind a function, members of the unknown taken as any method of that name."""
        seen: set[Node] = {func}
        waiting: list[Node] = [func]
        while waiting:
            node = waiting.pop()
            doing = self._bodies.of(node)
            if doing.sends or doing.gaps or any(one.kind != NOTHING_KIND for one in doing.marks):
                return True
            more: list[Node] = [edge.target for edge in doing.edges]
            more.extend(other for one in doing.maybes for other in self._named(one.name))
            waiting.extend(one for one in dict.fromkeys(more) if one not in seen)
            seen.update(more)
        return False

    def _named(self, name: str) -> tuple[Func, ...]:
        if self._methods is None:
            made: dict[str, list[Func]] = {}
            for cls in self._values.tree.classes():
                for member in cls.node.members:
                    if isinstance(member, Function) and not member.name.startswith("__"):
                        made.setdefault(member.name, []).append(self._values.tree.func(member, cls.scope, cls))
            self._methods = {key: tuple(many) for key, many in made.items()}
        return self._methods.get(name, ())

    def _is_damaged(self, node: Func) -> bool:
        facts = self._values.tree.python.facts(node.file)
        damaged = facts.outline().damaged if facts is not None else ()
        return any(one.start < node.node.end and node.node.at < one.end for one in damaged)
