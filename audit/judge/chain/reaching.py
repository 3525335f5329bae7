"""The chains of an access: through wrappers they begin inside of these, and the access is one of their stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.judge.chain.outward import Outward
from audit.trace.seeds import start_of

if TYPE_CHECKING:
    from audit.flow.frames import Call
    from audit.judge.chain.chains import Chain
    from audit.model import Access
    from audit.trace import Engine


class Reaching:
    """Answers for the accesses of one report."""

    def __init__(self, engine: Engine, accesses: tuple[Access, ...]) -> None:
        self._engine = engine
        self.outward = Outward(engine)
        self._begun: dict[str, list[Chain]] = {}
        for access in accesses:
            if self.judges(access) and not access.through:
                known = self._begun.setdefault(access.subject, [])
                known.extend(chain for call in self._calls(access) for chain in self.outward.of(call))

    def judges(self, access: Access) -> bool:
        """Is an access one whose chains are followed here: in production, and in a language of this engine?"""
        python = self._engine.origins.vocabulary.language == "python"
        return access.scope == "production" and (access.language == "python") == python

    def of(self, access: Access) -> list[tuple[Chain, int]]:
        """The chains of an access, and which of their stands it is."""
        calls = self._calls(access)
        found: list[tuple[Chain, int]] = []
        for chain in self._begun.get(access.subject, ()) if access.through else ():
            places = [number for number, stand in enumerate(chain.stands) if stand.call in calls]
            found.extend((chain, number) for number in places[:1])
        return found or [(chain, 0) for call in calls for chain in self.outward.of(call)]

    def _calls(self, access: Access) -> list[Call]:
        """The calls that an access stands for: itself, or those of the function that it passes on."""
        start = start_of(self._engine.code, access)
        if start is None:
            return []
        spot = start.spot
        if access.kind != "reference":
            number = self._engine.code.graph(spot.file, spot.unit).results.get(spot.node)
            return [(spot.file, spot.unit, number)] if number is not None else []
        given = self.outward.given(self._engine.routes.trails.of(spot))
        return [(one.file, one.unit, one.call) for one, direct in given if direct]
