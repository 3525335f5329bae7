"""Classes that a call gives their columns: `Item.init({ … }, { tableName })`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import ClassValue
from audit.flow.code import Spot
from audit.link.questions import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.tables.trace import Trace
    from audit.rulebook import QueryRow


def initialised(trace: Trace, file: str, at: int) -> tuple[Spot, QueryRow] | None:
    """The call, in the class's own file, that declares the class at an offset, and the row that says so."""
    unit = trace.code.class_unit(file, at)
    name = trace.code.graph(file, unit).classes[at].name if unit >= 0 else ""
    for row, method in trace.declaring if name else ():
        if trace.code.program.ask(file, holds, f".{method}(".encode()):
            for spot in _calls(trace, file, f"{name}.{method}(".encode()):
                receiver, site = trace.receiver(spot), trace.site(spot)
                ours = receiver is not None and ClassValue(file, at) in trace.origins.of(receiver)
                if ours and site is not None and site.method == method:
                    return spot, row
    return None


def _calls(trace: Trace, file: str, text: bytes) -> Iterator[Spot]:
    """The calls in the statements of a file that hold a text."""
    program = trace.code.program
    facts = program.facts(file)
    for number, one in enumerate(facts.outline().units if facts is not None else ()):
        if text in program.text(file, one.start, one.end):
            for site in trace.code.graph(file, number).calls:
                yield Spot(file, number, site.result)
