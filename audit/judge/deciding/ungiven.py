"""Parameters that a call gives nothing for: they are what stands in their place by default, or undefined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.flow.frames import frame_of

if TYPE_CHECKING:
    from audit.flow.code import Code, Spot
    from audit.flow.frames import Env

_APART = ("call", "apply", "bind")
"""Methods of functions whose arguments are not those of the function."""


def is_ungiven(code: Code, spot: Spot, env: Env) -> bool:
    """Does the call by which the function of a parameter was entered give nothing for it?"""
    graph = code.graph(spot.file, spot.unit)
    number, position = graph.of_parameter.get(spot.node, (-1, 0))
    frame = frame_of(env, FunctionId(spot.file, spot.unit, number)) if number >= 0 else None
    if frame is None or frame.written is None or frame.handed or graph.python:
        return False
    file, unit, call = frame.written
    site = code.graph(file, unit).calls[call]
    given = len(site.arguments) if not any(site.spread) and not site.tag and site.method not in _APART else position + 1
    return given <= position != graph.functions[number].rest
