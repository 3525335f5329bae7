"""Dependencies: what FastAPI calls to fill in the parameters of a handler, and of what it calls for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Call, Default, Expr, Object, Parameter
from audit.extract.facts.outline import ANNOTATED
from audit.server.meaning.model import ClassRef, Func, Instance, Outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values

_WORDS = frozenset(("Depends", "Security"))


def dependencies(func: Func, values: Values) -> Iterator[tuple[Expr | ClassRef | None, int, Scope]]:
    """What each parameter depends on, where it says so; with the scope in which that is written."""
    for param in func.node.params:
        default = param.target.value if isinstance(param.target, Default) else None
        written = [(one, func.scope) for one in (default, *param.decorators) if one is not None]
        for one, scope in (*written, *_aliased(param, func.scope, values)):
            if isinstance(one, Call) and is_injection(one, scope, values):
                yield _depended(one, param, func, values), param.at, scope


def named(calls: tuple[Expr, ...], scope: Scope, values: Values) -> Iterator[Expr]:
    """What stands in `dependencies=[Depends(check)]`."""
    for one in calls:
        if isinstance(one, Call) and is_injection(one, scope, values) and one.args:
            yield one.args[0]


def is_injection(node: Call, scope: Scope, values: Values) -> bool:
    """Whether a call is `Depends(…)`."""
    return any(
        isinstance(one, Outside) and one.path in _WORDS and one.module.split(".")[0] == "fastapi"
        for one in values.of(node.callee, scope)
    )


def _depended(node: Call, param: Parameter, func: Func, values: Values) -> Expr | ClassRef | None:
    """`Depends(connect)`; `Depends()` means the parameter's own class."""
    plain = node.args[: len(node.args) - len(node.names)]
    if plain:
        return plain[0]
    if "dependency" in node.names:
        return node.args[len(plain) + node.names.index("dependency")]
    held = values.types.of(param.type, func.scope)
    return next((ClassRef(one.cls, one.args) for one in held if isinstance(one, Instance)), None)


def _aliased(param: Parameter, scope: Scope, values: Values) -> Iterator[tuple[Expr, Scope]]:
    """What `Annotated` adds, where the annotation is a name for it."""
    if not param.type.replace(".", "").isidentifier():
        return
    root, *steps = param.type.split(".")
    found = scope.find(root) or values.tree.meaning(scope.file, root)
    for step in ("", *steps):
        if step and not isinstance(found, tuple) and found is not None and hasattr(found, "file"):
            found = values.tree.meaning(found.file, step)
        if isinstance(found, tuple) and found and all(one.kind == "import" for one in found):
            found = values.tree.imported(found[0])
    for one in found if isinstance(found, tuple) else ():
        parts = one.node.properties if isinstance(one.node, Object) else ()
        yield from ((part.value, one.scope) for part in parts if part.key == ANNOTATED)
