"""A path as a tree: each place that the value passes, what happens there, and the code on that line."""

from collections.abc import Iterator
from itertools import groupby

from audit.model import Path, Report, Step
from reports import wording, words
from reports.explain.lines import Line
from reports.facts import state_of


def tree(report: Report, path: Path, indent: int) -> Iterator[Line]:
    """The path's steps from the access to the sink; steps on one line of code stand together."""
    lines = [list(run) for _, run in groupby(path.steps, key=lambda step: (step.file, step.line))]
    for at, steps in enumerate(lines):
        last = at == len(lines) - 1
        yield from _station(report, steps, "└" if last else "├", " " if last else "│", indent)


def verdict(report: Report, path: Path) -> str:
    """How sure the path is, and what a flagged row has to do with it."""
    state = state_of(path)
    told = [_FLOWS[path.flow], path.confidence]
    if path.stored_in:
        told.append(f"by {words.joined(path.stored_in)}")
    if state is not None:
        told.append(f"{wording.flagged(report).one}: {_STATES[state]}")
    if path.conditions:
        told.append(f"needs {words.joined(condition.name for condition in path.conditions)}")
    return ", ".join(told)


def excerpt(report: Report, file: str, line: int) -> str:
    """The code on that line; "" where it is not known."""
    return report.excerpts.get(file, {}).get(str(line), "").strip()


_FLOWS = {"explicit": "the value itself", "argument": "an argument of what is shown", "implicit": "it only decides"}
_STATES = {
    "live": "yes",
    "env": "yes, once a variable is set",
    "dormant": "yes, once a column is written",
    "unknown": "not known",
    "no": "no",
}


def _station(report: Report, steps: list[Step], branch: str, trunk: str, indent: int) -> Iterator[Line]:
    first = steps[0]
    notes = ", ".join(dict.fromkeys(step.note for step in steps if step.note))
    yield Line(f"{branch} {first.file}:{first.line}  {notes}".rstrip(), "place", indent)
    if code := excerpt(report, first.file, first.line):
        yield Line(f"{trunk}     {code}", "code", indent)
