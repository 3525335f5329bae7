"""The way back to rows, up to where those whose flag is set are left out of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.backward.backwards import Backwards
from audit.flow.contexts import ELEMENT
from audit.flow.frames import End
from audit.judge.deciding.called import LEAVING_OUT

if TYPE_CHECKING:
    from audit.flow.code import Spot
    from audit.flow.frames import Call, Env, Path
    from audit.flow.graph import CallSite
    from audit.judge.deciding.decisions import Decisions
    from audit.judge.gate.guards import Guards
    from audit.rulebook import Place


_MAKING = (lowered.Yield, lowered.Comprehension)


class Sifted(Backwards):
    """The way back stops at `rows.filter(…)` that leaves flagged rows out, and at `rows.push(row)` or `yield row`
    behind a check.
    """

    def __init__(self, decisions: Decisions, guards: Guards) -> None:
        super().__init__(decisions.engine.origins)
        self._guards = guards
        self._known_of: dict[tuple[Call, Env], bool] = {}
        self._yielded: dict[tuple[Spot, Env], bool] = {}
        self.kept: set[Spot] = set()
        """Calls that flagged rows do not come to, by their results, and what generators yield without these."""
        self.callers, self.is_entry = decisions.engine.backwards.callers, decisions.engine.backwards.is_entry
        self._decisions = decisions

    def _outside(self, asked: End, site: CallSite, number: int) -> list[End]:
        if site.method in LEAVING_OUT and self._decisions.keeps_out(asked.spot, asked.env):
            return [asked]
        return super()._outside(asked, site, number)

    def find(self, asked: End) -> list[End]:
        it = self.code.graph(asked.spot.file, asked.spot.unit).source[asked.spot.node]
        if isinstance(it, _MAKING) and asked.path[:1] == (ELEMENT,) and self._is_kept_back(asked):
            self.kept.add(asked.spot)
            return [asked]
        return super().find(asked)

    def _is_kept_back(self, asked: End) -> bool:
        key = asked.spot, asked.env
        if key not in self._yielded:
            self._yielded[key] = False
            self._yielded[key] = self._guards.keeps_back(*key)
        return self._yielded[key]

    def put(self, call: Spot, source: Place, rest: Path, env: Env) -> list[End]:
        """What is put somewhere, unless a flagged row is not; what was there before (`rows.reverse()`) is not put."""
        if source.root == "this":
            return super().put(call, source, rest, env)
        number = self.code.graph(call.file, call.unit).results[call.node]
        asked = (call.file, call.unit, number), env
        if asked not in self._known_of:
            self._known_of[asked] = self._guards.keeps_from(*asked)
        if not self._known_of[asked]:
            return super().put(call, source, rest, env)
        self.kept.add(call)
        return [End(call, (), env)]
