"""Objects that say themselves what JSON writes of them: their `toJSON` is called where they are written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from audit.flow.backward.values import Func, ObjectValue
from audit.flow.code import Spot
from audit.flow.contexts import DATA, DEEPER, WITHIN, Caller, Fact
from audit.flow.graph import Graph, Op
from audit.flow.graph.accessed import WRITTEN_BY, call_at
from audit.flow.solver.running import Running

if TYPE_CHECKING:
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId

_SAYS = "toJSON"


class WritingJson(Running):
    """What becomes of a fact that is in an object which is written as JSON."""

    def says_itself(self, fact: Fact, graph: Graph) -> bool:
        """Is the fact in an object of the tree that says itself what is written of it? What that gives is somewhere in
        what is written, and nothing else of the object.
        """
        if not fact.path or fact.path[0] in (WITHIN, DEEPER) or fact.carried not in DATA or not self.may_say:
            return False
        values = self.origins.of(Spot(fact.context.function.file, fact.context.function.unit, fact.node))
        for depth, step in enumerate(fact.path):
            said = [self._said(value) for value in values]
            found = [one for each in said for one in each]
            if found:
                call = call_at(
                    graph, _SAYS, fact.node, result=fact.node, callee=fact.node, receiver=fact.node, method=WRITTEN_BY,
                    arguments=(),
                )  # fmt: skip
                inner = fact.part(fact.node, fact.path[depth:])
                inner.reason, inner.doubt = fact, fact.doubt
                for one in found:
                    self.bring_this(inner, Caller(fact.context, call, -1), one)
                return all(said)
            values = tuple(each for value in values for each in self.origins.member(value, step))
        return False

    def _said(self, value: Value) -> list[FunctionId]:
        """The method of an object. A copy (`{ ...one }`) has no methods of a class."""
        if isinstance(value, ObjectValue):
            back = self.code.graph(value.spot.file, value.spot.unit).back[value.spot.node]
            if not any(op is Op.STORE and key == _SAYS for _, op, key in back):
                return []
        return [one.id for one in self.origins.member(value, _SAYS) if isinstance(one, Func)]

    @cached_property
    def may_say(self) -> bool:
        """Does anything in the tree have such a method?"""
        return any(self.code.keyed(file, _SAYS) for file in self.code.files_holding(_SAYS))
