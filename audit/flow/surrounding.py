"""Functions that stand in others, and the contexts of those around one, which it sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.contexts import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.contexts import Context
    from audit.flow.graph import Graph


def around(graph: Graph, number: int) -> Iterator[int]:
    """A function and those that it is made in, from the inside out; 0 is the module's own code."""
    while number > 0:
        yield number
        number = graph.functions[number].parent
    yield 0


def seen_from(context: Context) -> Iterator[Context]:
    """A context and those of the functions around it in which it was made, from the inside out."""
    here: Context | None = context
    while here is not None:
        yield here
        here = here.entry.context if isinstance(here.entry, Inside) else None


def holder_of(context: Context, number: int) -> Context | None:
    """The context of a surrounding function in which a function's context was made."""
    return next((here for here in seen_from(context) if here.function.number == number), None)
