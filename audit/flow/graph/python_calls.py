"""What calls of Python's own say in other words: `dict([("a", x)])` is the dict `{"a": x}`, `namedtuple("Row", "a b")`
a class with these fields.
"""

from __future__ import annotations

from audit.extract.facts import code
from audit.flow.graph.partials import from_entries

_NAMED = "NamedTuple"
_ANY = "object"


def said_otherwise(call: code.Call, name: str) -> code.Expr | None:
    """The dict or class that a call of a function of this name makes; None for any other call."""
    name = name.removeprefix("collections.")
    if name in {"dict", "OrderedDict"}:
        return from_entries(call)
    if name == "map":
        return _over(call)
    return _class(call) if name == "namedtuple" else None


def _over(call: code.Call) -> code.Expr | None:
    """`map(Row, rows)` makes an object of each, as `map(lambda row: Row(row), rows)` does: classes have a capital."""
    made = call.args[0] if len(call.args) > 1 and not call.names else None
    name = made.name if isinstance(made, code.Name) else made.key if isinstance(made, code.Member) else ""
    if made is None or not name[:1].isupper() or made.at == call.at:
        return None
    given = tuple(code.Name(call.at + 1 + number, f"element {number}") for number, _ in enumerate(call.args[1:]))
    inner = code.Return(made.at, code.Call(made.at, made, given, call.end))
    params = tuple(code.Parameter(one.at, one) for one in given)
    each = code.Function(made.at, call.end, "", "lambda", params, (inner,))
    return code.Call(call.at, call.callee, (each, *call.args[1:]), call.end)


def _class(call: code.Call) -> code.Class | None:
    """The class that fields in a text or a list make."""
    given = call.args[1] if len(call.args) > 1 else None
    name = call.args[0].value if call.args and isinstance(call.args[0], code.Literal) else None
    if isinstance(given, code.Literal) and isinstance(given.value, str):
        fields = given.value.replace(",", " ").split()
    else:
        items = given.items if isinstance(given, code.Array) else ()
        texts = [one.value if isinstance(one, code.Literal) else None for one in items]
        fields = [one for one in texts if isinstance(one, str)]
        if len(fields) < len(texts):
            return None
    if not isinstance(name, str) or not fields or given is None:
        return None
    members = tuple(code.Field(given.at + number, one, None, _ANY) for number, one in enumerate(fields))
    return code.Class(call.at, call.end, name, (code.Name(call.at, _NAMED),), (), members)
