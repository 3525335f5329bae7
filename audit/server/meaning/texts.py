"""Texts that expressions make, with holes where something else stands: SQL, paths of requests, prefixes of routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts.code import (
    Await,
    Binary,
    Call,
    Cond,
    Default,
    Expr,
    Literal,
    Logical,
    Member,
    Name,
    Parameter,
    Return,
    Spread,
    Template,
)  # fmt: skip
from audit.server.meaning.model import ClassRef, Func, Instance, Method, Module, Outside
from audit.server.meaning.scopes import statements

if TYPE_CHECKING:
    from audit.server.meaning.scopes import Bound, Scope
    from audit.server.meaning.values import Values

_MOST, _DEEPEST = 12, 12
_SAME = frozenset(("strip", "lstrip", "rstrip", "lower", "upper", "removesuffix", "removeprefix", "encode", "replace"))


class Hole(NamedTuple):
    """A place in a text where a parameter stands; without a function, anything."""

    func: Func | None = None
    name: str = ""


ANY = Hole()
Text = tuple[str | Hole, ...]
Texts = tuple[Text, ...]


class Writings:
    """What texts an expression may be, as far as it is made of constants and parameters."""

    def __init__(self, values: Values) -> None:
        self._values, self._tree = values, values.tree
        self._running: set[object] = set()

    def of(self, node: Expr | None, scope: Scope, depth: int = 0) -> Texts:
        """Its texts; a hole where one cannot be told."""
        if depth > _DEEPEST:
            return ((ANY,),)
        made = self._made(node, scope, depth + 1)
        return tuple(dict.fromkeys(made))[:_MOST] or ((ANY,),)

    def _made(self, node: Expr | None, scope: Scope, depth: int) -> Texts:
        match node:
            case Literal(value=str(text)):
                return ((text,),)
            case Literal(value=int() | float() as number) if not isinstance(number, bool):
                return ((str(number),),)
            case Template(parts=parts, values=values):
                return self._woven(parts, tuple(self.of(one, scope, depth) for one in values))
            case Binary(op="+", left=left, right=right):
                return self._woven(("", "", ""), (self.of(left, scope, depth), self.of(right, scope, depth)))
            case Await(value=value):
                return self.of(value, scope, depth)
            case Cond(then=then, other=other) | Logical(left=then, right=other):
                return (*self.of(then, scope, depth), *self.of(other, scope, depth))
            case Name(name=name):
                return self._named(name, scope, depth)
            case Member():
                return self._member(node, scope, depth)
            case Call():
                return self._called(node, scope, depth)
            case _:
                return ()

    def _woven(self, parts: tuple[str, ...], holes: tuple[Texts, ...]) -> Texts:
        found: list[Text] = [(parts[0],)]
        for part, many in zip(parts[1:], holes, strict=True):
            found = [joined((*before, *one, part)) for before in found for one in many][:_MOST]
        return tuple(found)

    def _named(self, name: str, scope: Scope, depth: int) -> Texts:
        bounds = scope.find(name)
        if bounds is None or all(one.kind == "import" for one in bounds):
            found = self._tree.meaning(scope.file, name) if bounds is None else self._tree.imported(bounds[0])
            bounds = found if isinstance(found, tuple) else ()
        return tuple(text for one in bounds for text in self._bound(name, one, depth))

    def _bound(self, name: str, bound: Bound, depth: int) -> Texts:
        if isinstance(bound.node, Parameter):
            func = self._tree.around(bound.scope)
            return ((Hole(func, name),),) if func is not None else ()
        key = (bound.scope, name, bound.at)
        if bound.path or key in self._running:
            return ()
        self._running.add(key)
        try:
            return self.of(bound.node, bound.scope, depth) if bound.kind == "value" else ()
        finally:
            self._running.discard(key)

    def _member(self, node: Member, scope: Scope, depth: int) -> Texts:
        found: list[Text] = []
        for held in self._values.of(node.object, scope):
            if isinstance(held, (Instance, ClassRef)):
                places = self._values.classes.fields(held.cls, node.key)
                found.extend(text for one in places if one.value for text in self.of(one.value, one.scope, depth))
            elif isinstance(held, Module):
                meaning = self._tree.meaning(held.file, node.key)
                for one in meaning if isinstance(meaning, tuple) else ():
                    found.extend(self._bound(node.key, one, depth))
        return tuple(found)

    def _called(self, node: Call, scope: Scope, depth: int) -> Texts:
        """A method of a text, a function that writes one, or something outside that is given one."""
        callee = node.callee
        if isinstance(callee, Member) and callee.key in ("format", "join", *_SAME):
            made = self.of(callee.object, scope, depth)
            return (
                tuple(_formatted(one) for one in made)
                if callee.key == "format"
                else made
                if callee.key in _SAME
                else ()
            )
        found: list[Text] = []
        for value in self._values.of(callee, scope):
            if isinstance(value, Method):
                found.extend(self._returned(value, node, scope, depth))
            elif isinstance(value, Outside) and node.args:
                found.extend(self.of(node.args[0], scope, depth))
        return tuple(found)

    def _returned(self, callee: Method, node: Call, scope: Scope, depth: int) -> Texts:
        inner = self._tree.inside(callee.func)
        given = arguments(callee.func, node)
        found: list[Text] = []
        for one in statements(callee.func.node.body):
            if isinstance(one, Return) and one.value is not None:
                for text in self.of(one.value, inner, depth):
                    found.extend(self.filled(text, callee.func, given, scope, depth))
        return tuple(found)

    def filled(self, text: Text, func: Func, given: dict[str, Expr], scope: Scope, depth: int = 0) -> Texts:
        """A text with the parameters of a function replaced by what a call in `scope` gives them."""
        found: list[Text] = [()]
        for piece in text:
            if isinstance(piece, Hole) and piece.func is func and piece.name in given:
                many = self.of(given[piece.name], scope, depth + 1)
            elif isinstance(piece, Hole) and piece.func is func:
                many = self._default(func, piece.name, depth)
            else:
                many = ((piece,),)
            found = [(*before, *one) for before in found for one in many][:_MOST]
        return tuple(joined(one) for one in found)

    def _default(self, func: Func, name: str, depth: int) -> Texts:
        for one in func.node.params:
            target = one.target
            if isinstance(target, Default) and isinstance(target.target, Name) and target.target.name == name:
                return self.of(target.value, func.scope, depth + 1)
        return ((ANY,),)


def arguments(func: Func, node: Call) -> dict[str, Expr]:
    """What each parameter is given by a call; those that are not given by themselves are left out."""
    params = list(func.node.params)
    if func.owner is not None and not func.node.static:
        params = params[1:]
    plain = len(node.args) - len(node.names)
    spread = next((i for i, one in enumerate(node.args[:plain]) if isinstance(one, Spread)), plain)
    found: dict[str, Expr] = {}
    for position, param in enumerate(params):
        target = param.target.target if isinstance(param.target, Default) else param.target
        if isinstance(target, Name) and not param.rest:
            if target.name in node.names:
                found[target.name] = node.args[plain + node.names.index(target.name)]
            elif position < spread:
                found[target.name] = node.args[position]
    return found


def joined(text: Text) -> Text:
    """Neighbouring pieces of text as one."""
    made: list[str | Hole] = []
    for piece in text:
        if isinstance(piece, str) and made and isinstance(made[-1], str):
            made[-1] += piece
        elif piece != "":
            made.append(piece)
    return tuple(made) or ("",)


def shown(text: Text) -> str:
    """The text with `{}` for its holes."""
    return "".join(piece if isinstance(piece, str) else "{}" for piece in text)


def is_known(text: Text) -> bool:
    """Whether anything of it is known."""
    return any(isinstance(piece, str) and piece for piece in text)


def _formatted(text: Text) -> Text:
    import re

    made: list[str | Hole] = []
    for piece in text:
        if isinstance(piece, str):
            for number, part in enumerate(re.split(r"\{[^{}]*\}", piece)):
                made.extend((ANY, part) if number else (part,))
        else:
            made.append(piece)
    return joined(tuple(made))
