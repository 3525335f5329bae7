"""Functions and classes as values, with their own code."""

from __future__ import annotations

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.graph.descriptors import descriptor_of, untyped
from audit.flow.graph.fields import beginning_inside
from audit.flow.graph.model import Function, Op, Place, Seat
from audit.flow.graph.patterns import ELEMENT, Patterns
from audit.flow.graph.records import with_constructor
from audit.flow.graph.scopes import Scope, names_of

_ARGUMENTS = "arguments"
REJECTED = "!"
"""The part of a promise that it is rejected with."""
FIELD = -2
"""Stands for the function whose `this` is the instance that a field's initial value belongs to."""
_HALVES = ("setter", "getter", "deleter")
_OF_FIELDS = ("arrow", "module")


class Functions(Patterns):
    """`make_function` and `make_class` give the node of the value and build what is inside."""

    def block(self, body: tuple[code.Stmt, ...]) -> None:
        raise NotImplementedError

    def this_(self, it: code.This) -> int:
        raise NotImplementedError

    def decorated(self, it: code.Function, made: int, decorating: list[int]) -> int:
        """What stands for a function of Python that is decorated."""
        raise NotImplementedError

    def standing(self, it: code.Function, method: int) -> int:
        """What stands for a method of TypeScript that is decorated."""
        raise NotImplementedError

    def declare_pattern(self, target: code.Pattern | None) -> None:
        """Declare the names of a pattern in this block."""
        for name in names_of(target):
            self.scope.declare(name.name, name.at)

    def make_function(self, it: code.Function, *, member: bool = False) -> int:
        """A function value; `member` for methods of a class."""
        decorating = [self.value(_called_above(one)) for one in it.decorators if self.python]
        outer, it = self.receiver, self._with_arguments(self._without_receiver(it, member=member))
        described = descriptor_of(it)
        it = untyped(it) if described else it
        made = self.node(it)
        self.share(it)
        number = len(self.graph.functions)
        self.graph.made[made] = number
        class_at = self.class_at if member else -1
        shape = Function(
            it.at, it.end, it.name, it.kind, made, (), -1, self.function, class_at, static=it.static, source=it
        )  # fmt: skip
        self.graph.functions.append(shape)
        around = self.descriptor
        self.descriptor = (described, number) if described else around
        self._inside(it, number, member=member)
        self.receiver, self.descriptor = outer, around
        return made if member or not decorating else self.decorated(it, made, decorating)

    def _without_receiver(self, it: code.Function, *, member: bool) -> code.Function:
        """Python: the first parameter of a method is what is `this` elsewhere."""
        if not (self.python and member):
            return it
        first = it.params[0] if it.params else None
        bound = first is not None and first.type in ("Self", "type[Self]") and isinstance(first.target, code.Name)
        self.receiver = first.target.name if bound and first is not None and isinstance(first.target, code.Name) else ""
        return replace(it, params=it.params[1:]) if bound else it

    def _with_arguments(self, it: code.Function) -> code.Function:
        """A function that asks for `arguments` takes any number of them, under that name."""
        names = self.used.get((it.at, it.end), ())
        if _ARGUMENTS not in names or self.python or it.kind == "arrow" or any(one.rest for one in it.params):
            return it
        return replace(it, params=(*it.params, code.Parameter(it.at, code.Name(it.at, _ARGUMENTS), rest=True)))

    def _inside(self, it: code.Function, number: int, *, member: bool) -> None:
        outer = (
            self.function, self.scope, self.versions, self.breaks, self.continues, self.catchers, self.this,
            self.static, self.controls, self.this_of, self.rounds, self.handling, self.labels,
        )  # fmt: skip
        self.function, self.scope, self.versions = number, Scope(self.scope, number), {}
        self.breaks, self.continues, self.catchers, self.controls = [], [], [], []
        self.rounds = self.rounds_of.get(it.at, [])
        self.handling, self.labels = [], {}
        if member:
            self.this, self.static = -1, it.static
        elif it.kind not in ("arrow", "method", "get", "set"):
            self.this = -1
        if member or self.this_of == FIELD or (it.kind not in ("arrow", "lambda") and not self.python):
            self.this_of = number
        nodes = self._parameters(it, number)
        rest = next((i for i, one in enumerate(it.params) if one.rest and not self._is_more(one)), -1)
        self.graph.functions[number] = replace(self.graph.functions[number], parameters=tuple(nodes), rest=rest)
        self.declare(it.body)
        self.block(it.body)
        if self.versions is not None:
            self.choices.partly.add(number)
        (
            self.function,
            self.scope,
            self.versions,
            self.breaks,
            self.continues,
            self.catchers,
            self.this,
            self.static,
            self.controls,
            self.this_of,
            self.rounds,
            self.handling,
            self.labels,
        ) = outer

    def _is_more(self, one: code.Parameter) -> bool:
        """Is it Python's `**more`, which takes no argument by position?"""
        return self.python and isinstance(one.target, code.ObjectPattern)

    def _parameters(self, it: code.Function, number: int) -> list[int]:
        nodes: list[int] = []
        for one in it.params:
            self.declare_pattern(one.target)
        for position, one in enumerate(it.params):
            made = self.node(one)
            self.graph.of_parameter[made] = (number, position)
            nodes.append(made)
            for told in one.decorators if self.python else ():  # `item: Annotated[dict, Depends(load)]`
                self.graph.edge(Op.COPY, self.value(told), made)
            self.give(one.target, self._all_given(one, nodes))
            if one.field and isinstance(one.target, (code.Name, code.Default)):
                for name in names_of(one.target):
                    held = self.graph.named.get(name.at, made)  # with the default value
                    self.graph.keep(held, Place("field", name.name, self.class_at))
                    self.graph.forward(Op.WRITE, held, self.this_(code.This(one.at)), name.name)
        return nodes

    def _all_given(self, last: code.Parameter, nodes: list[int]) -> int:
        """What a parameter takes: `arguments` all that the function is given, also what has names of its own."""
        if len(nodes) == 1 or not (isinstance(last.target, code.Name) and last.target.name == _ARGUMENTS):
            return nodes[-1]
        every = self.node(last)
        for position, one in enumerate(nodes[:-1]):
            self.graph.edge(Op.STORE, one, every, f"[{position}]")
        self.graph.edge(Op.STORE, self.part(last, nodes[-1], ELEMENT), every, ELEMENT)
        return every

    def seat(self, it: code.Call, promise: int) -> None:
        """`new Promise((resolve) => { this.resolve = resolve; })`: it is read from a part of the object that has it."""
        number = self.graph.made.get(self.graph.calls[self.graph.results[promise]].arguments[0]) if it.args else None
        given = self.graph.functions[number].parameters if number is not None else ()
        for position, node in enumerate(given[:2]):
            seat = self._kept_in(node)
            if seat is not None:
                self.graph.seats[promise, position] = seat
                held = self.part(it, self.this_(code.This(it.at)), seat.hidden)
                self.graph.forward(*((Op.STORE, held, promise, REJECTED) if position else (Op.COPY, held, promise)))

    def _kept_in(self, node: int) -> Seat | None:
        """The field of the instance that a parameter is assigned to."""
        stack, seen = [node], {node}
        while stack:
            for edge in self.graph.out[stack.pop()]:
                if edge.op is Op.WRITE and edge.key != ELEMENT and isinstance(self.graph.source[edge.to], code.This):
                    return Seat(edge.key, self.class_at, self.this_of)
                if edge.op is Op.COPY and edge.to not in seen:
                    seen.add(edge.to)
                    stack.append(edge.to)
        return None

    def make_class(self, it: code.Class) -> int:
        """A class value: fields get their initial values, methods are kept under their names."""
        made = self.node(it)
        self.graph.classes[it.at] = it
        self.graph.class_nodes[made] = it.at
        own = ",".join(f"{'' if one.static else '#'}{one.name}" for one in it.members)
        self.graph.decorators[it.at] = tuple(map(self.value, it.decorators))
        for base in it.bases:
            self.graph.forward(Op.REST, self.value(base), made, own)
        outer = (self.class_at, self.this, self.static, self.this_of)
        self.class_at, self.this, self.this_of = it.at, -1, FIELD
        members = with_constructor(it, self.inherits(it)) if self.python else beginning_inside(it)
        for member in members:
            if isinstance(member, code.Function):
                value = self.make_function(member, member=True)
                if (
                    member.kind == "method"
                    and not self.python
                    and any(one.at in self.replaced for one in member.decorators)
                ):
                    value = self.standing(member, value)
                self.graph.forward(Op.STORE, value, made, member_key(member))
                if member.kind in ("get", "set"):
                    self.graph.accessors.add((member.kind, member.name))
                if member.kind in ("method", "function"):
                    self.graph.accessors.add(("method", member.name))
                    self.graph.keep(value, Place("field", member.name, it.at))
                elif member.kind == "get":
                    for given in self.graph.returned.get(self.graph.made[value], ()):
                        self.graph.keep(given, Place("field", member.name, it.at))
            elif member.value is not None:
                self._field(member, it.at, made)
            elif self.python:
                self.graph.keep(self.node(member), Place("field", member.name, it.at))
        self.class_at, self.this, self.static, self.this_of = outer
        return made

    def _field(self, member: code.Field, class_at: int, made: int) -> None:
        assert member.value is not None
        value = member.value
        if isinstance(value, code.Function) and not member.static:
            self.graph.accessors.add(("method", member.name))
        if isinstance(value, code.Function) and not value.name:
            value = replace(value, name=member.name)
        held = self.node(member)
        self.graph.named.setdefault(member.at, held)
        self.graph.edge(Op.COPY, self.value(value), held)
        if not (member.static or isinstance(value, code.Function)):
            self.graph.this_in_fields.setdefault(class_at, []).extend(self._this_since(held))
        self.graph.keep(held, Place("field", member.name, class_at))
        self.graph.forward(Op.STORE, held, made, member_key(member))

    def _this_since(self, first: int) -> list[int]:
        """The nodes behind one at which `this` is the instance that a field belongs to, also in arrows."""
        graph = self.graph
        found = [node for node in range(first, len(graph.at)) if isinstance(graph.source[node], code.This)]
        return [node for node in found if graph.functions[graph.this_at.get(node, 0)].kind in _OF_FIELDS]


def member_key(member: code.Function | code.Field) -> str:
    """The part of a class that holds a member: of the class itself, or ("#") of each of its instances."""
    return member.name if member.static else f"#{member.name}"


def _called_above(decorator: code.Expr) -> code.Expr:
    """What stands above a function of Python is called with it (`@pages.before_request`), but for what makes the other
    halves of a property.
    """
    if isinstance(decorator, code.Member) and decorator.key not in _HALVES:
        return code.Call(decorator.at, decorator, (), decorator.at)
    return decorator
