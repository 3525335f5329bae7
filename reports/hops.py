"""A path in short: a hop for each run of steps in the same file."""

from itertools import groupby
from typing import NamedTuple

from audit.model import Path
from reports.words.prose import plural

MOST_HOPS = 8
MOST_LETTERS = 60


class Hop(NamedTuple):
    """Where a run of steps begins, what happens at its two ends, and how many lines of code it passes."""

    file: str
    line: int
    said: str
    lines: int


def hops(path: Path) -> list[Hop]:
    """The way from the access to the sink."""
    made = []
    for file, steps in groupby(path.steps, key=lambda step: step.file):
        run = list(steps)
        ends = dict.fromkeys(_short(step.note) for step in (run[0], run[-1]) if step.note)
        made.append(Hop(file, run[0].line, " … ".join(ends), len({step.line for step in run})))
    return made


def cut(several: list[Hop]) -> list[Hop]:
    """At most eight hops; of more, those in the middle are left out, and a hop without a file says how many."""
    left = len(several) - MOST_HOPS
    if left <= 0:
        return several
    kept = MOST_HOPS // 2
    return [*several[:kept], Hop("", 0, f"{plural(left + 1, 'file')} between", 0), *several[-kept + 1 :]]


def _short(note: str) -> str:
    """A long chain of calls by its two ends."""
    return note if len(note) <= MOST_LETTERS else f"{note[: MOST_LETTERS // 2]}…{note[-MOST_LETTERS // 3 :]}"
