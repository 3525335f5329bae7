"""What an expression is on a way: by what the very calls of the way give, and leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.contexts import Context, Inside
from audit.flow.graph import Op
from audit.trace.path.standing import truth_by

if TYPE_CHECKING:
    from audit.flow.code import FunctionId
    from audit.flow.graph import Graph
    from audit.flow.structure import Structures
    from audit.trace.path.ways import Calls

_DEEPEST = 6
_COMPARED = {"===": True, "==": True, "!==": False, "!=": False}
_NOTHING = lowered.Literal(-1, None, "undefined")
"""What a parameter is that a call gives nothing for."""

Known = lowered.Literal | lowered.Object


class Given:
    """Answers about expressions; the names of a function are read off once."""

    def __init__(self, structures: Structures) -> None:
        self._structures = structures
        self._names: dict[tuple[str, int], dict[int, int]] = {}
        self._parameters: dict[FunctionId, frozenset[str]] = {}

    def truth(self, it: lowered.Expr, context: Context, calls: Calls) -> bool | None:
        """Is an expression true? None where it is not known."""
        if isinstance(it, lowered.Unary):
            inner = self.truth(it.value, context, calls) if it.op in ("!", "not") else None
            return None if inner is None else not inner
        if isinstance(it, lowered.Logical) and it.op in ("&&", "||"):
            sides = (self.truth(it.left, context, calls), self.truth(it.right, context, calls))
            settles = it.op == "||"
            return settles if settles in sides else None if None in sides else not settles
        if isinstance(it, lowered.Binary) and it.op in _COMPARED:
            ends = (self.of(one, context, calls) for one in (it.left, it.right))
            same = _are_same(*ends)
            return None if same is None else same == _COMPARED[it.op]
        found = self.of(it, context, calls)
        if found is None:
            return self._truth_before(it, context, calls) if isinstance(it, lowered.Name) else None
        return bool(found.value) if isinstance(found, lowered.Literal) else True

    def of(self, it: lowered.Expr, context: Context, calls: Calls, deep: int = _DEEPEST) -> Known | None:
        """The literal that an expression is on the way; None where it is another, or not known."""
        if isinstance(it, (lowered.Literal, lowered.Object)):
            return it
        if isinstance(it, lowered.Member) and deep:
            return _member(self.of(it.object, context, calls, deep - 1), it.key)
        argument = self._argument(it, context, calls) if isinstance(it, lowered.Name) and deep else None
        return self.of(*argument, calls, deep - 1) if argument is not None else None

    def _argument(self, it: lowered.Name, context: Context, calls: Calls) -> tuple[lowered.Expr, Context] | None:
        """What a call on the way gives for the parameter that a name is, and where that stands."""
        parameter = self.parameter(it, context)
        caller = calls.get(parameter[0]) if parameter is not None else None
        if parameter is None or caller is None or caller.argument >= 0:
            return None
        site = caller.context.graph.calls[caller.call]
        if any(site.spread) or site.names or site.tag or site.method in ("call", "apply", "bind"):
            return None
        if parameter[1] >= len(site.arguments):
            return _NOTHING, caller.context
        source = caller.context.graph.source[site.arguments[parameter[1]]]
        return (source, caller.context) if source is not None else None  # type: ignore[return-value]

    def _truth_before(self, it: lowered.Name, context: Context, calls: Calls) -> bool | None:
        """Is what a call gives true, by the tests before the call?"""
        argument = self._argument(it, context, calls)
        if argument is None:
            return None
        given, there = argument
        tests = self._structures.around(there.function).before.get(id(given), ())
        return truth_by(tests, given, there.graph) if tests else None

    def parameter(self, it: lowered.Name, context: Context) -> tuple[Context, int] | None:
        """The context of the function whose parameter a name is, and its position; one with a default is none."""
        graph = context.graph
        node = self._node(it, context)
        while node >= 0 and node not in graph.of_parameter:
            node = _before(graph, node)
        if node < 0:
            return None
        number, position = graph.of_parameter[node]
        shape = graph.functions[number].source
        plain = shape is not None and isinstance(shape.params[position].target, lowered.Name)
        while context.function.number != number and isinstance(context.entry, Inside):
            context = context.entry.context
        return (context, position) if plain and context.function.number == number else None

    def _node(self, it: lowered.Name, context: Context) -> int:
        key = (context.function.file, context.function.unit)
        if key not in self._names:
            self._names[key] = _names(context.graph)
        return self._names[key].get(id(it), -1)

    def plain(self, context: Context) -> frozenset[str]:
        """The names of parameters of a function and those around it."""
        function, graph = context.function, context.graph
        if function not in self._parameters:
            found: set[str] = set()
            number = function.number
            while number > 0:
                shape = graph.functions[number].source
                targets = (one.target for one in shape.params) if shape is not None else ()
                found.update(one.name for one in targets if isinstance(one, lowered.Name))
                number = graph.functions[number].parent
            self._parameters[function] = frozenset(found)
        return self._parameters[function]


def _are_same(one: Known | None, other: Known | None) -> bool | None:
    """Are two values equal, however one compares them? None where that is not known."""
    if not isinstance(one, lowered.Literal) or not isinstance(other, lowered.Literal):
        return None
    if one.kind or other.kind or type(one.value) is not type(other.value):
        return None  # null and undefined are equal to some comparisons, and so are "1" and 1
    return one.value == other.value


def _before(graph: Graph, node: int) -> int:
    """Where the value at a node comes from, in this function or in one around it; -1 where it is made of anything."""
    place = graph.place_of.get(node)
    if place is not None:
        kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
        return next(iter(kept)) if len(kept) == 1 else -1
    back = graph.back[node]
    return back[0][0] if len(back) == 1 and back[0][1] is Op.COPY else -1


def _names(graph: Graph) -> dict[int, int]:
    """The nodes of names, by the identity of these."""
    return {id(one): node for node, one in enumerate(graph.source) if isinstance(one, lowered.Name)}


def _member(holder: Known | None, key: str) -> Known | None:
    """A member of a literal; of nothing there is none."""
    if isinstance(holder, lowered.Object):
        if any(not isinstance(one.key, str) for one in holder.properties):
            return None
        values = [one.value for one in holder.properties if one.key == key]
        value = values[-1] if values else _NOTHING
        return value if isinstance(value, (lowered.Literal, lowered.Object)) else None
    return _NOTHING if holder is not None and holder.value is None else None
