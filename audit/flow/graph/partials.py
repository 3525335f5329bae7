"""`functools.partial(f, a, k=v)` as what it makes: a function that calls `f` with `a`, what it is given, and `k=v`;
`f.bind(self, a)` is one that calls `f` with `a` and what it is given.

It takes a few arguments by position, whatever `f` takes. Their names stand at offsets where nothing else does: those of
the callee, which is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from audit.extract.facts import code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.extract.facts.outline import Import

_MOST = 4


def seen_through(imports: Iterable[Import], body: tuple[code.Stmt, ...]) -> tuple[code.Stmt, ...]:
    """The statements with a function in the place of each call of `functools.partial`, under its names in this file."""
    called = frozenset(
        one.local if one.name == "partial" else f"{one.local}.partial"
        for one in imports
        if one.module == "functools" and one.local and one.name in ("partial", "*")
    )
    if not called:
        return body
    seen: tuple[code.Stmt, ...] = _seen(body, called)
    return seen


def constructed(call: code.Call) -> code.Call | None:
    """`Reflect.construct(X, [a, b])` as `new X(a, b)`; None for any other call."""
    callee, args = call.callee, call.args
    reflects = isinstance(callee, code.Member) and callee.key == "construct" and len(args) > 1
    if not reflects or not isinstance(callee, code.Member) or not isinstance(callee.object, code.Name):
        return None
    given = args[1].items if isinstance(args[1], code.Array) else (code.Spread(args[1].at, args[1]),)
    return code.Call(call.at, args[0], given, call.end, new=True) if callee.object.name == "Reflect" else None


def bound(call: code.Call, callee: code.Member) -> code.Function:
    """The function that binding arguments makes. What it is bound to is taken for what its method is read from."""
    rest = code.Name(callee.at, "arguments of bind")
    inner = code.Call(call.at, callee.object, (*call.args[1:], code.Spread(callee.at, rest)), call.end)
    body = (code.Return(call.at, inner),)
    return code.Function(call.at, call.end, "", "arrow", (code.Parameter(callee.at, rest, rest=True),), body)


def _seen(part: Any, called: frozenset[str]) -> Any:
    if isinstance(part, tuple):
        inner = tuple(_seen(one, called) for one in part)
        return part if all(one is other for one, other in zip(inner, part, strict=True)) else inner
    if not isinstance(part, code.Node):
        return part
    fields = {name: getattr(part, name) for name in part.__struct_fields__}
    changed = {name: inner for name, held in fields.items() if (inner := _seen(held, called)) is not held}
    made = replace(part, **changed) if changed else part
    return _function(made) if isinstance(made, code.Call) and _dotted(made.callee) in called else made


def _function(call: code.Call) -> code.Expr:
    plain = call.args[: len(call.args) - len(call.names)]
    if not plain or isinstance(plain[0], code.Spread):
        return call
    held, named = plain[0], call.args[len(plain) :]
    free = range(call.at + 1, min(held.at, call.at + 1 + _MOST))
    own = tuple(code.Name(at, f"argument {number}") for number, at in enumerate(free))
    inner = code.Call(call.at, held, (*plain[1:], *own, *named), call.end, names=call.names)
    params = tuple(code.Parameter(one.at, one, optional=True) for one in own)
    return code.Function(call.at, call.end, "", "lambda", params, (code.Return(call.at, inner),))


def _dotted(callee: code.Expr) -> str:
    if isinstance(callee, code.Name):
        return callee.name
    return f"{_dotted(callee.object)}.{callee.key}" if isinstance(callee, code.Member) else "?"
