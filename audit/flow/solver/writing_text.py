"""What a text says of an object that it is made of: what the code of its class gives, of an error what it tells, and of
others nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import Func, Global, Instance, Method, ObjectValue
from audit.flow.code import Spot
from audit.flow.contexts import DATA, Caller, Fact
from audit.flow.graph.accessed import call_at
from audit.flow.graph.records import is_record
from audit.flow.solver.writing_json import WritingJson

if TYPE_CHECKING:
    from audit.flow.backward.values import Value
    from audit.flow.code import FunctionId
    from audit.flow.graph import CallSite, Graph

_SAYING = ("toString", "__str__", "__repr__", "__format__")
_PRIMITIVE = "[Symbol.toPrimitive]"
_TOLD = {True: ("args",), False: ("message", "name", "stack")}
"""What the text of an error has, in Python and in TypeScript."""
_ERRORS = ("Error", "Exception", "Warning")
_MAKING = frozenset(("String", "str", "repr", "format", "print"))
_SIGNS = {True: ("%",), False: ("+", "+=")}
"""The operators that make a text of an object."""


class WritingText(WritingJson):
    """What becomes of a fact that is in an object of which a text is made."""

    def says_as_text(self, fact: Fact, graph: Graph, to: int) -> bool:
        """Is the fact in objects of the tree of which the text at a node has but what their own code gives, if that?"""
        if not fact.path or not fact.path[0].isidentifier() or fact.carried not in DATA or not self.wanted.instances:
            return False
        values = self.origins.of(Spot(fact.context.function.file, fact.context.function.unit, fact.node))
        said = [self._said_by(value, fact.path[0], python=graph.python) for value in values]
        if not said or None in said:
            return False
        for one in (each for found in said for each in found or ()):
            call = call_at(
                graph, "say", fact.node, result=to, callee=to, receiver=fact.node, method=_SAYING[0], arguments=()
            )
            self.bring_this(fact, Caller(fact.context, call, -1), one)
        return True

    @staticmethod
    def makes_text(graph: Graph, to: int) -> bool:
        """Is what is at a node a text, whatever it is made of?"""
        it = graph.source[to]
        return isinstance(it, code.Template) or getattr(it, "op", "") in _SIGNS[graph.python]

    def is_made_text(self, fact: Fact, site: CallSite, slot: int) -> bool:
        """Does a call of what the language has make a text of an argument?"""
        named = site.method == "" and getattr(site.expression, "callee", None)
        if slot < 0 or not isinstance(named, code.Name) or named.name not in _MAKING:
            return False
        return all(isinstance(one, Global) for one in self.callees(fact.context, site))

    def _said_by(self, value: Value, member: str, *, python: bool) -> list[FunctionId] | None:
        """The methods that say what a text has of an object; None where what it says of a member is not known."""
        if isinstance(value, ObjectValue) and not python:
            graph = self.code.graph(value.spot.file, value.spot.unit)
            names = {key for _, _, key in graph.back[value.spot.node]}
            return None if names & {_SAYING[0], _PRIMITIVE, ""} else []
        if not isinstance(value, Instance):
            return None
        unit = self.code.class_unit(value.file, value.at)
        shape = self.code.graph(value.file, unit).classes.get(value.at) if unit >= 0 else None
        if shape is None or is_record(shape) or (value.open and self.instances.heirs(value.file, unit, value.at)):
            return None
        own = [one for name in _SAYING for one in self.origins.classes.member(value.file, value.at, name)]
        methods = [one.id for one in own if isinstance(one, Func)]
        if methods or not all(isinstance(one, Method) for one in own):
            return methods or None
        above = list(self.instances.elements.above(value.file, value.at))
        if not all(isinstance(one, Global) and one.name.endswith(_ERRORS) for one in above):
            return None
        return None if above and member in _TOLD[python] else []
