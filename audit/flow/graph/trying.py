"""What is thrown and caught."""

from __future__ import annotations

from typing import Any

from audit.extract.facts import code
from audit.flow.graph.functions import Functions
from audit.flow.graph.model import LEFT, Op
from audit.flow.graph.scopes import names_of


class Trying(Functions):
    """`try`, `throw`, and what a handler has caught."""

    def inner(self, body: tuple[code.Stmt, ...]) -> None:
        """A block with names of its own."""
        raise NotImplementedError

    def throw(self, it: code.Throw) -> None:
        """Without a value, in Python, it is what was caught that is thrown on."""
        value = self.value(it.value) if it.value is not None else self._caught(it)
        if value >= 0:
            if self.catchers:
                self.graph.edge(Op.COPY, value, self.catchers[-1])
            else:
                self.graph.edge(Op.THROW, value, self.function)
                self.choices.ending.update(self.controls)
        self.versions = None

    def _caught(self, it: code.Throw) -> int:
        """A node for what the handler around this point has caught; -1 where there is none."""
        if not self.handling:
            return -1
        made = self.node(it)
        self.graph.edge(Op.COPY, self.handling[-1], made)
        return made

    def try_(self, it: code.Try) -> None:
        """A `finally` that leaves by itself takes the place of what was returned or thrown before it. A handler that
        only throws on what it has caught is none.
        """
        before, undone, handled = self.fork(), self.undone, it.handler is not None and not _throws_on(it)
        overrides = _leaves(it.final)
        if overrides:
            self.undone = self.function
            self.catchers.append(self.graph.node(it.at, self.function, it))
        named = next(names_of(it.caught), None)
        caught = self.graph.node(it.at if named is None else named.at, self.function, it)
        if handled:
            self.catchers.append(caught)
        first, around = len(self.graph.calls), len(self.controls)
        self.inner(it.body)
        if handled:
            self.catchers.pop()
            for site in self.graph.calls[first:]:
                if site.function == self.function:
                    self.graph.edge(Op.DECIDE, site.result, caught, LEFT if self._is_left(site.result) else "")
        after = self.versions
        if handled:
            self._handle(it, caught, self.merge(before, self._everything(before, it.body)))
            if self.versions is not None:  # what was thrown is caught, and the code goes on
                self.controls[around:] = [one for one in self.controls[around:] if one not in self.throwing]
        self.versions = self.merge(after, self.versions if handled else None)
        if overrides:
            self.undone = undone
            self.catchers.pop()
        if it.final:
            ended = self.versions is None
            if ended:
                self.versions = before
            self.inner(it.final)
            if ended:
                self.versions = None

    def _is_left(self, node: int) -> bool:
        """Does nobody here use or await what a call gives: `f()`, `waitUntil(f())`, `const made = f(); void made`?"""
        graph, seen, stack = self.graph, {node}, [node]
        while stack:
            for edge in graph.out[stack.pop()]:
                copied = edge.op is Op.COPY and not isinstance(graph.source[edge.to], code.Await)
                if not copied and not (edge.op is Op.ARGUMENT and not graph.out[graph.calls[edge.to].result]):
                    return False
                if copied and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        return True

    def _handle(self, it: code.Try, caught: int, versions: Any) -> None:
        self.versions = versions
        assert it.handler is not None
        with self.nested(it.handler):
            self.declare_pattern(it.caught)
            self.give(it.caught, caught)
            self.controls.append(caught)
            self.handling.append(self._as_named(it.caught, caught))
            self.block(it.handler)
            self.handling.pop()
            self.controls.remove(caught)

    def _as_named(self, pattern: code.Pattern | None, caught: int) -> int:
        """The node at which a handler has what it caught: that of the name which it has just given it."""
        binding = self.scope.find(pattern.name) if isinstance(pattern, code.Name) else None
        return (*((self.versions or {}).get(binding, ()) if binding is not None else ()), caught)[0]

    def _everything(self, before: Any, body: tuple[code.Stmt, ...]) -> Any:
        """Whatever the body assigned may be there when an exception is caught."""
        if before is None:
            return None
        found = dict(before)
        for binding in self.assigned(body):
            nodes = self.all_writes(binding)
            found[binding] = tuple(dict.fromkeys((*found.get(binding, ()), *nodes)))
        return found


def _throws_on(it: code.Try) -> bool:
    """Does a handler do nothing but throw on what it has caught?"""
    only = it.handler[0] if it.handler is not None and len(it.handler) == 1 else None
    if not isinstance(only, code.Throw):
        return False
    same = isinstance(only.value, code.Name) and isinstance(it.caught, code.Name) and only.value.name == it.caught.name
    return only.value is None or same


def _leaves(body: tuple[code.Stmt, ...]) -> bool:
    """Does a block always end by leaving it?"""
    last = body[-1] if body else None
    if isinstance(last, code.If):
        return _leaves(last.then) and _leaves(last.other)
    if isinstance(last, code.Block):
        return _leaves(last.body)
    return isinstance(last, (code.Return, code.Throw, code.Jump))
