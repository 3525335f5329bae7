"""Expressions as nodes and edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from audit.extract.facts import code
from audit.flow.graph.functions import Functions
from audit.flow.graph.model import CallSite, Op, Place
from audit.flow.graph.partials import instead
from audit.flow.graph.patterns import ELEMENT
from audit.flow.graph.scopes import names_used

ELEMENT_CALL = "@element"
"""What the callee of a page's element is called: it is given what the element holds."""

_PUSHES = frozenset(("push", "unshift", "set", "add", "append", "extend", "insert"))
"""Methods whose arguments are as good as assigned."""
_VALUE_SIGNS = frozenset(("+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>", ">>>"))
"""What is made of operands by these is a value. The others compare."""
_NUMBER_SIGNS = frozenset(("+", "-", "~"))


class Expressions(Functions):
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
        self.graph.edge(Op.LOAD, held, made, f"[{number}]" if isinstance(number, int) else ELEMENT)
        self.graph.edge(Op.DECIDE, key, made)
        self.graph.keys[made] = key
        return made

    def call(self, it: code.Call) -> int:
        first = len(self.graph.calls)
        made = instead(it, it.callee) if isinstance(it.callee, code.Member) and not self.python else None
        if isinstance(made, code.Function):
            self.used.update(names_used(made))
        if made is not None:
            return self.value(made)
        receiver, method = -1, ""
        callee = self.value(it.callee)
        if isinstance(it.callee, code.Member):
            self.given_away(it.callee.object)  # as `this`
        if isinstance(it.callee, (code.Member, code.Index)):
            receiver, method = self.graph.back[callee][0][0], getattr(it.callee, "key", "")
            method = method if isinstance(method, str) else ""
        arguments = [
            (self.value(one.value), True) if isinstance(one, code.Spread) else (self.value(one), False)
            for one in it.args
        ]
        result = self._called(it, callee, receiver, method, arguments, it.names)
        if not self.python and (method == "catch" or (method == "then" and len(arguments) > 1)):
            self._takes_failures(self.graph.calls[first:-1], result)
        return result

    def _takes_failures(self, calls: list[CallSite], result: int) -> None:
        """What a promise gives after `catch` depends on whether the calls that it comes of fail, as after a `try`."""
        for site in calls:
            if site.function == self.function:
                self.graph.edge(Op.DECIDE, site.result, result)

    def _called(
        self, it: code.Call | code.Template, callee: int, receiver: int, method: str,
        arguments: list[tuple[int, bool]], names: tuple[str, ...],
    ) -> int:  # fmt: skip
        graph, number = self.graph, len(self.graph.calls)
        result = self.node(it)
        new = isinstance(it, code.Call) and it.new
        end = it.end if isinstance(it, code.Call) else it.at
        site = CallSite(
            it.at, end, result, callee, receiver, method, tuple(node for node, _ in arguments),
            tuple(spread for _, spread in arguments), names, self.function, new, isinstance(it, code.Template), it,
        )  # fmt: skip
        graph.calls.append(site)
        if self.catchers:
            graph.caught[result] = self.catchers[-1]
        graph.results[result] = number
        graph.called[graph.at[callee]] = number
        graph.edge(Op.CALLEE, callee, number)
        if receiver >= 0:
            graph.edge(Op.RECEIVER, receiver, number)
        for position, (node, _) in enumerate(arguments):
            graph.edge(Op.ARGUMENT, node, number, str(position))
            if method in _PUSHES:
                self.under_control(node)
        return result

    def import_(self, it: code.ImportCall) -> int:
        self.value(it.module)
        return self.node(it)

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
        return made

    def template(self, it: code.Template) -> int:
        if it.tag is not None:
            callee = self.value(it.tag)
            receiver = self.graph.back[callee][0][0] if isinstance(it.tag, code.Member) else -1
            method = it.tag.key if isinstance(it.tag, code.Member) else ""
            return self._called(it, callee, receiver, method, [(self.value(one), False) for one in it.values], ())
        parts = [self.value(one) for one in it.values]
        made = self.node(it)
        for position, part in enumerate(parts):
            self.graph.edge(Op.BUILD, part, made, str(position))
        return made

    def object_(self, it: code.Object) -> int:
        made = self.node(it)
        for position, one in enumerate(it.properties):
            outer, self.this = self.this, made if isinstance(one.value, code.Function) and one.kind else self.this
            value = self.value(one.value)
            self.this = outer
            if one.key is None:
                later = [key for key in (after.key for after in it.properties[position:]) if isinstance(key, str)]
                self.graph.edge(Op.REST if later else Op.COPY, value, made, ",".join(later))
            elif isinstance(one.key, str):
                held = self.graph.node(one.at, self.function, one)
                self.graph.edge(Op.COPY, value, held)
                self.graph.edge(Op.STORE, held, made, one.key)
                if one.kind == "get":
                    self.graph.accessors.add((one.kind, one.key))
            else:
                self._under_key(one, value, self.value(one.key), made)
        return made

    def array(self, it: code.Array) -> int:
        made = self.node(it)
        for position, item in enumerate(it.items):
            if isinstance(item, code.Spread):
                self.graph.edge(Op.COPY, self.value(item.value), made)
            else:
                spread_before = any(isinstance(earlier, code.Spread) for earlier in it.items[:position])
                self.graph.edge(Op.STORE, self.value(item), made, ELEMENT if spread_before else f"[{position}]")
        return made

    def spread(self, it: code.Spread) -> int:
        return self.value(it.value)

    def assign(self, it: code.Assign) -> int:
        value = self.value(it.value)
        made = self.node(it)
        built = it.op[-1:] == "=" and it.op[:-1] in _VALUE_SIGNS
        if built:
            old = self.value(it.target) if isinstance(it.target, (code.Name, code.Member, code.Index)) else value
            self.graph.edge(Op.BUILD, old, made, "left")
            self.graph.edge(Op.BUILD, value, made, "right")
        elif it.op in ("=", "??=", "||=", "&&="):
            self.graph.edge(Op.COPY, value, made)
        else:
            self.graph.edge(Op.DECIDE, value, made)
        self.give(it.target, made, add=it.op == "|=" or not (built or it.op == "="))
        return made

    def jsx(self, it: code.Jsx) -> int:
        made = self.node(it)
        for one in it.attributes:
            value = self.value(one.value)
            if isinstance(one.key, str):
                self.graph.edge(Op.STORE, value, made, one.key)
            else:
                self.graph.edge(Op.COPY, value, made)
        for child in it.children:
            self.graph.edge(Op.STORE, self.value(child), made, "children")
        if it.tag_name is not None and not isinstance(it.tag_name, str):
            tag, member = self.value(it.tag_name), it.tag_name
            of = next((source for source, op, _ in self.graph.back[tag] if op is Op.LOAD), -1)
            receiver, method = (of, member.key) if isinstance(member, code.Member) else (-1, "")
            self._called(code.Call(it.at, it.tag_name, (), it.at), tag, receiver, method, [(made, False)], ())
        else:
            element = code.Name(it.at, ELEMENT_CALL)
            self._called(code.Call(it.at, element, (), it.at), self.node(element), -1, "", [(made, False)], ())
        return made

    def comprehension(self, it: code.Comprehension) -> int:
        made = self.node(it)
        with self.nested():
            for target, over in it.loops:
                items = self.part(it, self.value(over), ELEMENT)
                self.declare_pattern(target)
                self.give(target, items)
            for test in it.tests:
                self.graph.edge(Op.DECIDE, self.value(test), made)
            if it.kind == "dict" and isinstance(it.element, code.Array):
                key, value = map(self.value, it.element.items)
                self._under_key(it.element, value, key, made)
            else:
                self.graph.edge(Op.STORE, self.value(it.element), made, ELEMENT)
        return made

    def _under_key(self, it: code.Node, value: int, key: int, made: int) -> None:
        """A member of an object whose name is computed."""
        held = self.node(it)
        self.graph.edge(Op.COPY, value, held)
        self.graph.keys[held] = key
        self.graph.edge(Op.DECIDE, key, made)
        self.graph.edge(Op.STORE, held, made, ELEMENT)

    def sequence(self, it: code.Sequence) -> int:
        nodes = [self.value(item) for item in it.items]
        made = self.node(it)
        for node in nodes if not it.known else nodes[-1:]:
            self.graph.edge(Op.COPY, node, made)
        return made

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
