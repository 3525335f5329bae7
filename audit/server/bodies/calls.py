"""What one call does that no edge shows: it sends, asks a database, logs, or calls what cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from audit.extract.facts.code import Array, Await, Call, Expr, Index, Literal, Member, Name, Object, Parameter
from audit.server.bodies.sends import Send
from audit.server.bodies.sinks import UNKNOWN_KIND
from audit.server.meaning.kept import Kept
from audit.server.meaning.library import argument, is_partial
from audit.server.meaning.model import (
    ClassRef,
    Free,
    Func,
    Gives,
    Instance,
    Method,
    Module,
    Outside,
    Thing,
    Unknown,
    Vals,
    Value,
    Variable,
)
from audit.server.meaning.texts import is_known

if TYPE_CHECKING:
    from audit.rulebook import RequestRow
    from audit.server.bodies.sinks import Sinks
    from audit.server.meaning.scopes import Bound, Scope
    from audit.server.meaning.texts import Texts, Writings
    from audit.server.meaning.values import Values

_VERBS = frozenset(("get", "post", "put", "patch", "delete", "head"))
_SURE = frozenset(("request", "post", "patch"))
_ONLY_SENT = frozenset(("params", "headers", "json", "timeout", "auth", "cookies", "follow_redirects"))


class Found(NamedTuple):
    """`handed`: functions that are given on with the arguments they will get; `kept`: what a called field may hold."""

    sends: tuple[Send, ...] = ()
    kinds: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    handed: tuple[tuple[Func, Call], ...] = ()
    kept: tuple[tuple[Vals, Scope], ...] = ()
    logs: bool = False


class Calls:
    """Questions about calls."""

    def __init__(self, values: Values, writings: Writings, sinks: Sinks) -> None:
        self._values, self._writings, self._sinks = values, writings, sinks
        self._tree = values.tree
        self._kept = Kept(values)

    def judged(self, node: Call, scope: Scope) -> Found:
        """All that is to be said of a call."""
        if isinstance(node.callee, Member):
            held = self._values.of(node.callee.object, scope)
            sends, kinds = self._on_object(held, node, node.callee.key, scope)
            logs = any(self._values.library.logs(one, node.callee.key) for one in held)
        else:
            held, sends, kinds, logs = (), (), (), False
        callee = self._values.of(node.callee, scope)
        for one in callee:
            if isinstance(one, Outside):
                sends = (*sends, *self._sent(self._values.library.request_rows(one), node, one.path, scope))
                named = self._sinks.of_call(f"{one.module}.{one.path}")
                kinds = (*kinds, named) if named else kinds
                logs = logs or self._values.library.logs(one)
        gaps, kept = self._open(node, callee, held, scope)
        return Found(sends, kinds, gaps, self._handed(callee, held, node, scope), kept, logs)

    def is_route(self, decorator: Expr, scope: Scope) -> bool:
        """Whether a decorator makes a function a handler."""
        if not isinstance(decorator, Call) or not isinstance(decorator.callee, Member):
            return False
        return any(map(self._values.library.is_router, self._values.of(decorator.callee.object, scope)))

    def variable(self, node: Member, scope: Scope) -> Variable | None:
        """The module's variable that `module.NAME` means."""
        for held in self._values.of(node.object, scope):
            if isinstance(held, Module):
                return self._values.tree.variable_of(self._values.tree.meaning(held.file, node.key))
        return None

    def _on_object(self, held: Vals, node: Call, key: str, scope: Scope) -> tuple[tuple[Send, ...], tuple[str, ...]]:
        sends: list[Send] = []
        kinds: list[str] = []
        library = self._values.library
        for one in held:
            if isinstance(one, Thing):
                sends.extend(self._sent(library.request_rows(one, key), node, key, scope))
                named = self._sinks.of_call(*(f"{kind.replace('#', '.')}.{key}" for kind in one.kinds))
                kinds.extend([named] if named else [])
            if isinstance(one, Unknown) and key in library.senders():
                sends.extend(self._guessed(node, key, scope))
            if library.runs(one, key) and node.args:
                kinds.extend(self._asked(node, scope))
        return tuple(sends), tuple(kinds)

    def _sent(self, rows: tuple[RequestRow, ...], node: Call, name: str, scope: Scope) -> tuple[Send, ...]:
        for row in rows:
            url = argument(row.url, node)
            urls = self._writings.of(url, scope) if url is not None else ((),)
            return tuple(Send(v, u, node.at) for v in self._verbs(row, node, name, scope) for u in urls)
        return ()

    def _verbs(self, row: RequestRow, node: Call, name: str, scope: Scope) -> Texts:
        if row.verb == "name":
            return ((name.rpartition(".")[2].upper(),),)
        if not row.verb.startswith("arg"):
            return ((row.verb,),)
        given = argument(row.verb, node)
        return self._writings.of(given, scope) if given is not None else ((row.verb_else,),)

    def _guessed(self, node: Call, key: str, scope: Scope) -> tuple[Send, ...]:
        """A request by something without a type: named like one, and given what a request is given."""
        by_name = key in _VERBS
        verbs: Texts = ((key.upper(),),) if by_name else self._writings.of(node.args[0], scope) if node.args else ()
        given = node.args[0 if by_name else 1 :][:1]
        sure = key in _SURE or bool(_ONLY_SENT & set(node.names))
        return tuple(
            Send(v, u, node.at, untyped=True, sure=sure)
            for arg in given
            for v in verbs
            for u in self._writings.of(arg, scope)
        )

    def _asked(self, node: Call, scope: Scope) -> tuple[str, ...]:
        """A statement that no row speaks of, or that cannot be told; the others are seen where they are written."""
        texts = self._writings.of(node.args[0], scope)
        if all(len(one) == 1 and isinstance(one[0], str) and " " not in one[0] for one in texts):
            return ()  # a number or a word: what is asked was said before
        known = [one for one in texts if is_known(one)]
        if known and any(self._sinks.of_text(one) for one in known):
            return ()
        if not known and any(getattr(piece, "func", None) is not None for one in texts for piece in one):
            return ()  # a parameter: what the callers give is seen there
        return (UNKNOWN_KIND,)

    def _handed(self, callee: Vals, held: Vals, node: Call, scope: Scope) -> tuple[tuple[Func, Call], ...]:
        """`partial(send, "GET")`, `to_thread(send, "GET")`: the rest are the function's arguments."""
        key, library = getattr(node.callee, "key", ""), self._values.library
        if not node.args or not any(library.hands_on(one, key) for one in (*callee, *held)):
            return ()
        rest = replace(node, callee=node.args[0], args=node.args[1:])
        first = self._values.of(node.args[0], scope)
        return tuple((one.func, rest) for one in first if isinstance(one, Method) and one.func.node.kind != "lambda")

    def _open(
        self, node: Call, callee: Vals, held: Vals, scope: Scope
    ) -> tuple[tuple[str, ...], tuple[tuple[Vals, Scope], ...]]:
        """What is called where the callee cannot be told: functions that a field was given, or a gap."""
        known = any(isinstance(one, (Method, ClassRef, Outside, Thing, Instance)) for one in callee)
        kept: tuple[tuple[Vals, Scope], ...] = ()
        subscript = isinstance(node.callee, Member) and self._tree.is_subscript(node.callee, scope.file)
        if isinstance(node.callee, Member) and not subscript and not any(isinstance(one, Method) for one in callee):
            for one in held:
                if isinstance(one, Instance):
                    kept = (*kept, *self._kept.given(one.cls, node.callee.key))
                    known = known or bool(kept)
                    if not known and self._is_field(one, node.callee.key):
                        return (f"`{node.callee.key}` holds a function that could not be found",), ()
            return (), kept
        loose = not callee or any(isinstance(one, (Unknown, Free, Gives)) for one in callee)
        if known or not loose:
            return (), kept
        if self.is_given(node.callee, scope) and not self._is_by_name(node.callee, scope):
            return (), kept
        return ("a call of something that could not be resolved",), kept

    def _is_field(self, held: Instance, key: str) -> bool:
        made = self._values.field(held.cls, key)
        return bool(made) and any(isinstance(one, (Unknown, Gives, Free)) for one in made)

    def _is_by_name(self, node: Expr, scope: Scope) -> bool:
        """Whether it is a member of an object of the tree by a name that is not written (`getattr(item, name)`)."""
        held = self._values.of(node.object, scope) if isinstance(node, Index) else ()
        return any(isinstance(one, Instance) for one in held)

    def is_given(self, node: Expr | None, scope: Scope, depth: int = 0) -> bool:
        """Whether a value comes from a parameter, or from a function of the tree: it was named where that was given."""
        if depth > 6:
            return False
        match node:
            case Name(name=name):
                bounds = scope.find(name) or ()
                return bool(bounds) and all(
                    one.kind == "parameter" or _is_filled_here(one) or self.is_given(_expr(one), one.scope, depth + 1)
                    for one in bounds
                )
            case Await(value=value) | Member(object=value) | Index(object=value):
                return self.is_given(value, scope, depth + 1)
            case Call(callee=callee):
                made = self._values.of(callee, scope)
                if node.args and any(map(is_partial, made)):
                    return self.is_given(node.args[0], scope, depth + 1)
                return any(isinstance(one, (Method, ClassRef)) for one in made) or self.is_given(
                    callee, scope, depth + 1
                )
            case Array(items=items) if items:
                return all(self.is_given(one, scope, depth + 1) for one in items)
            case Object(properties=properties) if properties:
                return True
            case _:
                return _is_value(self._values.of(node, scope)) and not isinstance(node, Literal)


def _expr(bound: Bound) -> Expr | None:
    return None if isinstance(bound.node, Parameter) else bound.node


def _is_filled_here(bound: Bound) -> bool:
    """An empty list or dict of a function: what is put into it is named there."""
    empty = isinstance(bound.node, (Array, Object)) and not getattr(bound.node, "items", ())
    return empty and bound.scope.parent is not None and not getattr(bound.node, "properties", ())


def _is_value(vals: tuple[Value, ...]) -> bool:
    return bool(vals) and all(isinstance(one, (Method, ClassRef)) for one in vals)
