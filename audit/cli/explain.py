"""`ungated explain`: one question, answered from the report."""

import sys
from pathlib import Path
from typing import NamedTuple

from audit.cli.outcome import MADE, complain
from audit.cli.screen import color, is_terminal, width
from audit.cli.writing import write
from audit.model import UserError


class Question(NamedTuple):
    """What `explain` was asked, about which tree."""

    query: str
    root: str | None
    rules: str | None
    server: str | None
    cache: bool
    full: bool


def run_explain(asked: Question, output: Path | None) -> int:
    """Write the answer to `output` or standard output; the exit code. Raises UserError."""
    from audit import pipeline
    from audit.cli.progress import progress
    from reports.explain import as_text, explain, near

    with progress():
        report = pipeline.report(asked.root, rules=asked.rules, server=asked.server, cache=asked.cache, note=complain)
    lines = explain(report, asked.query, every_step=asked.full)
    if not lines:
        raise UserError(f"nothing in this report is called {asked.query!r}", _remedy(near(report, asked.query)))
    if output is None and is_terminal():
        from reports.terminal import lines_on_terminal

        shown = lines_on_terminal(lines, width=width(), color=color())
        write(shown.encode(sys.stdout.encoding, "backslashreplace"), None)
    else:
        write(as_text(lines).encode(errors="backslashreplace"), output)
    return MADE


def _remedy(names: list[str]) -> str:
    if names:
        return f"perhaps {' or '.join(repr(name) for name in names)} is meant"
    return 'ask for a subject, a group, file:line, the id of an access, a column or a route such as "GET /items/:id"'
