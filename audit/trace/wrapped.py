"""What a wrapper does itself with what comes back: an access is a call of it, the request is made inside.

What the wrapper gives back is the result of the call. What it throws, keeps, logs or writes of the answer begins at the
request, for this call alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.backward.values import Func
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import Fact, Seed
from audit.flow.surrounding import around
from audit.model import Path, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code
    from audit.flow.contexts import Context
    from audit.flow.solver import Solver
    from audit.model import Access, Evidence

Call = tuple[str, int, int]
_SLOT = -3
"""In place of a parameter by which something comes in: the function is called."""


def begin_inside(solver: Solver, access: Access, result: Spot, number: int) -> None:
    """Let the answer of an access through wrappers begin where the request is, for the seed of that number."""
    code = solver.code
    call = code.graph(result.file, result.unit).results.get(result.node, -1)
    context: Context | None = solver.root(result, Seed(number))
    here = (result.file, result.unit, call)
    if call < 0 or access.kind != "request":
        return
    for depth, place in enumerate(access.through):
        found = next(_on(solver, place, here), None)
        if found is None or context is None:
            return
        function, there = found
        entered = solver.entered_for(context, here[2], (function, _SLOT), number, returns=depth > 0)
        answer = Spot(there[0], there[1], code.graph(there[0], there[1]).calls[there[2]].result)
        context, here = solver.inside(entered, answer), there
        if depth == len(access.through) - 1 and context is not None:
            solver.add(Fact(context, answer.node, (), "value"), None)
            solver.answer(answer, number, context)


def from_call(code: Code, result: Spot, path: Path) -> Path:
    """A path that begins at the request inside of a wrapper, with the call of the wrapper before that."""
    graph = code.graph(result.file, result.unit)
    place = code.program.position(result.file, graph.at[result.node])
    if not path.steps or (path.steps[0].file, path.steps[0].line) == (result.file, place.line):
        return path
    return replace(path, steps=(Step(result.file, place.line, place.column, "sent by this call"), *path.steps))


def _on(solver: Solver, place: Evidence, call: Call) -> Iterator[tuple[FunctionId, Call]]:
    """The calls on a line in a function that a call runs, each with that function."""
    file, unit, number = call
    code = solver.code
    callees = solver.origins.callees(file, unit, code.graph(file, unit).calls[number])
    for function in [one.id for one in callees if isinstance(one, Func) and one.id.file == place.file]:
        graph = code.graph(function.file, function.unit)
        for inner, site in enumerate(graph.calls):
            here = code.program.position(place.file, graph.at[site.callee]).line == place.line
            if here and function.number in around(graph, site.function):
                yield function, (function.file, function.unit, inner)
