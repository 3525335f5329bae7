"""Into functions and out of them: parameters that get a value, and the functions around a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.code import Code
    from audit.flow.graph import Graph
    from audit.flow.routes.model import Path


def parameter(code: Code, function: FunctionId, position: int, path: Path) -> tuple[Spot, Path] | None:
    """The parameter that gets an argument, and the path of the value there; None when there is none."""
    target = code.graph(function.file, function.unit).functions[function.number]
    if 0 <= target.rest <= position:
        path, position = (f"[{position - target.rest}]", *path), target.rest
    if position >= len(target.parameters):
        return None
    return Spot(function.file, function.unit, target.parameters[position]), path


def around(graph: Graph, number: int) -> Iterator[int]:
    """A function and those that it is made in, from the inside out; 0 is the module's own code."""
    while number > 0:
        yield number
        number = graph.functions[number].parent
    yield 0
