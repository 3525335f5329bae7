"""Trails of values: each is followed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId, Spot
from audit.flow.outside.library import Library
from audit.flow.routes.forwards import Walk
from audit.flow.routes.memo import Asked, Memo
from audit.flow.routes.model import Bindings, Ends

if TYPE_CHECKING:
    from audit.flow.backward.origins import Origins
    from audit.flow.routes.callees import Callees
    from audit.flow.routes.readers import Readers
    from audit.flow.routes.sources import Sources


class Trails:
    """Trails of values, each followed once; some are too long to be followed to their ends (`asked.cut`)."""

    def __init__(self, origins: Origins, callees: Callees, readers: Readers, asked: Asked) -> None:
        self.origins, self.code, self.library = origins, origins.code, Library(origins)
        self.callees, self.readers = callees, readers
        self.sources: Sources
        self.asked = asked
        self._known: Memo[Ends] = Memo(asked, Ends((), (), ()))

    def of(self, spot: Spot, bindings: Bindings = (), *, callers: bool = False) -> Ends:
        """Where the value made at a node comes to; with `callers`, also where its callers come to."""
        walk = Walk(self, callers=callers)
        return self._known.of((spot, bindings, callers), lambda: walk.run(spot, bindings))

    def of_function(self, function: FunctionId, bindings: Bindings = (), *, callers: bool = False) -> Ends:
        """The trail of a function of the tree."""
        node = self.code.graph(function.file, function.unit).functions[function.number].node
        if node < 0:
            return Ends((), (), ())
        return self.of(Spot(function.file, function.unit, node), bindings, callers=callers)
