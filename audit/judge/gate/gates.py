"""The gate of every access in production: the weakest of the states along its chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.find.direct.chains import enclosing
from audit.judge.gate.checks import Checked, Checks
from audit.judge.gate.flags import Flags, Passed
from audit.model import Access, Defect, Evidence, Gate, GateState, weakest
from audit.model.gates import Chain as Listed
from audit.stages import each

if TYPE_CHECKING:
    from audit.judge.chain.chains import Chain
    from audit.judge.chain.reaching import Reaching
    from audit.judge.key.keys import Keys
    from audit.model import Report
    from audit.rulebook import Rules

_HOLDING = frozenset(("argument", "guard", "filter"))
_OPEN = frozenset(("none", "unarmed", "late", "forced"))
_TOO_LATE: dict[str, frozenset[str]] = {
    "argument": frozenset(("cache-key-omits-flag",)),
    "guard": frozenset(("cache-key-omits-flag", "cache-before-gate")),
}
"""Caches that answer before what holds otherwise."""


def gated(checks: Checks, rules: Rules, reaching: Reaching, keys: Keys | None, report: Report) -> Report:
    """The report with `gate` filled; without `keys` nobody looks for flags that are at hand and unused."""
    gates = _Gates(checks, rules, reaching, keys, report)
    return replace(report, accesses=gates.of(report.accesses))


def _behind_the_gate(report: Report) -> frozenset[str]:
    """The exports that a flag can close; nothing can be passed to the others."""
    return frozenset(one.id for one in report.subjects if one.protection is not None and one.protection.gate)


def _off_topic(rules: Rules, report: Report) -> frozenset[str]:
    """Subjects whose results the flag is not about."""
    about = rules.gate.about
    return frozenset(one.id for one in report.subjects if about and one.carries and one.carries not in about)


class _Judged(Struct, frozen=True, order=True):
    """The state of one chain, and why."""

    chain: Chain
    state: GateState
    evidence: tuple[Evidence, ...]
    defects: tuple[Defect, ...]


class _Gates:
    def __init__(self, checks: Checks, rules: Rules, reaching: Reaching, keys: Keys | None, report: Report) -> None:
        self._engine, self._checks = checks.engine, checks
        self._gated, self._apart = _behind_the_gate(report), _off_topic(rules, report)
        self._reaching, self._keys = reaching, keys
        self._flags = Flags(checks.decisions, rules, reaching.outward, checks.owners)
        self._checked: dict[Chain, Checked] = {}

    def of(self, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
        """Accesses in production with their gates; the rest as it is."""
        judged = each("judging gates", accesses)
        return tuple(self._with_gate(one) if self._reaching.judges(one) else one for one in judged)

    def _with_gate(self, access: Access) -> Access:
        chains = self._reaching.of(access)
        judged = [
            self._judge(access, *one) for one in chains if not self._goes_on(one[0], [each for each, _ in chains])
        ]
        running = [one for one in judged if not self._is_dead(one.chain)] or judged
        state = weakest(one.state for one in running)
        if state is None:
            return access
        states = {one.state for one in running}
        cut = state in _HOLDING and any(one.chain.cut for one in running)
        if cut or (access.wrapper and states & _HOLDING and states & _OPEN):
            state = "partly"
        evidence = (fact for one in running if state in (one.state, "partly") for fact in one.evidence)
        gate = Gate(
            state=state,
            evidence=tuple(dict.fromkeys(evidence)),
            chains=tuple(dict.fromkeys(self._listed(one) for one in judged)),
            defects=tuple(dict.fromkeys(defect for one in judged for defect in one.defects)),
        )
        return replace(access, gate=gate)

    def _goes_on(self, chain: Chain, others: list[Chain]) -> bool:
        """Does a chain end in a handler that only functions call which stand for it? Then those that go on from there
        are all there is.
        """
        calls = [one.call for one in chain.stands]
        longer = any(
            len(one.stands) > len(calls) and [it.call for it in one.stands][: len(calls)] == calls for one in others
        )
        return longer and self._engine.routes.handlers.is_stood_for(chain.entry.function)

    def _is_dead(self, chain: Chain) -> bool:
        """Is it known that nothing runs the outermost function of a chain? No row comes that way."""
        return not chain.runs and not self._engine.entries.reachable(chain.entry.function)

    # states

    def _judge(self, access: Access, chain: Chain, stand: int) -> _Judged:
        """The first that holds on one chain."""
        if chain not in self._checked:
            self._checked[chain] = self._checks.of(chain)
        found = self._checked[chain]
        passed = self._flags.passed(chain, stand) if access.subject in self._gated else Passed("none")
        caches = _TOO_LATE.get(found.state or passed.state, frozenset())
        if found.state == "filter":
            return _Judged(chain, "filter", found.evidence, found.defects)
        if found.state == "late" or any(one.kind in caches for one in found.defects):
            return _Judged(chain, "late", (*found.evidence, *passed.evidence), found.defects)
        if found.state == "guard" and not passed.certain:
            return _Judged(chain, "guard", found.evidence, found.defects)
        return _Judged(chain, passed.state, passed.evidence, (*found.defects, *self._unused(access, chain, passed)))

    def _unused(self, access: Access, chain: Chain, passed: Passed) -> tuple[Defect, ...]:
        """The flag was read with the row that keys the access, and nobody passes or checks it. At a wrapper it is its
        callers who could.
        """
        asked = passed.state in ("none", "unarmed") and not access.wrapper and access.subject not in self._apart
        beside = self._keys.flags_beside(chain) if asked and self._keys is not None else ()
        return tuple(
            Defect("flag-in-scope-unused", access.file, access.line, f"{one.note} ({one.file}:{one.line})")
            for one in beside
        )

    def _listed(self, judged: _Judged) -> Listed:
        """A chain by its outermost call."""
        file, unit, number = judged.chain.entry.call
        graph = self._engine.code.graph(file, unit)
        line = self._engine.code.program.position(file, graph.at[graph.calls[number].callee]).line
        facts = [f"{one.note} ({one.file}:{one.line})" for one in judged.evidence]
        cut = ["more callers were not followed"] if judged.chain.cut else []
        cut.extend(["nothing is known that runs this"] if not judged.chain.runs else [])
        name = enclosing(graph, graph.calls[number].function)
        return Listed(file, line, name, judged.state, "; ".join(dict.fromkeys([*facts, *cut])))
