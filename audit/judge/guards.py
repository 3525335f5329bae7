"""Checks of the flag that stand before an access: on the way to it, or in what decides whether it is come to at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.model import Evidence

if TYPE_CHECKING:
    from audit.judge.chains import Chain, Stand
    from audit.judge.decisions import Decisions
    from audit.judge.local import Local
    from audit.judge.structure import Test, Tests


class Guards:
    """Answers by chain."""

    def __init__(self, decisions: Decisions, local: Local) -> None:
        self._decisions, self._places, self._local = decisions, decisions.places, local

    def of(self, chain: Chain) -> Evidence | None:
        """The innermost check that a flagged row does not pass on the way to the access of a chain."""
        return next((found for found in map(self.before, chain.stands) if found is not None), None)

    def before(self, stand: Stand) -> Evidence | None:
        """The check before one call of a chain."""
        file = stand.call[0]
        barred = self.barred(self.tests(stand), stand)
        if barred is None:
            return None
        spelled = self._places.spelled(file, barred.expression)
        return self._places.evidence(file, barred.expression.at, f"a flagged row does not pass `{spelled}`")

    def barred(self, tests: Tests, stand: Stand) -> Test | None:
        """The first of some tests in the function of a stand that a flagged row does not pass."""
        file, unit, _ = stand.call
        asked = tuple(one for one in tests if self._local.concerns(one.expression, file, unit))
        return self._decisions.barred(asked, file, unit, stand.env)

    def tests(self, stand: Stand) -> Tests:
        """The tests before a call."""
        file, unit, number = stand.call
        site = self._decisions.engine.code.graph(file, unit).calls[number]
        structure = self._places.structure(FunctionId(file, unit, site.function))
        return structure.before.get(id(site.expression), ())
