"""Queries of functions that are given the table, or a column: asked as if nobody but one call ran them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.tables.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot

Given = dict["Spot", "Spot"]
"""Parameters, with the arguments that they stand for."""


class BoundTrace(Trace):
    """A trace in which some parameters are what one call gives for them."""

    def __init__(self, origins: Origins, given: Mapping[Spot, Spot]) -> None:
        super().__init__(origins)
        self.given = dict(given)

    def _find(self, spot: Spot) -> list[Spot]:
        held = self.given.get(spot)
        return list(self.made(held)) if held is not None else super()._find(spot)
