"""What is read between the entry of a function and a fact in it: found once, whoever calls, and joined to what a caller
reads before. A way that leaves a call enters it again where it was made; so not each chain of calls is one of its own.

After Reps, Horwitz and Sagiv, Precise interprocedural dataflow analysis via graph reachability (POPL 1995).
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from audit.flow.contexts import DATA, Entered, Fact, Reason, entered_at
from audit.trace.path.closures import call_into
from audit.trace.path.reads import NOTHING, Read
from audit.trace.path.ways import entered_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.trace.path.fields import Fields, Left

_DEEPEST = 8
"""Names that are read one of another on a way; one that reads more goes round (`node = node.next`)."""

Table = dict[Fact, tuple[Read, ...]]


class Summaries:
    """What is read on the ways to facts, in `table` by fact. None goes over a fact that is `barred`."""

    def __init__(self, fields: Fields, table: Table, barred: Callable[[Fact], bool]) -> None:
        self._fields, self._solver, self._table, self._barred = fields, fields.solver, table, barred
        self._users: dict[Fact, list[Fact]] = {}
        self.unfinished: list[Fact] = []
        """Facts of which not all is known, as the search was cut."""

    def to(self, reason: Reason) -> Iterator[Read]:
        """What is read before a sink, from the beginning of the value."""
        waiting = list(self._behind(reason.fact, tuple(reversed(reason.left)))) if reason.fact is not None else []
        seen = set(waiting)
        for one in waiting:
            if one.entry is None:
                yield one
                continue
            brought, _ = entered_by(self._solver, one.entry.context, [])  # the best of all calls
            new = [other for other in self._brought(one, brought, ()) if other not in seen]
            seen.update(new)
            waiting.extend(new)

    def _behind(self, fact: Fact, left: Left) -> Iterator[Read]:
        """What is read before a fact, from the entry of the function around the calls that are left."""
        self._need(fact)
        for one in self._table.get(fact, ()):
            yield from self._entered(one, left) if left and one.entry is not None else (one,)

    def _entered(self, read: Read, left: Left) -> Iterator[Read]:
        """The same from further out, where one of the calls that are left entered the function; else as it is."""
        assert read.entry is not None
        context, rest = entered_at(read.entry.context), [*left, *read.left]
        caller = call_into(self._solver, context, rest)
        if caller is None:
            seeing = (one for one in (*left, *read.left) if one[0] is not context and entered_at(one[0]) is context)
            yield read._replace(left=tuple(dict.fromkeys(seeing)))
        else:
            for brought in self._solver.brought(context, caller):
                yield from self._brought(read, brought, tuple(rest))

    def _brought(self, read: Read, brought: Fact | None, left: Left) -> Iterator[Read]:
        """What is read from further out, where a call has brought a fact in; None: nothing has come by it."""
        assert read.entry is not None
        if brought is None:
            if not self._fields.before(read.entry):
                yield read._replace(entry=None)
            elif self._may_begin(read.entry):
                yield read._replace(entry=None, again=True)
            return
        for step in self._fields.between(brought, read.entry):
            behind = step.then(read)
            for one in self._behind(brought, left):
                if not self._fields.goes_on(0):
                    return
                if _is_told(joined := one.then(behind)):
                    yield joined

    def _may_begin(self, fact: Fact) -> bool:
        return fact.reason is None and fact.carried in DATA and fact in self._solver.also

    # all facts before one, together

    def _need(self, fact: Fact) -> None:
        """Answers for a fact and all that it rests on: each is asked anew when one that it rests on knows more."""
        if fact in self._table:
            return
        new, stack = list[Fact](), [fact]
        while stack:
            here = stack.pop()
            if here in self._table or not self._fields.goes_on(0):
                continue
            self._table[here] = ()
            new.append(here)
            for one in self._rests_on(here):
                self._users.setdefault(one, []).append(here)
                stack.append(one)
        waiting, queued = deque(reversed(new)), set(new)
        while waiting and self._fields.has_room:
            here = waiting.popleft()
            queued.discard(here)
            found = self._of(here)
            if len(found) > len(self._table[here]):
                self._table[here] = found
                users = [one for one in self._users.get(here, ()) if one not in queued]
                waiting.extend(users)
                queued.update(users)
        self.unfinished.extend(new if not self._fields.has_room else ())

    def _rests_on(self, fact: Fact) -> Iterator[Fact]:
        for one in self._fields.before(fact):
            yield one.fact
            for context, caller in one.left:
                yield from (brought for brought in self._solver.brought(context, caller) if brought is not None)

    def _of(self, fact: Fact) -> tuple[Read, ...]:
        """What is read before a fact, by what is known of those before it."""
        if self._barred(fact):
            return ()
        found = dict.fromkeys(self._table[fact])
        before = self._fields.before(fact)
        entered = self._fields.is_entered(fact) and isinstance(entered_at(fact.context).entry, Entered)
        if entered:
            found[Read(fact)] = None
        elif not before:
            found[NOTHING] = None
        elif self._may_begin(fact):
            found[Read(again=True)] = None
        for one in before:
            for read in self._behind(one.fact, one.left):
                for step in one.reads:
                    if not self._fields.goes_on(len(found)):
                        return tuple(found)
                    if _is_told(behind := read.then(step)):
                        found[behind] = None
        return tuple(found)


def _is_told(read: Read) -> bool:
    return read.text.count(".") + read.text.count("[]") <= _DEEPEST
