"""The gate of every access in production: the weakest of the states along its chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine


def gated(engine: Engine, rules: Rules, report: Report) -> Report:  # noqa: ARG001 - not yet
    """The report with `gate` filled."""
    return report
