"""`ungated report`: run the pipeline, pick a reporter, deliver."""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from audit.cli.outcome import code_for, complain
from audit.cli.writing import write
from audit.model import Report, UserError

STYLES: Final = ("text", "json")
MAX_WIDTH: Final = 160
"""Wider lines are harder to read than wrapped ones."""


def run_report(
    root: str | None, *, rules: str | None, style: str, output: Path | None, cache: bool, paths: bool
) -> int:
    """Make the report and write it to `output` or standard output; the exit code. Raises UserError."""
    if style not in STYLES:
        raise UserError(f"there is no format {style!r}", f"use one of {', '.join(STYLES)}")
    from audit import pipeline

    made = pipeline.report(root, rules=rules, cache=cache, paths=paths, note=complain)
    write(_rendered(made, style, on_terminal=output is None and _is_terminal()), output)
    return code_for(made.coverage)


def _rendered(report: Report, style: str, *, on_terminal: bool) -> bytes:
    if style == "json":
        from reports.json import to_json

        return to_json(report)
    if on_terminal:
        from reports.terminal import to_terminal

        width = min(shutil.get_terminal_size().columns, MAX_WIDTH)
        color = not os.environ.get("NO_COLOR")
        return to_terminal(report, width=width, color=color).encode(sys.stdout.encoding, "backslashreplace")
    from reports.text import to_text

    return to_text(report).encode()


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
