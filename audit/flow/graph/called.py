"""Calls, and what is a call by its syntax: tagged templates, elements of pages."""

from __future__ import annotations

from audit.extract.facts import code
from audit.flow.graph.descriptors import REPLACED, VALUE
from audit.flow.graph.lists import Lists
from audit.flow.graph.model import CallSite, Op
from audit.flow.graph.partials import called_at_once, instead
from audit.flow.graph.patterns import is_constant
from audit.flow.graph.python_calls import said_otherwise
from audit.flow.graph.rounds import Rounds
from audit.flow.graph.scopes import names_used

ELEMENT_CALL = "@element"
"""What the callee of a page's element is called: it is given what the element holds."""

_PUSHES = frozenset(("push", "unshift", "set", "add", "append", "extend", "insert"))
"""Methods whose arguments are as good as assigned."""
_EACH = frozenset(("forEach", "map", "flatMap", "filter"))
"""Methods that call what they are given once for each element."""


def _writes(it: code.Call | code.Template, method: str) -> bool:
    """Is it given to a query, as by `set({ title })`: `insert(items).values({ title })`, ``execute(sql`…`)``?"""
    if not isinstance(it, code.Call) or not isinstance(it.callee, code.Member):
        return False
    inserts = method == "values" and isinstance(it.callee.object, code.Call)
    return inserts or (method == "execute" and any(isinstance(one, code.Template) for one in it.args[:1]))


class Called(Lists):
    """Each gives the node of what the call gives back."""

    def call(self, it: code.Call) -> int:
        first = len(self.graph.calls)
        made = self._in_other_words(it)
        if isinstance(made, code.Function):
            self.used.update(names_used(made))
        if made is not None:
            return self.value(made)
        listed = self.of_list(it)
        if listed >= 0:
            return listed
        receiver, method = -1, ""
        callee = self.value(it.callee)
        if isinstance(it.callee, code.Member):
            self.given_away(it.callee.object)  # as `this`
        if isinstance(it.callee, (code.Member, code.Index)):
            receiver, method = self.graph.back[callee][0][0], getattr(it.callee, "key", "")
            method = method if isinstance(method, str) else ""
        if method in _EACH and it.args and isinstance(it.args[0], code.Function):
            assert isinstance(it.callee, code.Member)
            self.rounds_of[it.args[0].at] = [*self.rounds, Rounds(it.at, it.callee.object, receiver)]
        arguments = [
            (self.value(one.value), True) if isinstance(one, code.Spread) else (self.value(one), False)
            for one in it.args
        ]
        if method == "push" and not any(spread for _, spread in arguments):
            assert isinstance(it.callee, code.Member)
            self.graph.once.update((len(self.graph.calls),) if self.comes_once(it.callee.object) else ())
        result = self._called(it, callee, receiver, method, arguments, it.names)
        if not self.python and (method == "catch" or (method == "then" and len(arguments) > 1)):
            self._takes_failures(self.graph.calls[first:-1], receiver, result)
        if it.new and self.class_at >= 0 and isinstance(it.callee, code.Name) and it.callee.name == "Promise":
            self.seat(it, result)
        return result

    def _in_other_words(self, it: code.Call) -> code.Expr | None:
        """What a call of something that the language has itself says otherwise."""
        callee = it.callee
        if self.python:
            whole = callee.object if isinstance(callee, code.Member) else callee
            if not isinstance(whole, code.Name) or self.scope.find(whole.name) is not None:
                return None
            return said_otherwise(it, f"{whole.name}.{callee.key}" if isinstance(callee, code.Member) else whole.name)
        if isinstance(callee, code.Call):
            return called_at_once(it, callee)
        return instead(it, callee) if isinstance(callee, code.Member) else None

    def decorated(self, it: code.Function, made: int, decorating: list[int]) -> int:
        """A function of the tree above one gives what stands for it; what is called above that is given this."""
        above: list[code.Expr] = []
        for one, node in zip(reversed(it.decorators), reversed(decorating), strict=True):
            named = one.callee if isinstance(one, code.Call) else one
            if isinstance(named, code.Name) and self.decorates(named.name):
                self.graph.above[made] = tuple(above)
                made, above = self._called(code.Call(one.at, one, (), it.at), node, -1, "", [(made, False)], ()), []
            else:
                above.append(one)
        if self.graph.results.get(made) is not None:
            self.graph.above[made] = tuple(above)
        return made

    def standing(self, it: code.Function, method: int) -> int:
        """What decorators of the tree put in the place of a method, from the innermost one on; where one is unknown it
        may be anything.
        """
        made, number = method, self.graph.made[method]
        for one in reversed(it.decorators):
            kind = self.replaced.get(one.at, "keeps")
            if kind == "unknown":
                self.graph.unsure.add(number)
            elif kind != "keeps":
                made = self._put_in_place(one, made, kind)
                self.graph.standing[made] = number
        return made

    def _put_in_place(self, one: code.Expr, method: int, kind: str) -> int:
        """A decorator is called with a method, or with what describes it, and gives what stands for it.

        Nothing is known there of the class: what stands for a method would be in it again.
        """
        callee, call = self.value(one), code.Call(one.at, one, (), one.at)
        if kind == "returned":
            return self._called(call, callee, -1, "", [(method, False)], ())
        described, made = self.node(code.Object(one.at, ())), self.node(one)
        self.graph.edge(Op.STORE, method, described, VALUE)
        given = [(self.node(one), False), (self.node(one), False), (described, False)]
        result = self._called(call, callee, -1, "", given, ())
        self.graph.edge(Op.LOAD, result, made, REPLACED if kind == "assigned" else VALUE)
        return made

    def _takes_failures(self, calls: list[CallSite], promise: int, result: int) -> None:
        """What a promise gives after `catch` depends on whether the calls that it comes of fail, as after a `try`."""
        made = [site.result for site in calls if site.function == self.function]
        for node in dict.fromkeys((*made, promise)):
            self.graph.edge(Op.DECIDE, node, result)

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
            if method in _PUSHES or _writes(it, method):
                self.under_control(node)
                if isinstance(it, code.Call) and isinstance(it.callee, code.Member) and is_constant(it.args[position]):
                    self.counted(it.callee.object, node)
        return result

    def import_(self, it: code.ImportCall) -> int:
        self.value(it.module)
        return self.node(it)

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
