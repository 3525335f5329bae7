"""Annotations of GitHub Actions: workflow commands on standard output."""

from collections.abc import Iterator

from audit.model import Finding, Level, Report
from reports import check_text
from reports.escapes import github_data, github_property
from reports.words.rephrased import checked

MOST_PER_LEVEL = 10
"""GitHub shows ten errors and ten warnings of a step, and drops further ones without a word."""
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(report: Report) -> str:
    """At most ten annotations of each level, then plain lines: what was seen, and how many are left out."""
    return "".join(f"{line}\n" for line in _lines(checked(report)))


def _lines(report: Report) -> Iterator[str]:
    for level in check_text.LEVELS:
        found = [finding for finding in report.findings if finding.level == level]
        yield from map(_annotation, found[:MOST_PER_LEVEL])
        if len(found) > MOST_PER_LEVEL:
            yield f"{len(found) - MOST_PER_LEVEL:,} more of level {level} stand in the job summary"
    yield from (github_data(line) for line in check_text.saw(report))
    yield check_text.counts(report)


def _annotation(finding: Finding) -> str:
    properties = {"file": finding.file, "line": str(finding.line), "title": f"ungated {finding.rule}"}
    listed = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{github_data(f'{finding.message}. To resolve: {finding.help}')}"
