"""Filters and checks on one chain: are flagged rows left out before the access, or found out too late?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from audit.flow.code import FunctionId
from audit.judge.deciding.decisions import Decisions
from audit.judge.gate.before import Before
from audit.judge.gate.caches import Caches
from audit.judge.gate.feeding import Feeding
from audit.judge.gate.guards import Guards
from audit.judge.gate.late import Late
from audit.judge.gate.owners import Owners
from audit.judge.gate.sifted import Sifted
from audit.judge.gate.tested import Tested
from audit.link.questions.spelling import may_sift

if TYPE_CHECKING:
    from audit.flow.frames import Env
    from audit.flow.structure import Test
    from audit.judge.chain.chains import Chain, Stand
    from audit.judge.gate.fed import Fed
    from audit.model import Defect, Evidence
    from audit.rulebook import Rules
    from audit.trace import Engine


class Checked(Struct, frozen=True, order=True):
    """What stands between flagged rows and an access on one chain; `state` None: nothing does."""

    state: Literal["filter", "guard", "late"] | None = None
    evidence: tuple[Evidence, ...] = ()
    defects: tuple[Defect, ...] = ()


class Checks:
    """Answers of one program; what chains have in common is found once."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        self.engine, self.decisions = engine, Decisions(engine, rules)
        decisions = self.decisions
        self.local = local = decisions.local
        self._feeding = Feeding(decisions, rules, engine.backwards)
        tested = Tested(decisions, rules, engine.backwards)
        self._guards, self.owners = Guards(decisions, local, tested), Owners(decisions, tested)
        self._before = Before(decisions, self._guards, tested)
        sifted = Sifted(decisions, self._guards)
        self._sifted = Feeding(decisions, rules, sifted)
        self._briefly = Feeding(decisions, rules, engine.backwards, briefly=True)
        self._briefly_sifted = Feeding(decisions, rules, sifted, briefly=True)
        self._sifting: dict[str, bool] = {}
        # Rules that name neither a flag nor its rows leave nothing to look for, and the way back is long.
        self._named = bool(decisions.called or rules.gate.rows)
        self._caches, self._late = Caches(decisions, self._guards, local), Late(decisions, local)

    def of(self, chain: Chain) -> Checked:
        """The first that holds: a filter of the feeding query, a check that dominates the access, one that is late."""
        if not self._named:
            return Checked()
        checks, late = list(self._guards.on(chain)), None
        fed = self._fed(chain, briefly=not checks)
        guard = self._guards.of(checks, fed, chain)
        if guard is None and fed.origin not in ("filter", "guard"):
            earlier = self._before.of(chain, lambda: self._fed(chain, briefly=False))
            if earlier is not None:
                return Checked("guard", (earlier,))
        if fed.origin != "filter" and guard is None:
            late = self._late.of(chain)
        rows = fed.origin in ("rows", "guard") or guard is not None or late is not None
        defects = self._caches.of(chain, rows=rows)
        if fed.origin == "filter":
            return Checked("filter", fed.evidence, defects)
        if late is not None:
            return Checked("late", (late,), defects)
        if guard is not None:
            behind = any(one.kind == "cache-before-gate" for one in defects)
            return Checked("late" if behind else "guard", (guard,), defects)
        return Checked("guard", fed.evidence, defects) if fed.origin == "guard" else Checked(defects=defects)

    def is_about(self, test: Test, function: FunctionId, env: Env, chain: Chain) -> bool:
        """May a check, wherever it stands, be about the rows that the access asks for on a chain?"""
        rows = self._fed(chain, briefly=False).queries
        within = (stand.env for stand in chain.stands if self._function(stand) == function)
        return self._guards.is_about(test, function, next(within, env), rows, chain)

    def _function(self, stand: Stand) -> FunctionId:
        file, unit, number = stand.call
        return FunctionId(file, unit, self.engine.code.graph(file, unit).calls[number].function)

    def _fed(self, chain: Chain, *, briefly: bool) -> Fed:
        """Where the arguments come from; lists that are sifted on the way are looked for where they can be.

        `briefly`: the queries are not asked for, as there is no check that could be about other rows.
        """
        fed = (self._briefly if briefly else self._feeding).of(chain)
        if fed.origin in ("filter", "guard") or not self._may_sift(chain):
            return fed
        return (self._briefly_sifted if briefly else self._sifted).of(chain)

    def _may_sift(self, chain: Chain) -> bool:
        """Does a file of the chain filter a list by a function that may look at the flag?"""
        return any(map(self._sifts, {stand.call[0] for stand in chain.stands}))

    def _sifts(self, file: str) -> bool:
        if file not in self._sifting:
            names = tuple(sorted(name.encode() for name in self.decisions.aliases))
            self._sifting[file] = self.engine.code.program.ask(file, may_sift, names)
        return self._sifting[file]
