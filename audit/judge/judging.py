"""The judgements of a run, in order. Each line: report = step(previous report)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from audit.judge.ahead import Ahead
from audit.judge.along import Along
from audit.judge.chain.reaching import Reaching
from audit.judge.gate.checks import Checks
from audit.judge.gate.gates import gated
from audit.judge.gate.suppressed import suppressed
from audit.judge.key.keys import Keys, keyed
from audit.judge.verdict import Asked, Steps, verdicts

if TYPE_CHECKING:
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine, Traced


class Gated(Struct, frozen=True):
    """A report with the gate of every access in production, and what each is keyed by; and what found them."""

    report: Report
    checks: Checks
    reaching: Reaching
    keys: Keys


def gates_judged(engine: Engine, rules: Rules, report: Report) -> Gated:
    """Gates and keys: what is judged without following any result."""
    checks, reaching = Checks(engine, rules), Reaching(engine, report.accesses)
    keys = Keys(engine, rules, reaching.outward, frozenset(report.found.client))
    report = gated(checks, rules, reaching, keys, report)
    return Gated(keyed(reaching, keys, report), checks, reaching, keys)


def gates_alone(engine: Engine, rules: Rules, report: Report) -> Report:
    """What findings about gates rest on: gates, without flags that are at hand, and keys where one can be passed."""
    checks, reaching = Checks(engine, rules), Reaching(engine, report.accesses)
    keys = Keys(engine, rules, reaching.outward, frozenset(report.found.client))
    names = rules.client.gated if rules.client is not None else ()
    report = gated(checks, rules, reaching, None, report)
    return keyed(reaching, keys, report, lambda access: access.subject in names)


def asked_ahead(engine: Engine, rules: Rules, gates: Gated) -> Ahead:
    """What verdicts are going to ask beside paths, from now on."""
    return Ahead(engine, rules, gates.reaching, gates.keys, gates.report)


def judged(gates: Gated, ahead: Ahead, traced: Traced, rules: Rules, report: Report) -> Report:
    """The report, which has paths by now, with what follows from these and from gates and keys."""
    known = msgspec.msgpack.decode(traced.told, type=Along) if traced.told is not None else None
    report = suppressed(report, gates.checks, gates.reaching, known.guards if known is not None else None)
    if traced.scripts is not None:
        report = gates_judged(traced.scripts, rules, report).report
    pathless = ahead.result()
    steps = Steps(traced.engine.code, pathless.needs, known.needed if known is not None else ())
    return verdicts(Asked(traced, rules, pathless, steps), rules, report)
