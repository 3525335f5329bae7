"""The gate of every access in production: the weakest of the states along its chains."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from audit.find.chains import enclosing
from audit.judge.checks import Checked, Checks
from audit.judge.flags import Flags, Passed
from audit.judge.outward import Outward
from audit.model import Access, Defect, Evidence, Gate, GateState, weakest
from audit.model.gates import Chain as Listed
from audit.trace.seeds import start_of

if TYPE_CHECKING:
    from audit.flow.frames import Call
    from audit.judge.chains import Chain
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine

_HOLDING = frozenset(("argument", "guard", "filter"))
_OPEN = frozenset(("none", "unarmed", "late", "forced"))
_CACHES = frozenset(("cache-before-gate", "cache-key-omits-flag"))


def gated(engine: Engine, rules: Rules, report: Report) -> Report:
    """The report with `gate` filled."""
    gates = _Gates(engine, rules, _behind_the_gate(report))
    return replace(report, accesses=gates.of(report.accesses))


def _behind_the_gate(report: Report) -> frozenset[str]:
    """The exports that a flag can close; nothing can be passed to the others."""
    return frozenset(one.id for one in report.subjects if one.protection is not None and one.protection.gate)


class _Judged(NamedTuple):
    """The state of one chain, and why."""

    chain: Chain
    state: GateState
    evidence: tuple[Evidence, ...]
    defects: tuple[Defect, ...]


class _Gates:
    def __init__(self, engine: Engine, rules: Rules, gated_subjects: frozenset[str]) -> None:
        self._engine, self._rules, self._gated = engine, rules, gated_subjects
        self._outward = Outward(engine)
        self._flags = Flags(engine, rules, self._outward)
        self._checks = Checks(engine, rules)
        self._checked: dict[Chain, Checked] = {}
        self._through: dict[str, list[Chain]] = {}

    def of(self, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
        """Accesses in production with their gates; the rest as it is."""
        mine = [one for one in accesses if one.scope == "production" and one.language != "python"]
        for access in mine:
            if not access.through:
                known = self._through.setdefault(access.subject, [])
                known.extend(chain for call in self._calls(access) for chain in self._outward.of(call))
        return tuple(self._with_gate(one) if one in mine else one for one in accesses)

    def _with_gate(self, access: Access) -> Access:
        judged = [self._judge(access, chain, stand) for chain, stand in self._chains(access)]
        state = weakest(one.state for one in judged)
        if state is None:
            return access
        states = {one.state for one in judged}
        if access.wrapper and states & _HOLDING and states & _OPEN:
            state = "partly"
        evidence = (fact for one in judged if state in (one.state, "partly") for fact in one.evidence)
        gate = Gate(
            state=state,
            evidence=tuple(dict.fromkeys(evidence)),
            chains=tuple(dict.fromkeys(self._listed(one) for one in judged)),
            defects=tuple(dict.fromkeys(defect for one in judged for defect in one.defects)),
        )
        return replace(access, gate=gate)

    # chains

    def _chains(self, access: Access) -> list[tuple[Chain, int]]:
        """The chains of an access, and which of their stands it is. Through wrappers they begin inside of these."""
        calls = self._calls(access)
        found: list[tuple[Chain, int]] = []
        for chain in self._through.get(access.subject, ()) if access.through else ():
            places = [number for number, stand in enumerate(chain.stands) if stand.call in calls]
            found.extend((chain, number) for number in places[:1])
        return found or [(chain, 0) for call in calls for chain in self._outward.of(call)]

    def _calls(self, access: Access) -> list[Call]:
        """The calls that an access stands for: itself, or those of the function that it passes on."""
        start = start_of(self._engine.code, access)
        if start is None:
            return []
        spot = start.spot
        if access.kind != "reference":
            number = self._engine.code.graph(spot.file, spot.unit).results.get(spot.node)
            return [(spot.file, spot.unit, number)] if number is not None else []
        given = self._outward.given(self._engine.routes.trails.of(spot))
        return [(one.file, one.unit, one.call) for one, direct in given if direct]

    # states

    def _judge(self, access: Access, chain: Chain, stand: int) -> _Judged:
        """The first that holds on one chain."""
        if chain not in self._checked:
            self._checked[chain] = self._checks.of(chain)
        found = self._checked[chain]
        passed = self._flags.passed(chain, stand) if access.subject in self._gated else Passed("none")
        armed = passed.state == "argument" or found.state == "guard"
        if found.state == "filter":
            return _Judged(chain, "filter", found.evidence, found.defects)
        if found.state == "late" or (armed and any(one.kind in _CACHES for one in found.defects)):
            return _Judged(chain, "late", (*found.evidence, *passed.evidence), found.defects)
        if found.state == "guard" and not passed.certain:
            return _Judged(chain, "guard", found.evidence, found.defects)
        return _Judged(chain, passed.state, passed.evidence, found.defects)

    def _listed(self, judged: _Judged) -> Listed:
        """A chain by its outermost call."""
        file, unit, number = judged.chain.entry.call
        graph = self._engine.code.graph(file, unit)
        line = self._engine.code.program.position(file, graph.at[graph.calls[number].callee]).line
        facts = [f"{one.note} ({one.file}:{one.line})" for one in judged.evidence]
        cut = ["more callers were not followed"] if judged.chain.cut else []
        name = enclosing(graph, graph.calls[number].function)
        return Listed(file, line, name, judged.state, "; ".join(dict.fromkeys([*facts, *cut])))
