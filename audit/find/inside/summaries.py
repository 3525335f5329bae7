"""What each function of the client does with its parameters: the flag, the gate, the requests it sends.

A summary speaks of the function's own parameters; at a call the arguments replace them. Functions that call
each other in a circle see what is known when the circle closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.extract.facts.code import Function, Member, Name
from audit.find.inside.graph import local_functions
from audit.find.inside.nodes import leaves, names_bound, nodes
from audit.find.inside.records import Called, Decision, Read
from audit.find.inside.values import ELEMENT, UNKNOWN, Origin, Value, substituted
from audit.find.inside.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.facts.code import Call, Node
    from audit.find.inside.code import Key
    from audit.find.inside.graph import Graph


class Request(Struct, frozen=True, order=True):
    """A call of the transport: the called member or name, and its arguments."""

    name: str
    args: tuple[Value, ...]


class Summary(Struct, frozen=True, order=True):
    """`reads`: names of interest and the parameters they are read from; `arms`: parameters that close the
    gate; `refuses`: parameters on which it throws.
    """

    at: int = -1
    result: Value = UNKNOWN
    reads: frozenset[Read] = frozenset()
    arms: frozenset[Origin] = frozenset()
    refuses: frozenset[Origin] = frozenset()
    requests: tuple[Request, ...] = ()


NOTHING = Summary()


class Summaries:
    """A memo of summaries. `flags` are the names that carry the flag, `names` further ones of interest."""

    def __init__(self, graph: Graph, flags: frozenset[str], names: frozenset[str]) -> None:
        self._graph = graph
        self._flags = flags
        self._names = flags | names
        self._memo: dict[Key, Summary] = {}
        self._constants: dict[Key, Value] = {}

    def of(self, key: Key) -> Summary:
        """The summary of a function or method; an empty one for anything else."""
        if key not in self._memo:
            self._memo[key] = NOTHING
            node = self._graph.code.declared(key)
            if isinstance(node, Function):
                self._memo[key] = self._summary(key, node)
        return self._memo[key]

    def constant(self, key: Key) -> Value:
        """The value of a declaration that is no function."""
        if key not in self._constants:
            self._constants[key] = UNKNOWN
            node = self._graph.code.declared(key)
            if node is not None and not isinstance(node, Function):
                self._constants[key] = Walk(self._names, _Around(self, key, frozenset())).value(node)
        return self._constants[key]

    def named(self, key: Key, name: str) -> Key | None:
        """What a name that stands in a declaration means, if the declaration does not bind it itself."""
        return self.meant(key, Name(0, name), frozenset())[1]

    def meant(self, key: Key, callee: Node, bound: frozenset[str]) -> tuple[bool, Key | None]:
        """What a called expression means: see `Graph.target`."""
        return self._graph.target(key, callee, bound)

    def _summary(self, key: Key, node: Function) -> Summary:
        around = _Around(self, key, names_bound(node))
        walk = Walk(self._names, around)
        result = walk.function(node)
        hot = local_functions(node, self._graph.hot(key)) if self._graph.reaches(key) else frozenset()
        arms: set[Origin] = set()
        refuses: set[Origin] = set()
        last = max((one.call.end for one in walk.calls if one.call.callee.at in hot), default=max(hot, default=0))
        for decision in walk.decisions:
            flags = frozenset(read.origin for read in decision.reads if read.name in self._flags)
            if hot and _gates(decision, flags, hot, last):
                arms.update(flags)
            elif decision.ways is not None and _throws(decision):
                refuses.update(flags)
        requests: list[Request] = []
        for called in walk.calls:
            self._through(around, called, arms, refuses, requests, hot)
        mine = _mine(node)
        reads = frozenset(read for read in walk.reads if mine(read.origin))
        return Summary(
            node.at,
            result,
            reads,
            frozenset(filter(mine, arms)),
            frozenset(filter(mine, refuses)),
            tuple(requests[:8]),
        )

    def _through(
        self,
        around: _Around,
        called: Called,
        arms: set[Origin],
        refuses: set[Origin],
        requests: list[Request],
        hot: frozenset[int],
    ) -> None:
        """What the callee does with what it is given."""
        known, target = around.meant(called.call.callee)
        if not known:
            return
        if target is None:
            requests.append(Request(_last(called.call.callee), called.args))
            return
        inner = self.of(target)
        for origin in inner.arms:
            arms.update(argument(inner.at, called.args, origin).origins)
        for origin in inner.refuses:
            found = argument(inner.at, called.args, origin).origins
            (arms if any(at > called.call.at for at in hot) else refuses).update(found)
        for request in inner.requests:
            args = tuple(substituted(one, lambda o: argument(inner.at, called.args, o)) for one in request.args)
            requests.append(Request(request.name, args))


class _Around:
    """The surroundings of a function of the client."""

    def __init__(self, summaries: Summaries, key: Key, bound: frozenset[str]) -> None:
        self._summaries, self._key, self._bound = summaries, key, bound

    def meant(self, callee: Node) -> tuple[bool, Key | None]:
        return self._summaries.meant(self._key, callee, self._bound)

    def named(self, name: str) -> Value:
        key = self._summaries.named(self._key, name)
        return self._summaries.constant(key) if key is not None else UNKNOWN

    def called(self, call: Call, args: tuple[Value, ...]) -> tuple[Value, frozenset[Read]] | None:
        known, key = self.meant(call.callee)
        if not known:
            return None
        inner = self._summaries.of(key) if key is not None else NOTHING
        reads = {
            Read(read.name, origin) for read in inner.reads for origin in argument(inner.at, args, read.origin).origins
        }
        return substituted(inner.result, lambda origin: argument(inner.at, args, origin)), frozenset(reads)


def argument(function: int, args: tuple[Value, ...], origin: Origin) -> Value:
    """What a call gives for a parameter of the called function, which starts at byte `function`."""
    if origin.function != function or origin.position >= len(args):
        return UNKNOWN
    return args[origin.position].follow(origin.path)


def _gates(decision: Decision, flags: frozenset[Origin], hot: frozenset[int], last: int) -> bool:
    """Does the flag decide whether the transport is reached, or which elements go there by the `last` way?"""
    if not flags:
        return False
    if decision.ways is None:
        return decision.at < last
    then, other = (_holds(way, hot) for way in decision.ways)
    if then != other:
        return True
    wise = decision.loop or any(ELEMENT in origin.path for origin in flags)
    return wise and not then and _collects(decision) and decision.at < last


def _collects(decision: Decision) -> bool:
    """Does one way leave out what the other one puts into a collection?"""
    assert decision.ways is not None
    ways = [
        any(isinstance(one, Member) and one.key in ("push", "add", "set") for one in nodes(way))
        for way in decision.ways
    ]
    return ways[0] != ways[1]


def _throws(decision: Decision) -> bool:
    from audit.extract.facts.code import Throw

    assert decision.ways is not None
    return any(any(isinstance(one, Throw) for one in way) and leaves(way) for way in decision.ways)  # type: ignore[arg-type]


def _holds(way: tuple[Node, ...], hot: frozenset[int]) -> bool:
    return any(one.at in hot for one in nodes(way) if isinstance(one, (Name, Member)))


def _mine(node: Function) -> Callable[[Origin], bool]:
    return lambda origin: origin.function == node.at


def _last(callee: Node) -> str:
    return callee.key if isinstance(callee, Member) else callee.name if isinstance(callee, Name) else ""
