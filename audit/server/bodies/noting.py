"""What is noted in one pass over a body, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.server.bodies.doing import Doing, Edge, Gap, Mark, Maybe
from audit.server.meaning.model import ClassRef, Cls, Func, Gives, Instance, Many, Several, Vals, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.server.bodies.sends import Send
    from audit.server.meaning.classes import Classes


class Notes:
    """Grows while a body is visited; `doing` is what it comes to."""

    def __init__(self, classes: Classes, field: Callable[[Cls, str], Vals]) -> None:
        self._classes, self._field = classes, field
        self.edges: dict[tuple[object, ...], Edge] = {}
        self.marks: dict[Mark, None] = {}
        self.sends: dict[Send, None] = {}
        self.maybes: dict[Maybe, None] = {}
        self.gaps: dict[Gap, None] = {}
        self.classes: dict[Cls, None] = {}
        self.made: dict[Cls, None] = {}

    def doing(self) -> Doing:
        """What was seen, in the order of the source."""
        edges = sorted(self.edges.values(), key=lambda edge: edge.at)
        marks, sends = sorted(self.marks, key=lambda one: one.at), sorted(self.sends, key=lambda one: one.at)
        seen, made = frozenset(self.classes), frozenset(self.made)
        return Doing(tuple(edges), tuple(marks), tuple(sends), tuple(self.maybes), tuple(self.gaps), seen, made)

    def add(self, edge: Edge) -> None:
        """A call that binds parameters says more than the bare name at the same place."""
        key = (edge.target, edge.at, edge.call is not None)
        self.edges.setdefault(key, edge)

    def edge(self, edge: Edge) -> None:
        """Add an edge; a method that is declared only and carried out nowhere is a gap."""
        func = edge.target
        if isinstance(func, Func) and self._classes.is_abstract(func):
            others = self._classes.methods(func.owner, func.node.name) if func.owner is not None else ()
            if all(self._classes.is_abstract(one) for one in others):
                self.gaps[Gap(f"nothing in the tree carries out `{func.name}`", edge.at)] = None
        self.add(edge)

    def see(self, vals: Vals) -> None:
        """Note the classes of the objects that stand in an expression."""
        for one in vals:
            match one:
                case Instance(cls=cls, args=args) | ClassRef(cls=cls, args=args):
                    (self.made if isinstance(one, ClassRef) else self.classes)[cls] = None
                    for inner in args:
                        self.see(inner)
                case Many(items=items) | Gives(result=items):
                    self.see(items)
                case Several(items=many):
                    for inner in many:
                        self.see(inner)
                case _:
                    pass

    def lacks(self, held: Value, key: str) -> bool:
        """Whether an object of the tree is asked for a member that its class does not say that it has."""
        if not isinstance(held, Instance) or self._classes.methods(held.cls, key):
            return False
        dynamic = bool(self._classes.methods(held.cls, "__getattr__"))
        return not self._field(held.cls, key) and (dynamic or not self._classes.has_outside_base(held.cls))
