"""Where a value comes from, backwards: the call that made it, a constant, a parameter of unknown callers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.routes.back import Back
from audit.flow.routes.passing import Passing

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.code import Spot
    from audit.flow.routes.back import Source
    from audit.flow.routes.model import Bindings, Path
    from audit.flow.routes.trails import Trails


class Sources:
    """`of` answers for one node; with `everywhere` parameters are followed to all callers (`asked.cut`: not to all)."""

    def __init__(self, origins: Origins, trails: Trails) -> None:
        self.origins, self.code, self.trails = origins, origins.code, trails
        self.passing, self.callers = Passing(self), origins.callers

    def of(
        self, spot: Spot, bindings: Bindings = (), path: Path = (), *, everywhere: bool = False
    ) -> tuple[Source, ...]:
        """The sources of (a part of) the value at a node."""
        walk = Back(self, everywhere=everywhere)
        return walk.run(spot, path, bindings)
