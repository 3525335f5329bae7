"""The way into the package: Python's process is started before all else is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.python.process import end_ahead
from audit.find.python_files import python_of

if TYPE_CHECKING:
    from audit.find.audit import Audit
    from audit.link.program import Program
    from audit.model import Coverage, Report
    from audit.rulebook import Rules


def audit_of(program: Program, rules: Rules) -> Audit | None:
    """Find every access by these rules; None without the client and the service's variables."""
    python = python_of(program, rules)  # its process takes longest to be ready
    if python is None:
        end_ahead()
    try:
        from audit.find.audit import found

        return found(program, rules, python)
    finally:
        if python is not None:
            python.close()


def coverage_at_last(program: Program, rules: Rules, report: Report) -> Coverage:
    """The coverage of a report whose values have been followed, by way of files that were not looked into before."""
    from audit.find.coverage import seen_later

    return seen_later(program, rules, report)
