"""Which names a module, a function or an expression binds, and to what: unresolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit.extract.facts.code import (
    ArrayPattern,
    Assign,
    Block,
    Class,
    Comprehension,
    Declare,
    Default,
    Do,
    Expr,
    Function,
    If,
    Loop,
    Name,
    Node,
    ObjectPattern,
    Parameter,
    Pattern,
    Stmt,
    Switch,
    Try,
)  # fmt: skip

_KINDS = {"import": "import", "type": "alias", "function": "function", "class": "class", "global": "", "nonlocal": ""}
ENTER, ELEMENT = "<enter>", "[*]"


class Bound(NamedTuple):
    """One way in which a name comes to its value, to be evaluated in `scope`.

    `kind`: value, function, class, import, alias, parameter. `path` is what is read from the value first: positions,
    `[*]` for an element, `<enter>` for what a context manager gives.
    """

    kind: str
    scope: Scope
    node: Expr | Function | Class | Parameter | None
    type: str = ""
    path: tuple[str | int, ...] = ()
    at: int = -1
    name: str = ""


class Scope:
    """Names of one module, function, class body or expression; `parent` is where the others are looked for."""

    def __init__(self, file: str, parent: Scope | None, owner: object = None, prefix: str = "") -> None:
        self.file, self.parent, self.owner, self.prefix = file, parent, owner, prefix
        self.names: dict[str, list[Bound]] = {}
        self.outer: set[str] = set()

    def find(self, name: str) -> tuple[Bound, ...] | None:
        """What the nearest scope that binds the name says; None where none does."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names and name not in scope.outer:
                return tuple(scope.names[name])
            scope = scope.parent
        return None

    def module(self) -> Scope:
        """The scope of the file."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def bind(self, name: str, bound: Bound) -> None:
        """One more way in which the name comes to its value."""
        home = self.module() if name in self.outer else self
        home.names.setdefault(name, []).append(bound._replace(name=name))

    def fill(self, body: Iterable[Stmt]) -> None:
        """Bind what statements bind, in the order in which they stand."""
        statements = tuple(body)
        self.outer.update(_globals(statements))
        for one in statements:
            self._statement(one)

    def take(self, params: Iterable[Parameter]) -> None:
        """Bind parameters; what `**more` takes is not known."""
        for one in params:
            target = one.target.target if isinstance(one.target, Default) else one.target
            if isinstance(target, Name):
                self.bind(target.name, Bound("parameter", self, one, one.type, at=one.at))
            elif isinstance(target, ObjectPattern) and isinstance(target.rest, Name):
                self.bind(target.rest.name, Bound("parameter", self, one, "dict", at=one.at))

    def pattern(self, target: Pattern | None, value: Expr, path: tuple[str | int, ...] = ()) -> None:
        """Bind the names of a pattern to parts of a value."""
        match target:
            case Name(name=name):
                self.bind(name, Bound("value", self, value, path=path, at=target.at))
            case ArrayPattern(items=items, rest=rest):
                for position, item in enumerate(items):
                    self.pattern(item, value, (*path, position))
                self.pattern(rest, value, path)
            case ObjectPattern(entries=entries):
                for _, item in entries:
                    self.pattern(item, value, (*path, ELEMENT))
            case Default(target=inner):
                self.pattern(inner, value, path)
            case _:
                pass

    def comprehension(self, node: Comprehension) -> Scope:
        """The scope of a comprehension's element and tests."""
        inner = Scope(self.file, self, self.owner, self.prefix)
        for target, over in node.loops:
            inner.pattern(target, over, (ELEMENT,))
        return inner

    def _declare(self, node: Declare) -> None:
        kind = _KINDS.get(node.kind, "value")
        if isinstance(node.target, Name) and kind:
            self.bind(node.target.name, Bound(kind, self, node.value, node.type, at=node.at))
            self._inside(node.value)

    def _statement(self, node: Stmt) -> None:
        match node:
            case Declare():
                self._declare(node)
            case Do(value=value):
                self._inside(value)
            case If(test=test, then=then, other=other):
                self._inside(test)
                self._body((*then, *other))
            case Loop(target=target, over=over, body=body, first=first):
                if over is not None and target is not None:
                    self.pattern(target, over, (ELEMENT,))
                self._inside(over)
                self._body((*first, *body))
            case Try(body=body, handler=handler, final=final):
                self._body((*body, *(handler or ()), *final))
            case Switch(subject=subject, cases=cases):
                self._inside(subject)
                self._body([inner for one in cases for inner in one.body])
            case Block():
                self._block(node)
            case _:
                self._inside(getattr(node, "value", None))

    def _body(self, body: Iterable[Stmt]) -> None:
        for one in body:
            self._statement(one)

    def _block(self, node: Block) -> None:
        """The items of a `with` give their names what entering gives."""
        for one in node.body[: node.enters]:
            value = one.value if isinstance(one, Do) else None
            if isinstance(value, Assign):
                self.pattern(value.target, value.value, (ENTER,))
                self._inside(value.value)
        self._body(node.body[node.enters :])

    def _inside(self, node: Expr | None) -> None:
        """Assignments, wherever they stand in an expression."""
        for one in walked(node):
            if isinstance(one, Assign) and (one.op == "=" or isinstance(one.target, Name)):
                self.pattern(one.target, one.value)


def walked(node: object) -> Iterator[Node]:
    """A node and all that stands in it, without the bodies of functions and comprehensions' own targets."""
    stack: list[object] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, tuple):
            stack.extend(reversed(one))
        elif isinstance(one, Node):
            yield one
            if not isinstance(one, (Function, Class)):
                stack.extend(reversed([getattr(one, name) for name in one.__struct_fields__[1:]]))


def statements(body: Iterable[Stmt]) -> Iterator[Stmt]:
    """Every statement, those in branches included, functions' bodies not."""
    stack: list[Stmt] = list(reversed(tuple(body)))
    while stack:
        one = stack.pop()
        yield one
        stack.extend(reversed(branches(one)))


def branches(node: Stmt) -> tuple[Stmt, ...]:
    """The statements that stand in a statement."""
    match node:
        case If(then=then, other=other):
            return (*then, *other)
        case Loop(first=first, body=block):
            return (*first, *block)
        case Try(body=block, handler=handler, final=final):
            return (*block, *(handler or ()), *final)
        case Switch(cases=cases):
            return tuple(made for case in cases for made in case.body)
        case Block(body=block):
            return block
        case _:
            return ()


def _globals(body: tuple[Stmt, ...]) -> Iterator[str]:
    for one in statements(body):
        if isinstance(one, Declare) and one.kind == "global" and isinstance(one.target, Name):
            yield one.target.name
