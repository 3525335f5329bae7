"""The judgements of a run, in order. Each line: report = step(previous report)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audit.judge.checks import Checks
from audit.judge.gates import gated
from audit.judge.keys import Keys, keyed
from audit.judge.reaching import Reaching
from audit.judge.suppressed import suppressed
from audit.judge.verdict import Asked, verdicts

if TYPE_CHECKING:
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine, Traced


def gates_judged(engine: Engine, rules: Rules, report: Report) -> Report:
    """The report with the gate of every access in production, and what each is keyed by."""
    return _gates(engine, rules, report, Checks(engine, rules)).report


def judged(traced: Traced, rules: Rules, report: Report) -> Report:
    """The report with everything that is judged: gates and keys, and what follows from them and from the paths."""
    checks = Checks(traced.engine, rules)
    made = _gates(traced.engine, rules, report, checks)
    report = suppressed(made.report, checks)
    if traced.scripts is not None:
        report = gates_judged(traced.scripts, rules, report)
    return verdicts(Asked(traced, rules, made.reaching, made.keys), rules, report)


class _Gated(NamedTuple):
    """A report with gates and keys, and what found them."""

    report: Report
    reaching: Reaching
    keys: Keys


def _gates(engine: Engine, rules: Rules, report: Report, checks: Checks) -> _Gated:
    reaching = Reaching(engine, report.accesses)
    keys = Keys(engine, rules, reaching.outward, frozenset(report.found.client))
    report = gated(checks, rules, reaching, keys, report)
    return _Gated(keyed(reaching, keys, report), reaching, keys)
