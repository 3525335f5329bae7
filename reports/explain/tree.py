"""A path as a tree: each place that the value passes, what happens there, and the code on that line."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from audit.model import Path, Report, Step
from reports import wording, words
from reports.explain.lines import Line
from reports.facts import state_of
from reports.hops import cut, hops

FEWEST_SHARED: Final = 3
"""Stations at the end of a path that are worth a word instead of saying them again."""


class Station(NamedTuple):
    """A line of code that the value passes, or several in a row, and what happens there; no file: what is left out."""

    file: str
    line: int
    said: str
    lines: int = 1


class Told:
    """The ends of paths that were drawn before, so that none is drawn twice."""

    def __init__(self) -> None:
        self._ends: set[tuple[Station, ...]] = set()

    def shared(self, stations: list[Station]) -> int:
        """From which station on the path is as one before; past the end where it is not. Remembers the path."""
        at = next((at for at in range(len(stations)) if tuple(stations[at:]) in self._ends), len(stations))
        self._ends.update(tuple(stations[start:]) for start in range(len(stations)))
        return at if at and len(stations) - at >= FEWEST_SHARED else len(stations)


def tree(report: Report, path: Path, indent: int, told: Told | None = None) -> Iterator[Line]:
    """The path's steps from the access to the sink; steps on one line of code stand together.

    What an earlier path that was `told` ends with is not drawn again.
    """
    return _drawn(report, _stations(path.steps), indent, told)


def folded(report: Report, path: Path, indent: int) -> Iterator[Line]:
    """The same in short: the steps in one file stand together, at the first one's line."""
    return _drawn(report, [Station(*hop) for hop in cut(hops(path))], indent, None)


def verdict(report: Report, path: Path) -> str:
    """How sure the path is, and what a flagged row has to do with it."""
    state = state_of(path)
    said = [_FLOWS[path.flow], path.confidence]
    if path.stored_in:
        said.append(f"by {words.joined(path.stored_in)}")
    if state is not None:
        said.append(f"{wording.flagged(report).one}: {_STATES[state]}")
    if path.conditions:
        said.append(f"needs {words.joined(condition.name for condition in path.conditions)}")
    return ", ".join(said)


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


def _stations(steps: tuple[Step, ...]) -> list[Station]:
    runs = [list(run) for _, run in groupby(steps, key=lambda step: (step.file, step.line))]
    notes = (", ".join(dict.fromkeys(step.note for step in run if step.note)) for run in runs)
    return [Station(run[0].file, run[0].line, said) for run, said in zip(runs, notes, strict=True)]


def _drawn(report: Report, stations: list[Station], indent: int, told: Told | None) -> Iterator[Line]:
    end = told.shared(stations) if told is not None else len(stations)
    for at, one in enumerate(stations[:end]):
        yield from _station(report, one, indent, last=at == len(stations) - 1)
    if end < len(stations):
        place = f"{stations[end].file}:{stations[end].line}"
        yield Line(f"└ on as above from {place}, {words.plural(len(stations) - end, 'line')}", "aside", indent)


def _station(report: Report, one: Station, indent: int, *, last: bool) -> Iterator[Line]:
    branch, trunk = ("└", " ") if last else ("├", "│")
    if not one.file:
        yield Line(f"{branch} … {one.said} …", "aside", indent)
        return
    more = f" ({one.lines:,} lines)" if one.lines > 1 else ""
    yield Line(f"{branch} {one.file}:{one.line}  {one.said}{more}".rstrip(), "place", indent)
    if code := excerpt(report, one.file, one.line):
        yield Line(f"{trunk}     {code}", "code", indent)
