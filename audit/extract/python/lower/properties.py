"""Properties that are made by a call in a class (`title = property(get_title, set_title)`), as their accessors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from audit.extract.facts.code import Call, Do, Function, Member, Name, Parameter, Return, Stmt
from audit.extract.python.lower.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.extract.python.tree import Tree

_HALVES = (("get", "fget"), ("set", "fset"))
_SELF, _VALUE, _OWN = "self", "value", "Self"
_STEPS = range(1, 8)
"""Offsets in the word `property`, where no other code stands."""


def accessors(tree: Tree, name: str, made: cst.BaseExpression) -> Iterator[Function]:
    """The getter and setter of a property that a call makes; nothing for another value."""
    if not (isinstance(made, cst.Call) and isinstance(made.func, cst.Name) and made.func.value == "property"):
        return
    named = {arg.keyword.value: arg.value for arg in made.args if arg.keyword is not None}
    plain = [arg.value for arg in made.args if arg.keyword is None and not arg.star]
    for number, (kind, word) in enumerate(_HALVES):
        given = plain[number] if number < len(plain) else named.get(word)
        if isinstance(given, cst.Lambda):
            inner = expression(tree, given)
            if isinstance(inner, Function) and inner.params:
                first = replace(inner.params[0], type=_OWN)
                yield replace(inner, name=name, kind=kind, params=(first, *inner.params[1:]))
        elif isinstance(given, cst.Name):
            yield _calling(tree, made, given, name, kind)


def _calling(tree: Tree, made: cst.Call, given: cst.Name, name: str, kind: str) -> Function:
    """The function that calls a method: `def title(self): return self.get_title()`."""
    start, at, end = tree.start(made), tree.start(given), tree.end(given)
    own, value, held, passed, called, *_ = (start + step for step in _STEPS)
    sets = kind == "set"
    own, held = (own, held) if not sets else (start + 6, start + 7)
    args = (Name(passed, _VALUE),) if sets else ()
    call = Call(called, Member(at, Name(held, _SELF), given.value), args, end)
    body: tuple[Stmt, ...] = (Do(called, call),) if sets else (Return(called, call),)
    params = (Parameter(own, Name(own, _SELF), _OWN), *((Parameter(value, Name(value, _VALUE)),) if sets else ()))
    return Function(at, end, name, kind, params, body)
