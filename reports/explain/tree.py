"""A path as a tree: each place that the value passes, what happens there, and the code on that line."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from audit.model import Path, Report, Step
from reports.explain.lines import Line
from reports.hops import cut, hops
from reports.shown import state_of
from reports.words import prose, sentences

FEWEST_SHARED: Final = 3
"""Stations in common with an earlier path that are worth a word instead of saying them again."""


class Station(NamedTuple):
    """A line of code that the value passes, or several in a row, and what happens there; no file: what is left out."""

    file: str
    line: int
    said: str
    lines: int = 1


class Told:
    """The paths that were drawn before: what another one begins or ends with in common is not drawn again."""

    def __init__(self) -> None:
        self._starts: set[tuple[Station, ...]] = set()
        self._ends: set[tuple[Station, ...]] = set()

    def new(self, stations: list[Station]) -> tuple[int, int]:
        """Of the path the stations, from one to before the other, that were not drawn; remembers the path."""
        whole, size = tuple(stations), len(stations)
        start = next((at for at in range(size - 1, 0, -1) if whole[:at] in self._starts), 0)
        end = next((at for at in range(1, size) if whole[at:] in self._ends), size)
        self._starts.update(whole[:at] for at in range(1, size))
        self._ends.update(whole[at:] for at in range(1, size))
        start = start if start >= FEWEST_SHARED else 0
        return start, end if size - max(start, end) >= FEWEST_SHARED else size


def tree(report: Report, path: Path, indent: int, told: Told | None = None) -> Iterator[Line]:
    """The path's steps from the access to the sink; steps on one line of code stand together.

    What it begins or ends with as an earlier path that was `told` is not drawn again.
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
        said.append(f"by {prose.joined(path.stored_in)}")
    if state is not None:
        said.append(f"{sentences.flagged(report).one}: {_STATES[state]}")
    if path.conditions:
        said.append(f"needs {prose.joined(condition.name for condition in path.conditions)}")
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
    start, end = told.new(stations) if told is not None else (0, len(stations))
    end = max(start, end)
    if start:
        yield Line(f"├ as above to {_place(stations[start - 1])}, {prose.plural(start, 'line')}", "aside", indent)
    for at in range(start, end):
        yield from _station(report, stations[at], indent, last=at == len(stations) - 1)
    if end < len(stations):
        left = prose.plural(len(stations) - end, "line")
        yield Line(f"└ on as above from {_place(stations[end])}, {left}", "aside", indent)


def _place(one: Station) -> str:
    return f"{one.file}:{one.line}"


def _station(report: Report, one: Station, indent: int, *, last: bool) -> Iterator[Line]:
    branch, trunk = ("└", " ") if last else ("├", "│")
    if not one.file:
        yield Line(f"{branch} … {one.said} …", "aside", indent)
        return
    more = f" ({one.lines:,} lines)" if one.lines > 1 else ""
    yield Line(f"{branch} {one.file}:{one.line}  {one.said}{more}".rstrip(), "place", indent)
    if code := excerpt(report, one.file, one.line):
        yield Line(f"{trunk}     {code}", "code", indent)
