"""`ungated check`: run it, render the findings, and the exit code."""

import datetime as dt
import os
from pathlib import Path
from typing import Final

from audit.cli.outcome import FAILED, MADE, NOT_ALL_READ, complain
from audit.cli.writing import write
from audit.model import Report, UserError

STYLES: Final = ("text", "json", "github", "sarif", "markdown")
SMALLEST_SUMMARY: Final = 8_192
"""Bytes: with less room, what other steps have written is worth more."""


def run_check(  # noqa: PLR0913 - the options of the command
    root: str | None,
    *,
    base: str | None,
    rules: str | None,
    style: str,
    output: Path | None,
    today: str | None,
    fix: bool,
    cache: bool,
) -> int:
    """Make the report and write it to `output` or standard output; the exit code. Raises UserError."""
    if style not in STYLES:
        raise UserError(f"there is no format {style!r}", f"use one of {', '.join(STYLES)}")
    from audit import review
    from audit.cli.progress import progress

    with progress():
        made = review.check(root, base=base, rules=rules, today=day_of(today), fix=fix, cache=cache, note=complain)
    write(rendered(made.report, style), output)
    if style == "github":
        _summarise(made.report)
    if any(finding.level == "error" for finding in made.report.findings):
        return FAILED
    return NOT_ALL_READ if made.blind else MADE


def rendered(report: Report, style: str) -> bytes:
    """The report in one of the styles."""
    if style == "json":
        from reports.json import to_json

        return to_json(report)
    if style == "sarif":
        from reports.sarif import to_sarif

        return to_sarif(report)
    return _text(report, style).encode(errors="backslashreplace")


def day_of(text: str | None) -> dt.date:
    """The day that `text` names, today without. Raises UserError."""
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"{text!r} is no day", "write it as 2026-01-31") from None


def _text(report: Report, style: str) -> str:
    if style == "github":
        from reports.github import to_github

        return to_github(report)
    if style == "markdown":
        from reports.comment import to_markdown

        return to_markdown(report)
    from reports.check_text import to_check_text

    return to_check_text(report)


def _summarise(report: Report) -> None:
    """Every finding in the job summary, where GitHub has a place for one; a failure here is only said."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    from reports.comment import SUMMARY_BYTES, to_markdown

    try:
        with Path(place).open("ab") as file:
            room = SUMMARY_BYTES - file.tell()
            if room > SMALLEST_SUMMARY:
                file.write(to_markdown(report, most=room).encode(errors="backslashreplace"))
    except OSError as error:
        complain(f"cannot write the job summary: {error.strerror}")
