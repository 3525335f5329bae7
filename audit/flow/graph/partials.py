"""`functools.partial(f, a, k=v)` as what it makes: a function that calls `f` with `a`, what it is given, and `k=v`;
`f.bind(self, a)` is one that calls `f` with `a` and what it is given. Others are a call or an object.

It takes a few arguments by position, whatever `f` takes. Their names stand at offsets where nothing else does: those of
the callee, which is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from audit.extract.facts import code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audit.extract.facts.outline import Import

_MOST = 4
_PAIR = ("key", "value")


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


def instead(call: code.Call, callee: code.Member) -> code.Expr | None:
    """What a call of JavaScript's own says in other words: `f.bind(x, a)` a function, `Reflect.construct(X, [a, b])`
    the call `new X(a, b)`, `Object.assign({}, a, { b })` the object `{ ...a, b }`, `Object.fromEntries([["a", b]])` the
    object `{ a: b }`, `Reflect.get(o, "a")` the member `o.a`; None for any other call.
    """
    if callee.key == "bind" and len(call.args) > 1:
        return _bound(call, callee)
    of = callee.object.name if isinstance(callee.object, code.Name) else ""
    making = _MADE.get((of, callee.key))
    return making(call) if making is not None and not any(isinstance(one, code.Spread) for one in call.args) else None


def called_at_once(call: code.Call, callee: code.Call) -> code.Call | None:
    """What `f.bind(x, a)(b)` says otherwise: `f.call(x, a, b)`; None for any other call."""
    bind = callee.callee
    if call.new or not (isinstance(bind, code.Member) and bind.key == "bind" and callee.args):
        return None
    return replace(call, callee=replace(bind, key="call"), args=(*callee.args, *call.args))


def _entries(call: code.Call) -> list[tuple[int, code.Expr, code.Expr]]:
    """The pairs that a call is given in a list: where each stands, its key and its value; none where there may be
    others.
    """
    given = call.args[0] if len(call.args) == 1 else None
    pairs = given.items if isinstance(given, code.Array) else ()
    found = [_pair(one) for one in pairs]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else []


def _pair(it: code.Expr) -> tuple[int, code.Expr, code.Expr] | None:
    parts = it.items if isinstance(it, code.Array) else ()
    known = len(parts) == len(_PAIR) and not any(isinstance(one, code.Spread) for one in parts)
    return (it.at, parts[0], parts[1]) if known else None


def _member(call: code.Call) -> code.Member | code.Index | None:
    if len(call.args) < len(_PAIR):
        return None
    held, key = call.args[:2]
    name = _text(key)
    return code.Member(call.at, held, name) if name is not None else code.Index(call.at, held, key)


def _set(call: code.Call) -> code.Assign | None:
    target = _member(call) if len(call.args) > len(_PAIR) else None
    return code.Assign(call.at, target, call.args[2]) if target is not None else None


def _text(it: code.Expr) -> str | None:
    return it.value if isinstance(it, code.Literal) and isinstance(it.value, str) else None


def from_entries(call: code.Call) -> code.Object | None:
    """The object that pairs make whose keys are texts."""
    pairs = _entries(call)
    parts = tuple(code.Property(at, name, value) for at, key, value in pairs if (name := _text(key)) is not None)
    return code.Object(call.at, parts) if parts and len(parts) == len(pairs) else None


def _constructed(call: code.Call) -> code.Call | None:
    if len(call.args) < len(_PAIR):
        return None
    given = (
        call.args[1].items if isinstance(call.args[1], code.Array) else (code.Spread(call.args[1].at, call.args[1]),)
    )
    return code.Call(call.at, call.args[0], given, call.end, new=True)


def _assigned(call: code.Call) -> code.Object | None:
    """What stands later is what counts, as long as nothing else holds the object that is assigned to."""
    args = call.args
    if not args or not isinstance(args[0], code.Object):
        return None
    parts = (one.properties if isinstance(one, code.Object) else (code.Property(one.at, None, one),) for one in args)
    return code.Object(call.at, tuple(part for several in parts for part in several))


_MADE: dict[tuple[str, str], Callable[[code.Call], code.Expr | None]] = {
    ("Reflect", "construct"): _constructed,
    ("Reflect", "get"): _member,
    ("Reflect", "set"): _set,
    ("Object", "assign"): _assigned,
    ("Object", "fromEntries"): from_entries,
}


def _bound(call: code.Call, callee: code.Member) -> code.Function:
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
    free = range(call.at + 1, min(held.at, call.at + 2 + _MOST))
    own = tuple(code.Name(at, f"argument {number}") for number, at in enumerate(free[:-1]))
    more = code.Name(free[-1], "arguments by name")
    given = (*plain[1:], *own, *named, code.Spread(more.at, more))
    inner = code.Call(call.at, held, given, call.end, names=(*call.names, "**"))
    rest = code.Parameter(more.at, code.ObjectPattern(more.at, (), more), rest=True)
    params = (*(code.Parameter(one.at, one, optional=True) for one in own), rest)
    return code.Function(call.at, call.end, "", "lambda", params, (code.Return(call.at, inner),))


def _dotted(callee: code.Expr) -> str:
    if isinstance(callee, code.Name):
        return callee.name
    return f"{_dotted(callee.object)}.{callee.key}" if isinstance(callee, code.Member) else "?"
