"""Nodes, edges, calls and functions of a graph. Nodes are integers; what is known of one stands in parallel lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from audit.flow.graph.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audit.extract.facts import code


class Op(int):
    """What happens to a value on an edge. No enumeration: of these the members are dear to look up in Python 3.11."""

    __slots__ = ()

    COPY: ClassVar[Op]  # it is the same value there; with a `key` a list in which elements stand elsewhere
    LOAD: ClassVar[Op]  # its part `key` is there
    STORE: ClassVar[Op]  # it becomes the part `key` of what is there
    DECIDE: ClassVar[Op]  # it only decides what is there
    WRITE: ClassVar[Op]  # it is written into the object at the node, as its part `key`
    ARGUMENT: ClassVar[Op]  # it is argument `key` of a call (the target is the number of the call)
    RECEIVER: ClassVar[Op]  # it is what the call's method is read from
    CALLEE: ClassVar[Op]  # it is called
    RETURN: ClassVar[Op]  # it is returned by a function (the target is the function's number)
    THROW: ClassVar[Op]  # it is thrown in a function
    KEEP: ClassVar[Op]  # it is put into a place that outlives the function (the target is the number of the place)
    BUILD: ClassVar[Op]  # it becomes part of a text or number that is there
    REST: ClassVar[Op]  # it is the same value there, without the parts `key` ("a,b", "[1]"; "[2": the first two items)


LEFT = "left"
"""The key of a decision by a call in a `try` whose promise nobody waits for there."""
COUNT = "length"
"""The key of a decision by how many there are: what holds them all has it, a part of them does not."""

ENTERED = "[entered]"
"""The key under which `with` reads what something gives that is entered."""
LACKING = "\\"
"""Begins what stands for any member but some: `\\title,year`. So does the key of a decision that leaves these as they
are.
"""

for _number, _op in enumerate(Op.__annotations__):
    setattr(Op, _op, Op(_number))


class Edge(Struct, frozen=True, order=True, gc=False):
    """`key` is a member's name, "[*]" for elements, or the position of an argument as text."""

    op: Op
    to: int
    key: str = ""


class Place(Struct, frozen=True, order=True):
    """Where values wait for other functions: a name of the module or of a surrounding function, or a field.

    `kind` "name": `at` is the offset of the declaration, -1 for a name that this file does not declare here;
    `kind` "field": `at` is the start of the class, `name` the field (static fields too). `owner` is the function that
    declares a name, 0 for names of the module.
    """

    kind: str
    name: str
    at: int
    owner: int = 0


class CallSite(Struct, frozen=True, order=True):
    """A call. Nodes: its result, its callee, the receiver of a method call (-1: none), its arguments in order."""

    at: int
    end: int
    result: int
    callee: int
    receiver: int
    method: str
    arguments: tuple[int, ...]
    spread: tuple[bool, ...]
    names: tuple[str, ...]
    function: int
    new: bool
    tag: bool
    expression: code.Call | code.Template

    def argument(self, position: int) -> int:
        """The node of the argument at a position; -1 where there is none, or a list before it that is spread may hold
        it.
        """
        known = 0 <= position < len(self.arguments) and not any(self.spread[: position + 1])
        return self.arguments[position] if known else -1

    def name(self, slot: int) -> str:
        """The name by which an argument is given (Python), `**` for `**more`; "" where it has none."""
        first = len(self.arguments) - len(self.names)
        return self.names[slot - first] if slot >= first and self.names else ""


class Function(Struct, frozen=True, order=True):
    """A function of the graph; number 0 is the statement itself. `node` is where the function is as a value.

    `parameters` are nodes, `class_at` the start of the class whose member it is (-1: none), `parent` the number of
    the surrounding function.
    """

    at: int
    end: int
    name: str
    kind: str
    node: int
    parameters: tuple[int, ...]
    rest: int
    parent: int
    class_at: int
    static: bool
    source: code.Function | None

    def is_of_class(self) -> bool:
        """Is its `this` the class itself: is it static, or one of Python's class methods?"""
        return self.static or any(
            _named(one) == "classmethod" for one in (self.source.decorators if self.source else ())
        )


class Seat(Struct, frozen=True, order=True):
    """The field in which an object keeps what settles a promise: each instance has one of its own.

    `made` is the function whose `this` it is, or what stands for the initial value of a field.
    """

    field: str
    class_at: int
    made: int

    @property
    def hidden(self) -> str:
        """The part of the object that the promise is read from."""
        return f"!{self.field}"


def _named(written: code.Node) -> str:
    return getattr(written, "name", "")


_out: Rows[Edge] = Rows()
_back: Rows[tuple[int, Op, str]] = Rows()


class Graph:
    """The graph of one top-level statement of a file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.python = file.endswith(".py")
        self.at: list[int] = []
        self.function: list[int] = []
        self._out: list[list[Edge]] = []
        self._back: list[list[tuple[int, Op, str]]] = []
        self.out: Sequence[Sequence[Edge]] = self._out
        self.back: Sequence[Sequence[tuple[int, Op, str]]] = self._back
        self.source: list[code.Node | None] = []
        self.calls: list[CallSite] = []
        self.functions: list[Function] = []
        self.places: list[Place] = []
        self.reads: dict[Place, list[int]] = {}
        self.kept: dict[Place, list[int]] = {}
        self.written: dict[tuple[int, str], list[int]] = {}  # object and member → values
        self.place_of: dict[int, Place] = {}
        self.named: dict[int, int] = {}  # offset of a name or member → its node
        self.called: dict[int, int] = {}  # offset of the last name of a callee → the call
        self.made: dict[int, int] = {}  # node → the function that is created there
        self.classes: dict[int, code.Class] = {}
        self.class_nodes: dict[int, int] = {}  # node → start of the class that is created there
        self.above: dict[int, tuple[code.Expr, ...]] = {}
        """Node of a function of Python that others of the tree decorate, and of what each of these gives → the
        decorators from outside right above it.
        """
        self.standing: dict[int, int] = {}
        """Node of what a decorator puts in the place of a method → the function that this was."""
        self.unsure: set[int] = set()  # methods of which unknown decorators may make something else
        self.decorators: dict[int, tuple[int, ...]] = {}  # start of a class → nodes of what decorates it
        self.returned: dict[int, list[int]] = {}  # function → nodes it returns
        self.yields: dict[int, list[int]] = {}  # generator → what its `yield`s give
        self.entered: dict[int, int] = {}  # node of what `with` gives → node of what is entered
        self.keys: dict[int, int] = {}  # node of `object[key]` → node of the key
        self.once: set[int] = set()  # calls that put one thing into a list, however much that is
        self.results: dict[int, int] = {}  # node of a result → its call
        self.of_parameter: dict[int, tuple[int, int]] = {}  # node → (function, position)
        self.literals: dict[int, int] = {}  # offset of a text → its node
        self.this_at: dict[int, int] = {}  # node of a `this` → the function whose `this` it is
        self.this_uses: dict[int, list[int]] = {}  # the other way round
        self.this_in_fields: dict[int, list[int]] = {}  # start of a class → nodes in what its fields begin with
        self.caught: dict[int, int] = {}  # result of a call or await → node of what the `try` around it catches
        self.tests: dict[int, int] = {}  # node that an `if`, a loop or a `switch` asks → where that stands
        self.meets: dict[int, tuple[int, int]] = {}  # where a local has values of all rounds → the loop
        self.accessors: set[tuple[str, str]] = set()  # ("get", "set" or "method", name)
        self.accessed: dict[tuple[str, int], int] = {}  # ("get", member) or ("set", value) → the call of the accessor
        self.loads: dict[str, list[int]] = {}  # name of a member → the nodes it is read at
        self.rests: dict[int, str] = {}  # node → the parts that its value is left without ("a,b")
        self.typed: dict[int, str] = {}  # node of a declared name → the type that is written for it
        self.seats: dict[tuple[int, int], Seat] = {}  # promise, 0: resolve, 1: reject → the field that has it
        self._places: dict[Place, int] = {}

    def node(self, at: int, function: int, source: code.Node | None = None) -> int:
        """A new node."""
        self.at.append(at)
        self.function.append(function)
        self._out.append([])
        self._back.append([])
        self.source.append(source)
        return len(self.at) - 1

    def edge(self, op: Op, source: int, target: int, key: str = "") -> None:
        """A new edge between two nodes; ways back are kept where they lead to what a value is."""
        self._out[source].append(Edge(op, target, key))
        if op is Op.WRITE:
            self.written.setdefault((target, key), []).append(source)
        if op is Op.LOAD:
            self.loads.setdefault(key, []).append(target)
        if op in (Op.COPY, Op.LOAD, Op.STORE, Op.BUILD):
            self._back[target].append((source, op, key))
        elif op is Op.REST:
            self._back[target].append((source, Op.COPY, ""))
            self.rests[target] = key

    def forward(self, op: Op, source: int, target: int, key: str = "") -> None:
        """An edge that only values go along, not questions about what a value is."""
        self._out[source].append(Edge(op, target, key))

    def deciding(self, node: int) -> list[int]:
        """The nodes that decide what is at one, while the graph is built."""
        found = range(node - 1, -1, -1)
        return [one for one in found if any(edge.op is Op.DECIDE and edge.to == node for edge in self._out[one])]

    def lead(self, node: int, edges: Iterable[Edge]) -> None:
        """Other edges that lead from a node."""
        self._out[node] = list(edges)

    def close(self) -> None:
        """There are no more edges to come: they are kept in less room from now on."""
        self.out, self.back = tuple(map(_out.of, self._out)), tuple(map(_back.of, self._back))
        self._out, self._back = [], []

    def is_replaced(self, function: int) -> bool:
        """Does a decorator put something else in the place of a method?"""
        return function in self.standing.values()

    def calls_at(self, expression: code.Node) -> list[int]:
        """The number of the call that an expression is, or that is of it, in a list; none for another expression."""
        said = ((number, one.expression) for number, one in enumerate(self.calls))
        return [number for number, one in said if one is expression or getattr(one, "callee", None) is expression]

    def forget_accessed(self) -> None:
        """Take away the calls that reading and writing members turned out to be."""
        if self.accessed:
            del self.calls[min(self.accessed.values()) :]
            self.accessed.clear()

    def keep(self, source: int, place: Place) -> None:
        """A value is put into a place."""
        self._out[source].append(Edge(Op.KEEP, self.number(place)))
        self.kept.setdefault(place, []).append(source)

    def number(self, place: Place) -> int:
        """The number of a place in this graph."""
        if place not in self._places:
            self._places[place] = len(self.places)
            self.places.append(place)
        return self._places[place]

    def read(self, node: int, place: Place) -> None:
        """A place is read at a node."""
        self.reads.setdefault(place, []).append(node)
        self.place_of[node] = place
