"""Methods that may be called without being named: by code outside of the tree that a decorator or a base class sees to,
and by whoever asks for the classes that a decorator of the tree keeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.heap import aliases
from audit.flow.backward.values import ClassValue, Func
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.pieces import root_of
from audit.link.names import External

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId

_DEEPEST = 6
_GIVEN = (Op.ARGUMENT, Op.STORE, Op.WRITE)


class Frameworks:
    """Whether a method is called cannot be known where a decorator or a base class of it is not read."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def may_call(self, function: FunctionId) -> bool:
        """May a method be called so: `@OnEvent("made")`, by what the class extends, as one of a class that is kept?"""
        graph = self._origins.code.graph(function.file, function.unit)
        shape = graph.functions[function.number]
        decorators = shape.source.decorators if shape.source is not None else ()
        if any(self._is_outside(function.file, one) for one in decorators):
            return True
        head = graph.classes.get(shape.class_at)
        if head is not None and any(self._is_declared(function.file, head, one, shape.name) for one in head.implements):
            return True
        return self._extends(function.file, shape.class_at, 0) or self._is_kept(function, shape.class_at)

    def _is_declared(self, file: str, head: lowered.Class, interface: str, method: str) -> bool:
        """May an interface from outside of the tree, which a class says that it implements, have a method of that name?
        One that is called like a method of the class has that one (`OnModuleInit`).
        """
        name = interface.partition(".")[0]
        if not isinstance(self._origins.names.meaning(file, name), External):
            return False
        own = interface[:1].lower() + interface[1:]
        known = any(isinstance(one, lowered.Function) and one.name == own for one in head.members)
        return method == own if known else True

    def _is_kept(self, function: FunctionId, class_at: int) -> bool:
        """Is a class kept by a decorator of the tree, to be made by whoever asks for it (`known.push({ target })`)?"""
        code, of = self._origins.code, self._origins.of
        nodes = code.graph(function.file, function.unit).decorators.get(class_at, ())
        values = (value for node in nodes for value in of(Spot(function.file, function.unit, node)))
        return any(self._keeps(one.id) for one in values if isinstance(one, Func))

    def _keeps(self, function: FunctionId) -> bool:
        """Does a function give its first parameter on, other than back?"""
        graph = self._origins.code.graph(function.file, function.unit)
        held = aliases(graph, set(graph.functions[function.number].parameters[:1]))
        return any(edge.op in _GIVEN for node in held for edge in graph.out[node])

    def _is_outside(self, file: str, decorator: lowered.Expr) -> bool:
        name = root_of(decorator)
        return isinstance(name, lowered.Name) and isinstance(self._origins.names.meaning(file, name.name), External)

    def _extends(self, file: str, class_at: int, depth: int) -> bool:
        """Does a class extend something that is no class of the tree, be it through one that is?"""
        unit = self._origins.code.class_unit(file, class_at)
        written = self._origins.code.graph(file, unit).classes[class_at].bases if unit >= 0 else ()
        if not written or depth > _DEEPEST:
            return bool(written)
        bases = self._origins.classes.bases(file, class_at)
        known = [one for one in bases if isinstance(one, ClassValue)]
        return len(known) < len(bases) or not known or any(self._extends(one.file, one.at, depth + 1) for one in known)
