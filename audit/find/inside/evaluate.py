"""The values of expressions, and what conditions decide. What calls give is asked of the surroundings."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace

from audit.extract.facts.code import (
    Array,
    Assign,
    Await,
    Binary,
    Call,
    Class,
    Cond,
    Function,
    Index,
    Literal,
    Logical,
    Member,
    Name,
    Node,
    Object,
    Sequence,
    Spread,
    Stmt,
    Template,
    Unary,
    Yield,
)  # fmt: skip
from audit.find.inside.library import METHODS, element_wise, library_call
from audit.find.inside.nodes import dotted, parts
from audit.find.inside.records import Called, Decision, Read
from audit.find.inside.scopes import Scopes
from audit.find.inside.values import ELEMENT, UNKNOWN, Origin, Value, either, given, joined, spread, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.find.inside.records import Surroundings


class Evaluation(Scopes):
    """One pass. `names` are the names of interest."""

    def __init__(self, names: frozenset[str], around: Surroundings) -> None:
        super().__init__(names, around)
        self._inside: list[Function] = []
        self.loops = 0
        self.calls: list[Called] = []
        self.decisions: list[Decision] = []
        self.returned: list[Value] = []

    def function(self, node: Function, values: tuple[Value, ...] = ()) -> Value:
        """Go through a function, its parameters given (default: origins); what it returns."""
        returned, self.returned = self.returned, []
        self._scopes.append({})
        self._inside.append(node)
        for index, parameter in enumerate(node.params):
            value = values[index] if index < len(values) else given([Origin(node.at, index)])
            self.bind(parameter.target, value)
        self.block(node.body)
        self._inside.pop()
        self._scopes.pop()
        mine, self.returned = self.returned, returned
        return either(mine) if mine else UNKNOWN

    @abstractmethod
    def block(self, body: tuple[Any, ...], after: tuple[Stmt, ...] = ()) -> None:
        """Go through statements; `after` is what follows them."""

    def value(self, node: Any) -> Value:
        """The value of an expression."""
        rule = self._expressions.get(type(node))
        if rule is not None:
            return rule(self, node)
        if isinstance(node, Node):
            self._all(parts(node))
        return UNKNOWN

    def _all(self, inside: Any) -> None:
        for part in inside:
            if isinstance(part, tuple):
                self._all(part)
            elif type(part) in self._expressions:
                self.value(part)
            elif isinstance(part, Node):
                self.block((part,))

    # conditions

    def test(self, node: Any) -> None:
        """Evaluate a condition; what it reads is what `decided` speaks of."""
        before = len(self.reads)
        self.value(node)
        self._tested = frozenset(self.reads[before:])

    def decided(self, at: int, then: tuple[Node, ...], other: tuple[Node, ...]) -> None:
        """Note where the condition that was evaluated last leads."""
        if self._tested:
            self.decisions.append(Decision(at, self._tested, (then, other), self.loops > 0))

    def _cond(self, node: Cond) -> Value:
        self.test(node.test)
        self.decided(node.at, (node.then,), (node.other,))
        return either([self.value(node.then), self.value(node.other)])

    def _logical(self, node: Logical) -> Value:
        before = len(self.reads)
        left = self.value(node.left)
        self._tested = frozenset(self.reads[before:])
        self.decided(node.at, (node.right,), ())
        right = self.value(node.right)
        return right if node.op == "&&" and not left.origins else either([left, right])

    # expressions

    def _name(self, node: Name) -> Value:
        value = self._lookup(node.name)
        for origin in sorted(value.origins):
            last = origin.path[-1] if origin.path else ""
            name = node.name if node.name in self._names else last
            if name in self._names:
                self.reads.append(Read(name, origin))
        return value

    def _member(self, node: Member) -> Value:
        return self._read(self.value(node.object), node.key)

    def _index(self, node: Index) -> Value:
        held = self.value(node.object)
        self.value(node.key)
        return held.read(ELEMENT)

    def _call(self, node: Call) -> Value:
        held = self.value(node.callee.object) if isinstance(node.callee, (Member, Index)) else UNKNOWN
        if not isinstance(node.callee, (Member, Index, Name)):
            self.value(node.callee)
        args = tuple(self._argument(node, one, held) for one in node.args)
        self.calls.append(Called(node, args, tuple(self._inside)))
        found = self._around.called(node, args)
        if found is not None:
            self.reads.extend(sorted(found[1]))
            return found[0]
        if isinstance(node.callee, Member) and node.callee.key in METHODS:
            return METHODS[node.callee.key](held, args)
        return library_call(dotted(node.callee), args)

    def _argument(self, call: Call, node: Any, held: Value) -> Value:
        """An argument; a function that a collection's method is given takes the elements."""
        if not isinstance(node, Function):
            return self.value(node)
        before = len(self.reads)
        key = call.callee.key if isinstance(call.callee, Member) else ""
        wise = element_wise(key, held)
        self.loops += wise is not None
        value = self.function(node, wise or ())
        self.loops -= wise is not None
        if key == "filter" and self.reads[before:]:
            self.decisions.append(Decision(call.at, frozenset(self.reads[before:]), None, loop=True))
        return value

    def _function(self, node: Function) -> Value:
        self.function(node)
        return UNKNOWN

    def _class(self, node: Class) -> Value:
        for member in node.members:
            if isinstance(member, Function):
                self.function(member)
            elif member.value is not None:
                self.value(member.value)
        return UNKNOWN

    def _literal(self, node: Literal) -> Value:
        return (
            text(str(node.value))
            if isinstance(node.value, (str, int)) and not isinstance(node.value, bool)
            else UNKNOWN
        )

    def _template(self, node: Template) -> Value:
        if node.tag is not None:
            self.value(node.tag)
        pieces = [text(node.parts[0])]
        for hole, part in zip(node.values, node.parts[1:], strict=True):
            pieces.extend((self.value(hole), text(part)))
        return joined(pieces) if node.tag is None else UNKNOWN

    def _binary(self, node: Binary) -> Value:
        both = [self.value(node.left), self.value(node.right)]
        return joined(both) if node.op == "+" else Value(both[0].origins | both[1].origins)

    def _unary(self, node: Unary) -> Value:
        return self.value(node.value).holding_nothing()

    def _object(self, node: Object) -> Value:
        made = Value(properties={})
        for one in node.properties:
            value = self.value(one.value)
            if one.key is None:
                made = spread(made, value)
            elif isinstance(one.key, str):
                made = replace(made, properties={**(made.properties or {}), one.key: value})
        return made

    def _array(self, node: Array) -> Value:
        values = [self.value(one) for one in node.items]
        return Value(properties={ELEMENT: either(values)}) if values else UNKNOWN

    def _spread(self, node: Spread) -> Value:
        return self.value(node.value)

    def _assigned(self, node: Assign) -> Value:
        value = self.value(node.value)
        self._assign(node.target, joined([self.value(node.target), value]) if node.op == "+=" else value)
        return value

    def _await(self, node: Await | Yield) -> Value:
        return self.value(node.value) if node.value is not None else UNKNOWN

    def _sequence(self, node: Sequence) -> Value:
        values = [self.value(one) for one in node.items]
        return values[-1] if values and node.known else UNKNOWN

    _expressions: ClassVar[dict[type, Callable[..., Value]]] = {
        Name: _name,
        Member: _member,
        Index: _index,
        Call: _call,
        Function: _function,
        Class: _class,
        Literal: _literal,
        Template: _template,
        Binary: _binary,
        Unary: _unary,
        Object: _object,
        Array: _array,
        Spread: _spread,
        Assign: _assigned,
        Await: _await,
        Yield: _await,
        Sequence: _sequence,
        Cond: _cond,
        Logical: _logical,
    }
