"""What keys of maps and caches may be: by the calls of a way, and by all calls of the functions that are given them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.keys import HOLE, sides, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.contexts import Caller, Context
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

    def keys(self, node: int, context: Context, bringing: Bringing) -> frozenset[str]:
        """The texts that a key may be; `ANY` where one of them begins and ends with anything.

        `bringing`: the calls of a context that count, where what the key is was given to its function.
        """
        found = frozenset(self._texts(node, context, bringing, _DEEPEST))
        return found if 0 < len(found) <= _MOST and all(any(sides(one)) for one in found) else ANY

    def _texts(self, node: int, context: Context, bringing: Bringing, deep: int) -> Iterator[str]:
        source = context.graph.source[node]
        given = self.given.parameter(source, context) if isinstance(source, lowered.Name) else None
        if given is None or given.steps:
            spot = Spot(context.function.file, context.function.unit, node)
            yield from map(text_of, self.texts.of(spot))
            return
        known = bringing(given.context)
        if not known or not deep:
            yield HOLE
        for caller in known if deep else ():
            site = caller.context.graph.calls[caller.call]
            odd = any(site.spread) or site.names or site.tag or site.method in ("call", "apply", "bind")
            if caller.argument >= 0 or odd or given.position >= len(site.arguments):
                yield HOLE
            else:
                yield from self._texts(site.arguments[given.position], caller.context, bringing, deep - 1)
