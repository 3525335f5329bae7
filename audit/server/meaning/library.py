"""What calls of code outside of the tree give, by the vocabulary; and which of them send, query or log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.code import Array, Call, Expr, Spread
from audit.rulebook import flow_of, places_of
from audit.server.meaning.model import (
    PLAIN,
    UNKNOWN,
    ClassRef,
    Gives,
    Instance,
    Many,
    Method,
    Outside,
    Plain,
    Several,
    Thing,
    Unknown,
    Vals,
    Value,
    union,
)

if TYPE_CHECKING:
    from audit.extract.python.written import Written
    from audit.rulebook import LibraryRow, Place, RequestRow, VocabularyIndex
    from audit.server.meaning.scopes import Scope
    from audit.server.meaning.values import Values

_YIELD = "yield"
_OPAQUE = frozenset(("type", "vars", "globals", "locals", "eval", "exec", "__import__"))


class Library:
    """The vocabulary, asked with values of the server's code."""

    def __init__(self, vocabulary: VocabularyIndex, values: Values) -> None:
        self._vocabulary, self._values = vocabulary, values

    def result(self, callee: Outside, node: Call, scope: Scope) -> Vals:
        """What calling a name from outside gives."""
        module, path = callee.module, callee.path
        if path.rpartition(".")[2] == "cast" and module in ("typing", "typing_extensions") and node.args:
            return self._values.types.value(_written(node.args[0]), scope)
        if is_partial(callee) and node.args:
            return tuple(Gives(self._called(one)) for one in self._values.of(node.args[0], scope)) or (UNKNOWN,)
        rows = self._rows(callee)
        flows = [flow for row in rows for flow in row.flows if flow_of(flow).targets]  # not what is only called
        gives = [row.gives for row in rows if row.gives]
        if flows:
            return self._flown(flows, node, scope)
        if gives or not self._carries(node, scope):
            if not module and not _is_class(path):
                return (PLAIN,) if path not in _OPAQUE else (UNKNOWN,)
            return (Thing(self._values.types.things(module, path)),)
        return (Thing(self._values.types.things(module, path)),) if _is_class(path) else (UNKNOWN,)

    def of_thing(self, held: Thing, node: Call, scope: Scope) -> Vals:
        """What calling a method of an object from outside gives: something of its kind, unless it was given more."""
        return (held,) if not self._carries(node, scope) else (UNKNOWN,)

    def requests(self, callee: Value, method: str = "") -> bool:
        """Whether calling it sends a request: a function, or the method of an object."""
        return bool(self.request_rows(callee, method))

    def request_rows(self, callee: Value, method: str = "") -> tuple[RequestRow, ...]:
        """The rows that say how it sends one."""
        index = self._vocabulary.requests
        if isinstance(callee, Outside):
            rows = index.exported(callee.module, callee.path)
        elif isinstance(callee, Thing):
            rows = tuple(row for kind in callee.kinds for row in index.on(kind, method))
        else:
            rows = ()
        return tuple(dict.fromkeys(row for row in rows if row.kind == "send"))

    def is_router(self, value: Value, method: str = "include_router") -> bool:
        """Whether routes are registered on it by that method."""
        return isinstance(value, Thing) and any(self._vocabulary.routes.on(kind, method) for kind in value.kinds)

    def senders(self) -> frozenset[str]:
        """The methods by which anything is known to send."""
        return frozenset(name for row in self._vocabulary.requests.rows if row.kind == "send" for name in row.method)

    def runs(self, callee: Value, method: str) -> bool:
        """Whether the method takes a statement for a database. Objects of unknown classes are taken at its word."""
        rows = self._vocabulary.queries.methods(method)
        if isinstance(callee, (Thing, Unknown)):
            return any(row.step == "sql" for row in rows)
        return False

    def logs(self, callee: Value, method: str = "") -> bool:
        """Whether what it is given is only written down."""
        index = self._vocabulary.sinks
        if isinstance(callee, Outside):
            rows = (*index.exported(callee.module, callee.path), *index.named(callee.path))
            return any(row.kind == "log" for row in rows)
        if isinstance(callee, Thing):
            return any(row.kind == "log" for kind in callee.kinds for row in index.on(kind, method))
        return False

    def hands_on(self, callee: Value, method: str = "") -> bool:
        """Whether what it is given behind a function are that function's arguments: `partial`, `to_thread`."""
        if isinstance(callee, Outside):
            rows = self._rows(callee)
            return is_partial(callee) or any("(arg0)" in flow for row in rows for flow in row.flows)
        kinds = callee.kinds if isinstance(callee, Thing) else ()
        rows = tuple(row for kind in kinds for row in self._vocabulary.library.on(kind, method))
        return any("(arg0)" in flow for row in rows for flow in row.flows)

    def _rows(self, callee: Outside) -> tuple[LibraryRow, ...]:
        index = self._vocabulary.library
        return (*index.exported(callee.module, callee.path), *(() if callee.module else index.named(callee.path)))

    def _carries(self, node: Call, scope: Scope) -> bool:
        """Whether something of the tree, or something unknown, is among what it is given: it may be in the result."""
        return any(self._leads(one) for arg in node.args for one in self._values.of(arg, scope))

    def _leads(self, value: Value) -> bool:
        match value:
            case Plain() | Thing() | Outside() | Method():
                return False
            case Many(items=items):
                return any(map(self._leads, items))
            case Several(items=many):
                return any(self._leads(one) for items in many for one in items)
            case Gives(result=result):
                return any(map(self._leads, result))
            case _:
                return isinstance(value, (Instance, ClassRef, Unknown))

    def _flown(self, flows: list[str], node: Call, scope: Scope) -> Vals:
        found: list[Vals] = []
        for text in flows:
            flow = flow_of(text)
            targets = [one for one in flow.targets if one.root == "result"]
            for source in flow.sources if targets and not flow.implicit else ():
                made = self._taken(source, node, scope)
                for step in reversed([one for one in targets[0].path if one != "await"]):
                    made = (Several(((PLAIN,), made)),) if step == "[1]" else (Many(made),) if made else ()
                found.append(made)
        if found and not any(found):
            return (UNKNOWN,) if node.args else (Many((UNKNOWN,)),)
        return union(*found) or (PLAIN,)

    def _taken(self, place: Place, node: Call, scope: Scope) -> Vals:
        if place.root == "return":
            made: Vals = ()
            for callee in place.callee:
                for one in self._argument(callee, node, scope):
                    made = union(made, self._called(one))
        else:
            made = self._argument(place, node, scope)
        if _YIELD in place.path:
            return ()  # of a generator what it yields is what it gives here
        for step in place.path:
            made = made if step == "await" else self._values.members.element(made)
        return made

    def _called(self, value: Value) -> Vals:
        if isinstance(value, Method):
            return self._values.results.returned(value.func, value.of, None, value.func.scope)
        if isinstance(value, ClassRef):
            return (Instance(value.cls, value.args),)
        return value.result if isinstance(value, Gives) else (UNKNOWN,)

    def _argument(self, place: Place, node: Call, scope: Scope) -> Vals:
        plain = node.args[: len(node.args) - len(node.names)]
        if place.root == "args":
            return union(*(self._spread(arg, scope) for arg in plain[place.number or 0 :]))
        if place.root == "arg" and place.number is not None:
            if place.number < len(plain):
                return self._values.of(plain[place.number], scope)
            return ()
        if place.root == "arg" and place.name in node.names:
            return self._values.of(node.args[len(plain) + node.names.index(place.name)], scope)
        return ()

    def _spread(self, arg: Expr, scope: Scope) -> Vals:
        made = self._values.of(arg, scope)
        return self._values.members.element(made) if isinstance(arg, Spread) else made


def argument(text: str | None, node: Call) -> Expr | None:
    """The argument that a vocabulary row speaks of: `arg1|arg:url`."""
    plain = node.args[: len(node.args) - len(node.names)]
    for place in places_of(text) if text and text.startswith("arg") else ():
        if place.path:
            continue
        if place.number is not None and place.number < len(plain):
            return plain[place.number]
        if place.name in node.names:
            return node.args[len(plain) + node.names.index(place.name)]
    return None


def is_partial(callee: Value) -> bool:
    """Whether it is `functools.partial`: calling it calls nothing yet."""
    return isinstance(callee, Outside) and callee.module == "functools" and callee.path.startswith("partial")


def _is_class(path: str) -> bool:
    return path.rpartition(".")[2][:1].isupper()


def _written(node: Expr) -> Written:
    from audit.server.meaning.types import alias

    return alias(node.items[0]) if isinstance(node, Array) and node.items else alias(node)
