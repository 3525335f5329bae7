"""`ungated explain`: one question, answered from the report."""

import sys
from pathlib import Path

from audit.cli.outcome import MADE, complain
from audit.cli.screen import color, is_terminal, width
from audit.cli.writing import write
from audit.model import UserError


def run_explain(
    question: str, root: str | None, *, rules: str | None, server: str | None, output: Path | None, cache: bool
) -> int:
    """Write the answer to `output` or standard output; the exit code. Raises UserError."""
    from audit import pipeline
    from audit.cli.progress import progress
    from reports.explain import as_text, explain, near

    with progress():
        report = pipeline.report(root, rules=rules, server=server, cache=cache, note=complain)
    lines = explain(report, question)
    if not lines:
        raise UserError(f"nothing in this report is called {question!r}", _remedy(near(report, question)))
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
