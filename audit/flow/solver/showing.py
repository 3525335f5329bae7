"""Elements of components that are classes: no code of the tree holds the object that one makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import ClassValue
from audit.flow.graph import Place
from audit.flow.solver.facts import Exit
from audit.flow.solver.writing import Writing

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Caller, Context, Fact, Path, Reason
    from audit.flow.graph import CallSite


class Showing(Writing):
    """What is in such an object is in the fields of its class."""

    instances: Callers

    def callees(self, context: Context, site: CallSite) -> tuple[Value, ...]:
        """The values that a callee may have."""
        raise NotImplementedError

    def in_element(self, caller: Caller, path: Path, what: Fact | Exit, why: Reason) -> None:
        """The object that an element of a class makes holds something: its fields are read by methods that outside code
        calls.
        """
        site = caller.context.graph.calls[caller.call]
        classes = [one for one in self.callees(caller.context, site) if isinstance(one, ClassValue)] if path else []
        for one in classes:
            unit = self.code.class_unit(one.file, one.at)
            for file, there, at in ((one.file, unit, one.at), *self.instances.above(one.file, one.at)):
                place = file, there, Place("field", path[0], at)
                self.leave(caller.context, Exit("place", -1, place, path[1:], what.carried, what.label), why)
