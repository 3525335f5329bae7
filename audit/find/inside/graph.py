"""Which of the client's declarations reach its transport, and by which mentions."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from audit.extract.facts.code import Call, Class, Declare, Function, Member, Name, Object, This
from audit.find.inside.code import Code, Key
from audit.find.inside.likely import Likely
from audit.find.inside.nodes import PLAIN, dotted, names_bound, nodes, parts
from audit.link.questions.declaring import COMMON

if TYPE_CHECKING:
    from audit.extract.facts.code import Expr, Node
    from audit.find.inside.likely import Transport


class Mention(Struct, frozen=True, order=True):
    """A place where a declaration names another one; `to` is None for the transport."""

    at: int
    to: Key | None
    limited: bool


class Graph:
    """A memo of mentions; a function that stands in another one belongs to that one."""

    def __init__(self, code: Code, transport: Transport, limiters: tuple[str, ...]) -> None:
        self.code = code
        self._transport = transport
        self._limiters = limiters
        self._likely = Likely(code, transport)
        self._mentions: dict[Key, tuple[Mention, ...]] = {}
        self._reaching: dict[Key, bool] = {}
        self._bare: dict[Key, bool] = {}

    def mentions(self, key: Key) -> tuple[Mention, ...]:
        """What a declaration mentions, in the order of the source."""
        if key not in self._mentions:
            self._mentions[key] = ()
            node = self.code.declared(key)
            if node is not None:
                self._mentions[key] = tuple(_Mentions(self, key, node).found)
        return self._mentions[key]

    def may_reach(self, key: Key) -> bool:
        """Can the declaration lead to the transport, as far as the text of its file tells?"""
        names, root = self._likely.names(key.file), key.name.partition(".")[0]
        return root in names or (COMMON in names and not self.code.declares(key.file, root))

    def reaches(self, key: Key) -> bool:
        """Does a way lead from the declaration to the transport?"""
        return self._way(key, self._reaching, bare=False)

    def unlimited(self, key: Key) -> bool:
        """Does a way lead to the transport that passes no limiter?"""
        return self._way(key, self._bare, bare=True)

    def hot(self, key: Key) -> frozenset[int]:
        """Offsets of the mentions that lead to the transport."""
        return frozenset(one.at for one in self.mentions(key) if one.to is None or self.reaches(one.to))

    def may_lead(self, key: Key, node: Name | Member) -> bool:
        """Can a name or member lead to the transport, as far as the text of the file tells?"""
        names = self._likely.names(key.file)
        if isinstance(node, Name):
            return node.name in names
        return not isinstance(node.object, Name) or node.object.name in names or node.key in names

    def is_transport(self, key: Key) -> bool:
        """Is the declaration itself the transport?"""
        return key.name in self._transport.names

    def target(self, key: Key, node: Node, bound: frozenset[str]) -> tuple[bool, Key | None]:
        """What a name or member means inside a declaration: is it known, and which (None: the transport)."""
        inside = key.name.rpartition(".")[0]
        if isinstance(node, Name):
            return self._name(key.file, node.name, bound)
        if not isinstance(node, Member):
            return False, None
        found = self.code.member(key.file, node, inside, bound)
        if found is not None:
            return True, None if self.is_transport(found) else found
        if self._outside_member(key, node, inside, bound) or self._of_instance(key, node, inside, bound):
            return True, None
        return False, None

    def limits(self, call: Call) -> bool:
        """Is the call one of a limiter?"""
        name = dotted(call.callee)
        return any(fnmatchcase(name, pattern) for pattern in self._limiters)

    def _name(self, file: str, name: str, bound: frozenset[str]) -> tuple[bool, Key | None]:
        if name in bound:
            return False, None
        imported = self.code.imported(file, name)
        if imported is not None and self._outside(imported):
            return True, None
        found = self.code.named(file, name)
        if found is not None:
            return True, None if self.is_transport(found) else found
        free = imported is None and name in self._transport.globals
        return free, None

    def _outside(self, imported: tuple[str, str]) -> bool:
        return imported[1] in self._transport.names or imported in self._transport.modules

    def _outside_member(self, key: Key, node: Member, inside: str, bound: frozenset[str]) -> bool:
        """`globalThis.fetch`, `module.transport`, and `this.field.method` for a transport `Type.method`."""
        if dotted(node) in self._transport.names:
            return True
        held = node.object
        if isinstance(held, Name) and held.name not in bound:
            if held.name in ("globalThis", "window", "self", "global"):
                return node.key in self._transport.globals
            imported = self.code.imported(key.file, held.name)
            if imported is not None and imported[1] == "*":
                return self._outside((imported[0], node.key))
        if isinstance(held, Member) and isinstance(held.object, This) and inside:
            kind = self.code.field_type(Key(key.file, inside), held.key)
            return f"{kind}.{node.key}" in self._transport.names
        return False

    def _of_instance(self, key: Key, node: Member, inside: str, bound: frozenset[str]) -> bool:
        """A method of what the transport made: `api.get` for `api = axios.create()`, also in a field."""
        held, holder = node.object, None
        if isinstance(held, Name) and held.name not in bound:
            holder = self.code.named(key.file, held.name)
        elif isinstance(held, Member) and isinstance(held.object, This) and inside:
            holder = self.code.of_class(Key(key.file, inside), held.key, frozenset())
        made = self.code.declared(holder) if holder is not None and self.may_reach(holder) else None
        return holder is not None and isinstance(made, Call) and self.reaches(holder)

    def _way(self, key: Key, memo: dict[Key, bool], *, bare: bool) -> bool:
        """Is the transport reached? While a cycle is open only answers that are true are kept."""
        if key not in memo:
            seen: set[Key] = set()
            found = self._search(key, memo, seen, bare)
            memo.update(dict.fromkeys((key,) if found else (key, *seen), found))
        return memo[key]

    def _search(self, key: Key, memo: dict[Key, bool], seen: set[Key], bare: bool) -> bool:  # noqa: FBT001
        if key in memo:
            return memo[key]
        if key in seen or not self.may_reach(key):
            return False
        seen.add(key)
        return any(
            one.to is None or self._search(one.to, memo, seen, bare)
            for one in self.mentions(key)
            if not (bare and one.limited)
        )


class _Mentions:
    """Collects the mentions of one declaration."""

    def __init__(self, graph: Graph, key: Key, node: Expr) -> None:
        self._graph, self._key = graph, key
        self._bound = names_bound(node)
        self.found: list[Mention] = []
        self._visit(_own(node), limited=False)

    def _visit(self, part: Any, *, limited: bool) -> None:
        waiting: list[tuple[Any, bool]] = [(part, limited)]
        while waiting:
            node, inside = waiting.pop()
            kind = type(node)
            if kind is tuple:
                waiting.extend([(one, inside) for one in reversed(node)])
                continue
            if (kind is Name or kind is Member) and self._graph.may_lead(self._key, node):
                known, to = self._graph.target(self._key, node, self._bound)
                if known:
                    self._add(node.at, to, limited=inside)
                    continue
            if kind is Call and self._graph.limits(node):
                waiting.extend([(node.args, True), (node.callee, inside)])
            elif kind not in PLAIN:
                waiting.extend([(one, inside) for one in reversed(parts(node))])

    def _add(self, at: int, to: Key | None, *, limited: bool) -> None:
        node = self._graph.code.declared(to) if to is not None else None
        if to is not None and isinstance(node, Class):
            self.found.append(Mention(at, Key(to.file, f"{to.name}.constructor"), limited))
        elif to != self._key:
            self.found.append(Mention(at, to, limited))


def _own(node: Expr) -> Any:
    """What runs when a declaration is called or read; methods of a class are declarations themselves."""
    if isinstance(node, Class):
        return tuple(
            member for member in node.members if not isinstance(member, Function) or member.kind == "constructor"
        )
    return node


def local_functions(node: Function, hot: frozenset[int]) -> frozenset[int]:
    """The mentions `hot`, and those of local functions that hold one of them."""
    found = set(hot)
    for one in nodes(node.body):
        if not (isinstance(one, Declare) and isinstance(one.value, Function) and isinstance(one.target, Name)):
            continue
        if any(inner.at in found for inner in nodes(one.value) if isinstance(inner, (Name, Member))):
            name = one.target.name
            found.update(use.at for use in nodes(node.body) if isinstance(use, Name) and use.name == name)
    return frozenset(found)


def holds_functions(node: Expr | None) -> bool:
    """Is it an object with functions as properties?"""
    return isinstance(node, Object) and any(isinstance(one.value, Function) for one in node.properties)
