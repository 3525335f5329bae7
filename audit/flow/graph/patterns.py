"""Values given to names, to members, and taken apart by patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.graph.model import Op, Place
from audit.flow.graph.moving import shortened
from audit.flow.graph.scopes import Binding
from audit.flow.graph.state import State

if TYPE_CHECKING:
    from audit.flow.graph.rounds import Rounds

ELEMENT = "[*]"
_LENGTH = "length"
KEY = "[key]"
"""The part of an object that holds the names which were computed for its members."""


class Patterns(State):
    """Assignments of every form."""

    def value(self, expression: code.Expr) -> int:
        raise NotImplementedError

    def give(self, target: code.Pattern | None, value: int, *, add: bool = False) -> None:
        """A pattern takes a value."""
        if isinstance(target, code.Name):
            self.write(target, value, add=add)
        elif isinstance(target, code.Default):
            self._give_default(target, value, add=add)
        elif isinstance(target, code.ObjectPattern):
            self._take_apart(target, value, add=add)
        elif isinstance(target, code.ArrayPattern):
            self._take_items(target, value, add=add)
        elif isinstance(target, code.Member):
            self.write_member(target, self.holder(target), target.key, value, add=add)
        elif isinstance(target, code.Index) and self._is_placed(target, value, add=add):
            pass
        elif isinstance(target, code.Index):
            holder, key = self.value(target.object), self.value(target.key)
            made = self.node(target)
            self.graph.edge(Op.COPY, value, made)
            self.graph.edge(Op.DECIDE, key, made)
            self.under_control(made)
            self.graph.keys[made] = key
            self.graph.edge(Op.WRITE, made, holder, ELEMENT)
            self.graph.edge(Op.WRITE, key, holder, KEY)
        elif isinstance(target, code.Sequence):
            for item in target.items:
                self.value(item)

    def write_member(self, target: code.Member, holder: int, key: str, value: int, *, add: bool = False) -> None:
        """`object.key = value`; `this.key = value` is kept in the field of the class. What an object holds that nothing
        else has is overwritten, unless the write may `add`.
        """
        made = self.graph.node(target.at, self.function, target)
        self.graph.named.setdefault(target.at, made)
        self.graph.edge(Op.COPY, value, made)
        self.under_control(made)
        if self.is_this(target.object) and self.this < 0 and self.class_at >= 0:
            self.graph.keep(made, Place("field", key, self.class_at))
            self.graph.forward(Op.WRITE, made, holder, key)
            return
        binding = self.held_alone(target.object)
        if binding is not None and key == _LENGTH and self._is_cut(target, value, binding):
            return
        if binding is None or add:
            self.graph.edge(Op.WRITE, made, holder, key)
            return
        self.graph.written.setdefault((holder, key), []).append(made)
        self.graph.edge(Op.STORE, made, self.without(binding, key), key)

    def _is_cut(self, target: code.Member, value: int, binding: Binding) -> bool:
        """Does a list that nothing else has lose its elements from a place on (`rows.length = 0`)?"""
        it = self.graph.source[value]
        number = it.value.value if isinstance(it, code.Assign) and isinstance(it.value, code.Literal) else None
        if not isinstance(number, int) or self.list_alone(target.object) is None:
            return False
        self.without(binding, shortened(number), Op.COPY)
        return True

    def _is_placed(self, target: code.Index, value: int, *, add: bool) -> bool:
        """Is an element at a known place overwritten, of a list that nothing else has?"""
        at = target.key.value if isinstance(target.key, code.Literal) else None
        binding = self.list_alone(target.object) if isinstance(at, int) and at >= 0 and not add else None
        if binding is None:
            return False
        holder, key = self.value(target.object), self.value(target.key)
        made = self.node(target)
        self.graph.edge(Op.COPY, value, made)
        self.under_control(made)
        self.graph.keys[made] = key
        self.graph.written.setdefault((holder, ELEMENT), []).append(made)
        self.graph.edge(Op.STORE, made, self.without(binding, f"[{at}]"), f"[{at}]")
        return True

    def holder(self, it: code.Member) -> int:
        """The node of an object of which a part is meant: to be asked for that does not give the object away."""
        binding = self.held_alone(it.object)
        if binding is None or not isinstance(it.object, code.Name):
            return self.value(it.object)
        return self.read(it.object)

    def part(self, source: code.Node, value: int, key: str) -> int:
        """A node for the part `key` of a value."""
        made = self.node(source)
        self.graph.edge(Op.LOAD, value, made, key)
        return made

    def counted(self, held: object, made: int) -> None:
        """What a loop adds in each round to what a name holds since before is decided by how many rounds it has."""
        if not isinstance(held, code.Name):
            return
        binding = self.scope.find(held.name) if self.rounds else None
        for one in self.rounds:
            if binding is None or binding.at < one.at:
                if one.size < 0:
                    one.size = self._size(one)
                self.graph.edge(Op.DECIDE, one.size, made)

    def _size(self, rounds: Rounds) -> int:
        """A node for how many rounds there are, in the function that has the list."""
        made = self.graph.node(
            rounds.at, self.graph.function[rounds.over], code.Member(rounds.at, rounds.list, _LENGTH)
        )
        self.graph.edge(Op.LOAD, rounds.over, made, _LENGTH)
        return made

    def _give_default(self, target: code.Default, value: int, *, add: bool) -> None:
        either = self.node(target)
        self.graph.edge(Op.COPY, value, either)
        inner = self.scope
        if self.python and inner.outer is not None:
            self.scope = inner.outer  # `lambda row=row: row` begins with the other one
        self.graph.edge(Op.COPY, self.value(target.value), either)
        self.scope = inner
        self.give(target.target, either, add=add)

    def _take_apart(self, target: code.ObjectPattern, value: int, *, add: bool) -> None:
        for key, inner in target.entries:
            if isinstance(key, str):
                self.give(inner, self.part(inner, value, key), add=add)
            else:
                computed, part = self.value(key), self.part(inner, value, ELEMENT)
                self.graph.edge(Op.DECIDE, computed, part)
                self.graph.keys[part] = computed
                self.give(inner, part, add=add)
        if target.rest is not None:
            rest = self.node(target.rest)
            taken = [key for key, _ in target.entries if isinstance(key, str)]
            self.graph.edge(Op.REST, value, rest, ",".join(taken))
            self.give(target.rest, rest, add=add)

    def _take_items(self, target: code.ArrayPattern, value: int, *, add: bool) -> None:
        first = len(target.items) - target.behind
        for position, item in enumerate(target.items[:first]):
            if item is not None:
                self.give(item, self.part(item, value, f"[{position}]"), add=add)
        if target.rest is None and not target.behind:
            return
        left = self.node(target)
        self.graph.edge(Op.REST, value, left, f"[{first}")
        if target.rest is not None:
            rest = self.node(target.rest)
            self.graph.edge(Op.STORE, self.part(target.rest, left, ELEMENT), rest, ELEMENT)
            self.give(target.rest, rest, add=add)
        for behind in target.items[first:]:
            if behind is not None:
                self.give(behind, self.part(behind, left, ELEMENT), add=add)


def is_constant(value: code.Node) -> bool:
    """Is it written there as a whole, and the same each time?"""
    if isinstance(value, code.Object):
        return all(one.key is not None and is_constant(one.value) for one in value.properties)
    if isinstance(value, code.Array):
        return all(map(is_constant, value.items))
    return isinstance(value, code.Literal)


def is_plain(value: code.Expr) -> bool:
    """Is it a new object that only holds values?"""
    if isinstance(value, code.Array):
        return True
    return isinstance(value, code.Object) and not any(one.kind for one in value.properties)
