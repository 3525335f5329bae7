"""What keys of maps and caches may be: by the calls of a way, and by all calls of the functions that are given them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import Frame
from audit.flow.keys import HOLE, sides, text_of
from audit.flow.surrounding import around
from audit.trace.path.given import given_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.contexts import Caller, Context
    from audit.flow.frames import Env
    from audit.flow.solver.makers import Makers
    from audit.flow.text.texts import Texts
    from audit.trace.path.given import Given

    Bringing = Callable[[Context], Iterable[Caller]]

_MOST, _DEEPEST = 40, 6
ANY = frozenset((HOLE,))
"""A key of which nothing is known."""


class Asking(NamedTuple):
    """What is asked about keys: what expressions are by the calls of a way, and how the text at a place is made."""

    given: Given
    texts: Texts

    def is_sent(self, spot: Spot) -> bool:
        """Does a key come with a request? Whoever sends that asks for what they like."""
        backwards = self.texts.backwards
        for end in backwards.ends(spot):
            of = backwards.code.graph(end.spot.file, end.spot.unit).of_parameter.get(end.spot.node)
            if of is not None and backwards.is_entry(FunctionId(end.spot.file, end.spot.unit, of[0])):
                return True
        return False

    def keys(self, makers: Makers, node: int, context: Context, bringing: Bringing) -> frozenset[str]:
        """The texts that a key may be; `ANY` where one of them begins and ends with anything.

        `bringing`: the calls of a context that count, where what the key is was given to its function.
        """
        found = frozenset(self._texts(makers, node, context, bringing, _DEEPEST))
        return found if 0 < len(found) <= _MOST and all(any(sides(one)) for one in found) else ANY

    def _texts(self, makers: Makers, node: int, context: Context, bringing: Bringing, deep: int) -> Iterator[str]:
        source = context.graph.source[node]
        given = self.given.parameter(source, context) if isinstance(source, lowered.Name) else None
        known = bringing(given.context) if given is not None else ()
        if given is None or given.steps or (not known and given.context is not context):
            spot = Spot(context.function.file, context.function.unit, node)
            yield from (text_of(way) for env in made_by(makers, context, bringing) for way in self.texts.of(spot, env))
            return
        if not known or not deep:
            yield HOLE
        for caller in known if deep else ():
            arguments = given_by(caller.context.graph.calls[caller.call], given.context)
            if caller.argument >= 0 or arguments is None or given.position >= len(arguments):
                yield HOLE
            else:
                yield from self._texts(makers, arguments[given.position], caller.context, bringing, deep - 1)


def made_by(makers: Makers, context: Context, bringing: Bringing) -> set[Env]:
    """For the calls of a function that is made in others: the calls of these that made it. What they gave for a prefix
    is part of the key, whoever calls.
    """
    file, unit, number = context.function.file, context.function.unit, context.function.number
    functions = [FunctionId(file, unit, one) for one in around(context.graph, number) if one not in (number, 0)]
    found: set[Env] = set()
    for caller in bringing(context) if functions else ():
        calling = caller.context.function
        callee = caller.context.graph.calls[caller.call].callee if caller.argument < 0 else -1
        spot = Spot(calling.file, calling.unit, callee)
        made = [(one, makers.of(spot, one)) for one in functions] if callee >= 0 else []
        found.add(tuple(Frame(one, call, ()) for one, call in made if call is not None))
    return found or {()}
