"""The judgements of a run, in order. Each line: report = step(previous report)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    return _gates(engine, rules, report, Checks(engine, rules))


def judged(traced: Traced, rules: Rules, report: Report) -> Report:
    """The report with everything that is judged: gates and keys, and what follows from them and from the paths."""
    checks = Checks(traced.engine, rules)
    report = _gates(traced.engine, rules, report, checks)
    report = suppressed(report, checks)
    return verdicts(Asked(traced, rules), rules, report)


def _gates(engine: Engine, rules: Rules, report: Report, checks: Checks) -> Report:
    reaching = Reaching(engine, report.accesses)
    keys = Keys(engine, rules, reaching.outward, frozenset(report.found.client))
    report = gated(checks, rules, reaching, keys, report)
    return keyed(reaching, keys, report)
