"""What each access is keyed by: where the arguments come from that select the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model import Report
    from audit.rulebook import Rules
    from audit.trace import Engine


def keyed(engine: Engine, rules: Rules, report: Report) -> Report:  # noqa: ARG001 - not yet
    """The report with `keyed_by` filled."""
    return report
