"""What calls give: what the function's annotation says, with type parameters read off the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Call, Default, Member, Name
from audit.server.meaning.filling import filled, fitted
from audit.server.meaning.model import (
    PLAIN,
    UNKNOWN,
    ClassRef,
    Cls,
    Func,
    Gives,
    Instance,
    Many,
    Method,
    Outside,
    Plain,
    Several,
    Thing,
    Vals,
    Value,
    union,
)

if TYPE_CHECKING:
    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values


class Results:
    """Questions about calls."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def of(self, node: Call, scope: Scope) -> Vals:
        """What a call gives."""
        if isinstance(node.callee, Member):
            held = self._values.of(node.callee.object, scope)
            if held and all(isinstance(one, (Many, Several, Plain)) for one in held):
                return union(*(self._values.members.of_container(one, node.callee.key) for one in held))
            callees = self._values.members.of(held, node.callee.key, scope)
            return union(*(self._called(one, node, scope) for one in callees))
        return union(*(self._called(one, node, scope) for one in self._values.of(node.callee, scope)))

    def returned(self, func: Func, held: Instance | None, node: Call | None, scope: Scope) -> Vals:
        """What a function's annotation says that it gives."""
        if not func.node.returns:
            return self._lambda(func)
        found = self._values.types.of(func.node.returns, self._values.tree.inside(func), func.owner)
        if held is not None:
            found = filled(found, dict(zip(held.cls.parameters, held.args, strict=False)), held)
        given = self._given(func, node, scope) if node is not None else {}
        return filled(found, given, held)

    def _called(self, callee: Value, node: Call, scope: Scope) -> Vals:
        match callee:
            case Method(func=func, of=held):
                return self.returned(func, held, node, scope)
            case ClassRef(cls=cls, args=args):
                return (Instance(cls, args or self._constructed(cls, node, scope)),)
            case Gives(result=result):
                return result
            case Outside():
                return self._values.library.result(callee, node, scope)
            case Thing():
                return self._values.library.of_thing(callee, node, scope)
            case Instance(cls=cls):
                found = self._values.classes.methods(cls, "__call__")
                return union(*(self.returned(one, callee, node, scope) for one in found)) or (UNKNOWN,)
            case Plain():
                return (PLAIN,)
            case _:
                return (UNKNOWN,)

    def _lambda(self, func: Func) -> Vals:
        """A function without an annotation could give anything; of a lambda, the value is all there is."""
        body = func.node.body
        if func.node.kind == "lambda" and len(body) == 1:
            return self._values.of(getattr(body[0], "value", None), self._values.tree.inside(func))
        return (UNKNOWN,)

    def _given(self, func: Func, node: Call, scope: Scope) -> dict[str, Vals]:
        """What type parameters stand for in one call, read off its arguments."""
        found: dict[str, Vals] = {}
        params = func.node.params[1:] if func.owner is not None and not func.node.static else func.node.params
        plain = len(node.args) - len(node.names)
        for position, param in enumerate(params):
            target = param.target.target if isinstance(param.target, Default) else param.target
            name = target.name if isinstance(target, Name) else ""
            at = plain + node.names.index(name) if name in node.names else position
            if param.type and at < len(node.args) and (name in node.names or at < plain):
                wanted = self._values.types.of(param.type, self._values.tree.inside(func), func.owner)
                fitted(wanted, self._as_given(self._values.of(node.args[at], scope)), found)
        return found

    def _as_given(self, vals: Vals) -> Vals:
        """Functions as what they give, so that they can be compared with `Callable[..., T]`."""
        return tuple(
            Gives(self.returned(one.func, one.of, None, one.func.scope)) if isinstance(one, Method) else one
            for one in vals
        )

    def _constructed(self, cls: Cls, node: Call, scope: Scope) -> tuple[Vals, ...]:
        found: dict[str, Vals] = {}
        for func in self._values.classes.methods(cls, "__init__")[:1] if cls.parameters else ():
            found = self._given(func, node, scope)
        return tuple(found.get(name, (UNKNOWN,)) for name in cls.parameters)
