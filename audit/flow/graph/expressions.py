"""Expressions as nodes and edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from audit.extract.facts import code
from audit.flow.graph.alike import Choice
from audit.flow.graph.descriptors import REPLACED, VALUE
from audit.flow.graph.literals import Literals
from audit.flow.graph.model import Op, Place
from audit.flow.graph.patterns import ELEMENT

_VALUE_SIGNS = frozenset(("+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>", ">>>"))
"""What is made of operands by these is a value. The others compare."""
_NUMBER_SIGNS = frozenset(("+", "-", "~"))


class Expressions(Literals):
    """`value` gives the node of an expression."""

    def value(self, expression: code.Expr) -> int:
        """The node at which the value of an expression is; its parts are built on the way."""
        return _RULES[type(expression)](self, expression)

    def literal(self, it: code.Literal) -> int:
        made = self.node(it)
        if isinstance(it.value, str):
            self.graph.literals[it.at] = made
        return made

    def name(self, it: code.Name) -> int:
        self.given_away(it)
        return self.this_(code.This(it.at)) if self.is_this(it) else self.read(it)

    def this_(self, it: code.This) -> int:
        made = self.node(it)
        if self.this >= 0:
            self.graph.edge(Op.COPY, self.this, made)
        if self.this_of >= 0:
            self.graph.this_at[made] = self.this_of
            self.graph.this_uses.setdefault(self.this_of, []).append(made)
        return made

    def member(self, it: code.Member) -> int:
        held = self.holder(it)
        made = self.node(it)
        self.graph.named[it.at] = made
        self.graph.edge(Op.LOAD, held, made, it.key)
        above = isinstance(it.object, code.This) and it.object.name == "super"
        if self.is_this(it.object) and not above and self.this < 0 and self.class_at >= 0:
            self.graph.read(made, Place("field", it.key, self.class_at))
        return made

    def index(self, it: code.Index) -> int:
        held, key = self.value(it.object), self.value(it.key)
        made = self.node(it)
        number = it.key.value if isinstance(it.key, code.Literal) else None
        self.graph.edge(Op.LOAD, held, made, f"[{number}]" if isinstance(number, int) and number >= 0 else ELEMENT)
        self.graph.edge(Op.DECIDE, key, made)
        self.graph.keys[made] = key
        return made

    def await_(self, it: code.Await) -> int:
        made = self.node(it)
        self.graph.edge(Op.COPY, self.value(it.value), made)
        if self.catchers:
            self.graph.caught[made] = self.catchers[-1]
        return made

    def yield_(self, it: code.Yield) -> int:
        made = self.node(it)
        if it.value is not None:
            value = self.value(it.value)
            given = value
            if not it.delegate:
                given = self.node(it)
                self.graph.edge(Op.STORE, value, given, ELEMENT)
            self.graph.edge(Op.RETURN, given, self.function)
            self.graph.returned.setdefault(self.function, []).append(given)
        if not it.delegate:
            self.graph.yields.setdefault(self.function, []).append(made)
        return made

    def unary(self, it: code.Unary) -> int:
        made = self.node(it)
        value = self.value(it.value)
        if it.op == "void":
            return made
        if it.op != "delete" or not isinstance(it.value, code.Member):
            self.graph.edge(Op.BUILD if it.op in _NUMBER_SIGNS else Op.DECIDE, value, made)
            return made
        binding = self.held_alone(it.value.object)
        if binding is not None:
            self.without(binding, it.value.key)
        return made

    def binary(self, it: code.Binary) -> int:
        left, right = self.value(it.left), self.value(it.right)
        made = self.node(it)
        op = Op.BUILD if it.op in _VALUE_SIGNS else Op.DECIDE
        self.graph.edge(op, left, made, "left")
        self.graph.edge(op, right, made, "right")
        return made

    def logical(self, it: code.Logical) -> int:
        left = self.value(it.left)
        before = self.fork()
        right = self.value(it.right)
        self.versions = self.merge(before, self.versions)
        made = self.node(it)
        self.graph.edge(Op.COPY if it.op != "&&" else Op.DECIDE, left, made)
        self.graph.edge(Op.COPY, right, made)
        return made

    def cond(self, it: code.Cond) -> int:
        test = self.value(it.test)
        before = self.fork()
        then = self.value(it.then)
        after = self.versions
        self.versions = before
        other = self.value(it.other)
        self.versions = self.merge(after, self.versions)
        made = self.node(it)
        self.graph.edge(Op.DECIDE, test, made)
        self.graph.edge(Op.COPY, then, made)
        self.graph.edge(Op.COPY, other, made)
        self.choices.made.append(Choice((then, other), (test,), (made,)))
        return made

    def assign(self, it: code.Assign) -> int:
        value = self.value(it.value)
        made = self.node(it)
        built = it.op[-1:] == "=" and it.op[:-1] in _VALUE_SIGNS
        if built:
            old = self.value(it.target) if isinstance(it.target, (code.Name, code.Member, code.Index)) else value
            self.graph.edge(Op.BUILD, old, made, "left")
            self.graph.edge(Op.BUILD, value, made, "right")
            self.counted(it.target, made)
        elif it.op in ("=", "??=", "||=", "&&="):
            self.graph.edge(Op.COPY, value, made)
        else:
            self.graph.edge(Op.DECIDE, value, made)
        if not self._replaces(it.target, made):
            self.give(it.target, made, add=it.op == "|=" or not (built or it.op == "="))
        return made

    def _replaces(self, target: code.Pattern, value: int) -> bool:
        """A decorator puts something in the place of a method: as if it returned that as a part of its own. What is
        read there is the method as it was.
        """
        name, function = self.descriptor
        into = target.object if isinstance(target, code.Member) and target.key == VALUE else None
        if not isinstance(into, code.Name) or into.name != name:
            return False
        given = self.node(code.Object(into.at, ()))
        self.graph.edge(Op.STORE, value, given, REPLACED)
        self.graph.edge(Op.RETURN, given, function)
        self.graph.returned.setdefault(function, []).append(given)
        return True

    def function_(self, it: code.Function) -> int:
        return self.make_function(it)

    def class_(self, it: code.Class) -> int:
        return self.make_class(it)


_RULES: dict[type, Callable[[Any, Any], int]] = {
    code.Literal: Expressions.literal,
    code.Name: Expressions.name,
    code.This: Expressions.this_,
    code.Member: Expressions.member,
    code.Index: Expressions.index,
    code.Call: Expressions.call,
    code.ImportCall: Expressions.import_,
    code.Await: Expressions.await_,
    code.Yield: Expressions.yield_,
    code.Unary: Expressions.unary,
    code.Binary: Expressions.binary,
    code.Logical: Expressions.logical,
    code.Cond: Expressions.cond,
    code.Template: Expressions.template,
    code.Object: Expressions.object_,
    code.Array: Expressions.array,
    code.Spread: Expressions.spread,
    code.Assign: Expressions.assign,
    code.Jsx: Expressions.jsx,
    code.Comprehension: Expressions.comprehension,
    code.Sequence: Expressions.sequence,
    code.Function: Expressions.function_,
    code.Class: Expressions.class_,
}
