"""Where the result of an access first stands in the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.positions import Position

if TYPE_CHECKING:
    from audit.flow.code import Code, Spot
    from audit.model import Access


class Start(Struct, frozen=True, order=True):
    """A node, and what is carried from it: "value" for a result, "function" for a function that is passed on, "client"
    for an opened database, whose calls give values.
    """

    spot: Spot
    carried: str


def start_of(code: Code, access: Access) -> Start | None:
    """The start of an access; None where the code at its place is not understood."""
    offset = code.program.lines(access.file).offset(Position(access.line, access.column))
    spot = code.named(access.file, offset) or code.named(access.file, offset - 1)
    if spot is None:
        return None
    if access.kind == "reference":
        return Start(spot, "function")
    graph = code.graph(spot.file, spot.unit)
    for site in graph.calls:
        if site.callee == spot.node:
            carried = "client" if access.kind == "database" else "value"
            return Start(replace(spot, node=site.result), carried)
    return Start(spot, "value")
