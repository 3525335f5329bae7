"""Elements of components: what they give back is shown, and no code of the tree holds the object that a class makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.elements import is_jsx
from audit.flow.backward.values import ClassValue
from audit.flow.contexts import DATA, Fact
from audit.flow.graph import Place
from audit.flow.solver.facts import Exit
from audit.flow.solver.writing import Writing

if TYPE_CHECKING:
    from audit.flow.backward.callers import Callers
    from audit.flow.backward.values import Value
    from audit.flow.contexts import Caller, Context, Path, Reason
    from audit.flow.graph import CallSite


class Showing(Writing):
    """What components give back, and what is in the fields of those that are classes."""

    instances: Callers

    def callees(self, context: Context, site: CallSite) -> tuple[Value, ...]:
        """The values that a callee may have."""
        raise NotImplementedError

    def tell(self, fact: Fact, call: int, slot: int) -> None:
        """A fact reached a call that somebody asked about."""
        raise NotImplementedError

    def gives_back(self, caller: Caller, effect: Exit) -> None:
        """A component returned a text, or a list of texts; elements show what is in them themselves."""
        site = caller.context.graph.calls[caller.call]
        texts = effect.carried in DATA and all(step[:1] == "[" for step in effect.path)
        if texts and caller.argument < 0 and is_jsx(caller.context.graph, site):
            known = self.known(Fact(caller.context, site.result, effect.path, effect.carried, effect.label))
            if known is not None and self.wanted.shown_back(self.whole(), known, caller.call):
                self.tell(known, caller.call, -1)

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
