"""Methods that Python calls on their class, with the object as the first argument: `Base.shape(self, item)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import ClassValue
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.solver.parts import is_super
from audit.flow.solver.showing import Showing

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Context
    from audit.flow.graph import CallSite


class Unbound(Showing):
    """Which calls are such ones."""

    origins: Origins

    def is_of_class(self, context: Context, callee: int, function: FunctionId) -> bool:
        """Is a method of objects read at a node from what can only be its class?"""
        graph = context.graph
        if not graph.python:
            return False
        shape = self.code.graph(function.file, function.unit).functions[function.number]
        if shape.class_at < 0 or shape.is_of_class():
            return False
        holder = next((source for source, op, key in graph.back[callee] if op is Op.LOAD and key == shape.name), -1)
        if holder < 0 or is_super(graph.source[holder]):
            return False
        values = self.origins.of(Spot(context.function.file, context.function.unit, holder))
        return bool(values) and all(isinstance(one, ClassValue) for one in values)


def without_object(site: CallSite) -> CallSite:
    """The call as it is seen by the method: without the object."""
    return replace(site, arguments=site.arguments[1:], spread=site.spread[1:])
