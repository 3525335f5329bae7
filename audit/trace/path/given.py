"""What an expression is on a way: by what the very calls of the way give, and leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.contexts import Context
from audit.flow.graph import Op
from audit.flow.graph.scopes import names_of
from audit.flow.surrounding import around, holder_of
from audit.trace.path.standing import truth_by

if TYPE_CHECKING:
    from audit.flow.code import FunctionId
    from audit.flow.graph import CallSite, Graph
    from audit.flow.structure import Structures
    from audit.trace.path.ways import Calls

_DEEPEST = 6
_COMPARED = {"===": True, "==": True, "!==": False, "!=": False}
_NOTHING = lowered.Literal(-1, None, "undefined")
"""What a parameter is that a call gives nothing for."""

Known = lowered.Literal | lowered.Object
Placed = tuple[lowered.Expr, Context]
"""An expression, and the run of a function in which it stands."""


class Parameter(NamedTuple):
    """A parameter of the function of a context, or what is read of it: members in order, and what stands for nothing
    (`{ quick = false } = {}`).
    """

    context: Context
    position: int
    steps: tuple[str | lowered.Default, ...] = ()


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
        found = self._known(it, context, calls, deep)
        return found[0] if found is not None else None

    def _known(self, it: lowered.Expr, context: Context, calls: Calls, deep: int) -> tuple[Known, Context] | None:
        """The literal, and where it stands."""
        if isinstance(it, (lowered.Literal, lowered.Object)):
            return it, context
        given: Placed | None = None
        if isinstance(it, lowered.Member) and deep and not _is_written(context.graph, it.key):
            holder = self._known(it.object, context, calls, deep - 1)
            given = _part(*holder, it.key) if holder is not None else None
        elif isinstance(it, lowered.Name) and deep:
            given = self._argument(it, context, calls, deep - 1)
        return self._known(*given, calls, deep - 1) if given is not None else None

    def _argument(self, it: lowered.Name, context: Context, calls: Calls, deep: int = _DEEPEST) -> Placed | None:
        """What a call on the way gives for the parameter that a name is, or is a part of, and where that stands."""
        parameter = self.parameter(it, context)
        called = self._site(parameter, calls) if parameter is not None else None
        if parameter is None or called is None:
            return None
        arguments, there = called
        given: Placed | None = _NOTHING, there
        if parameter.position < len(arguments):
            source = there.graph.source[arguments[parameter.position]]
            given = (source, there) if source is not None else None  # type: ignore[assignment]
        for step in parameter.steps:
            known = self._known(*given, calls, deep) if given is not None else None
            if known is None:
                return None
            if isinstance(step, str):
                given = _part(*known, step)
            elif _is_nothing(known[0]):
                given = step.value, parameter.context
        return given

    def _site(self, parameter: Parameter, calls: Calls) -> tuple[tuple[int, ...], Context] | None:
        """What the call on the way gives for parameters by their position, and where it stands."""
        caller = calls.get(parameter.context)
        if caller is None or caller.argument >= 0:
            return None
        arguments = given_by(caller.context.graph.calls[caller.call], parameter.context)
        return (arguments, caller.context) if arguments is not None else None

    def place(self, node: int, context: Context, calls: Calls) -> tuple[int, Context]:
        """Where what is at a node is given: the argument of the call on the way, for a parameter."""
        for _ in range(_DEEPEST):
            source = context.graph.source[node]
            parameter = self.parameter(source, context) if isinstance(source, lowered.Name) else None
            site = self._site(parameter, calls) if parameter is not None and not parameter.steps else None
            if parameter is None or site is None or parameter.position >= len(site[0]):
                break
            node, context = site[0][parameter.position], site[1]
        return node, context

    def _truth_before(self, it: lowered.Name, context: Context, calls: Calls) -> bool | None:
        """Is what a call gives true, by the tests before the call?"""
        argument = self._argument(it, context, calls)
        if argument is None:
            return None
        given, there = argument
        tests = self._structures.around(there.function).before.get(id(given), ())
        return truth_by(tests, given, there.graph) if tests else None

    def parameter(self, it: lowered.Name, context: Context) -> Parameter | None:
        """What a name is of a function's parameters; None where it is of none, or more may have come to it since."""
        graph = context.graph
        node, steps = self._node(it, context), list[str | lowered.Default]()
        while node >= 0 and node not in graph.of_parameter:
            node = _before(graph, node, steps)
        if node < 0:
            return None
        number, position = graph.of_parameter[node]
        shape = graph.functions[number].source
        holder = holder_of(context, number)
        if shape is None or shape.params[position].rest or holder is None:
            return None
        return Parameter(holder, position, tuple(reversed(steps)))

    def _node(self, it: lowered.Name, context: Context) -> int:
        key = (context.function.file, context.function.unit)
        if key not in self._names:
            self._names[key] = _names(context.graph)
        return self._names[key].get(id(it), -1)

    def names(self, context: Context) -> frozenset[str]:
        """The names that parameters of a function, and of those around it, declare."""
        function, graph = context.function, context.graph
        if function not in self._parameters:
            found: set[str] = set()
            for number in around(graph, function.number):
                shape = graph.functions[number].source if number else None
                targets = (one.target for one in shape.params) if shape is not None else ()
                found.update(one.name for target in targets for one in names_of(target))
            self._parameters[function] = frozenset(found)
        return self._parameters[function]


def given_by(site: CallSite, context: Context) -> tuple[int, ...] | None:
    """The nodes that a call gives the function of a context, by position (`show.call(row, "title")`); None where what
    it says is not by position.
    """
    if any(site.spread) or site.names or site.tag:
        return None
    handed = site.method in ("call", "apply", "bind")
    by_this = handed and site.method == "call" and context.graph.functions[context.function.number].name != "call"
    return site.arguments[1:] if by_this else None if handed else site.arguments


def _are_same(one: Known | None, other: Known | None) -> bool | None:
    """Are two values equal, however one compares them? None where that is not known."""
    if not isinstance(one, lowered.Literal) or not isinstance(other, lowered.Literal):
        return None
    if one.kind or other.kind or type(one.value) is not type(other.value):
        return None  # null and undefined are equal to some comparisons, and so are "1" and 1
    return one.value == other.value


def _before(graph: Graph, node: int, steps: list[str | lowered.Default]) -> int:
    """Where the value at a node comes from, in this function or in one around it; -1 where it is made of anything.

    To `steps` is added what lies between: the member that is read, or what stands there for nothing.
    """
    place = graph.place_of.get(node)
    if place is not None:
        kept = graph.kept.get(place, ()) if place.kind == "name" and place.owner else ()
        return next(iter(kept)) if len(kept) == 1 else -1
    back, source = graph.back[node], graph.source[node]
    if isinstance(source, lowered.Default) and [op for _, op, _ in back] == [Op.COPY, Op.COPY]:
        steps.append(source)
        return back[0][0]
    if len(back) != 1:
        return -1
    before, op, key = back[0]
    if op is Op.LOAD and not key.startswith("[") and not _is_written(graph, key):
        steps.append(key)
    elif op is not Op.COPY:
        return -1
    return before


def _names(graph: Graph) -> dict[int, int]:
    """The nodes of names, by the identity of these."""
    return {id(one): node for node, one in enumerate(graph.source) if isinstance(one, lowered.Name)}


def _part(holder: Known, there: Context, key: str) -> Placed | None:
    """A member of a literal, and where that stands; of nothing there is none."""
    if not isinstance(holder, lowered.Object):
        return (_NOTHING, there) if holder.value is None else None
    if any(not isinstance(one.key, str) for one in holder.properties):
        return None
    values = [one.value for one in holder.properties if one.key == key]
    return values[-1] if values else _NOTHING, there


def _is_nothing(it: Known) -> bool:
    return isinstance(it, lowered.Literal) and it.kind == _NOTHING.kind


def _is_written(graph: Graph, key: str) -> bool:
    """May a member of that name be another one than the object was given with?"""
    return any(name == key for _, name in graph.written)
