"""`make replay CHECKOUT=DIR`: `check` on every commit of a real history against its parent.

Prints which commits `new-access` and `flag-missing` flag, which of the expected ones are missed, which are
flagged and not
expected, and the time. The checkout is a git clone with its history; nothing is written to it. What is
expected
stands in `expected.toml`, commit by commit.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import resource
import time
import tomllib
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from audit.history import Step, steps
from audit.ledger import Side, check_change
from audit.model import Access, Found, Report
from audit.reuse import Work
from audit.source import Commit, first_parents
from tests.memory import Memory

RULES = ("new-access", "flag-missing", "gate-weakened", "evidence-changed", "trigger-met", "client-lost")
TODAY = dt.date(2026, 1, 1)
CHUNK = 20


class Seen(NamedTuple):
    """What a check of one commit said: (rule, sentence) of each finding that fails, and the moved
    accesses.
    """

    commit: str
    title: str
    failing: tuple[tuple[str, str], ...]
    moved: int
    seconds: float


def main() -> None:
    """Replay, compare with what is expected, print."""
    options = _options()
    started = time.monotonic()
    commits = first_parents(options.checkout, options.since)
    pushes = [list(group) for _, group in groupby(commits, key=lambda one: one.when if options.pushes else one.id)]
    wanted = tuple(options.only or ("",))
    commits = [_push(push) for push in pushes if any(one.id.startswith(wanted) for one in push)]
    seen = _replayed(options.checkout, commits, options.jobs)
    expected = tomllib.loads((Path(__file__).parent / "expected.toml").read_text())
    _print(seen, expected.get("pushes" if options.pushes else "commits", {}), whole=not options.only)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{len(commits):,} commits, {len(seen):,} of them analysed, in {time.monotonic() - started:.0f} s,"
        f" {spent.ru_utime + spent.ru_stime:.0f} s of CPU, at most {spent.ru_maxrss // 1024} MiB"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout")
    parser.add_argument("--since", help="the commit before the first one")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pushes", action="store_true", help="commits of one committer time as one change")
    parser.add_argument("--only", nargs="*", help="only these commits, each against its parent")
    return parser.parse_args()


def _push(commits: list[Commit]) -> Commit:
    """Several commits as one change; of a file that was renamed twice the first name leads to the last."""
    renames: dict[str, str] = {}
    for commit in commits:
        renames = {old: commit.renames.get(new, new) for old, new in renames.items()} | {
            old: new for old, new in commit.renames.items() if old not in renames.values()
        }
    paths = tuple(path for commit in commits for path in commit.paths)
    return commits[-1]._replace(parent=commits[0].parent, paths=paths, renames=renames)


def _replayed(root: str, commits: list[Commit], jobs: int) -> list[Seen]:
    """Chunks of the history, by processes that each keep to a stretch of it: neighbours share most of their files.

    A commit that does not follow the one before starts a chunk.
    """
    chunks: list[list[Commit]] = []
    for commit in commits:
        if not chunks or chunks[-1][-1].id != commit.parent or len(chunks[-1]) == CHUNK:
            chunks.append([])
        chunks[-1].append(commit)
    stretches = Stretches(len(chunks), jobs)
    found: dict[int, list[Seen]] = {}
    with ExitStack() as stack:
        context = get_context("spawn")
        pools = [
            stack.enter_context(ProcessPoolExecutor(1, mp_context=context, initializer=_start)) for _ in range(jobs)
        ]
        running: dict[Future[list[Seen]], tuple[int, int]] = {}
        idle = list(range(jobs))
        while idle or running:
            for worker in idle:
                number = stretches.take(worker)
                if number is not None:
                    running[pools[worker].submit(_chunk, root, chunks[number])] = (worker, number)
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            finished = [(running.pop(one), one.result()) for one in done]
            found.update({number: seen for (_, number), seen in finished})
            idle = [worker for (worker, _), _ in finished]
    return [seen for number in range(len(chunks)) for seen in found[number]]


class Stretches:
    """Numbers shared out in stretches; whoever is through with his takes half of the longest that is left."""

    def __init__(self, count: int, workers: int) -> None:
        self._left = [range(count * one // workers, count * (one + 1) // workers) for one in range(workers)]

    def take(self, worker: int) -> int | None:
        """The next number for a worker; None when there is none left."""
        if not self._left[worker]:
            longest = max(range(len(self._left)), key=lambda one: len(self._left[one]))
            left = self._left[longest]
            half = len(left) // 2
            self._left[longest], self._left[worker] = left[:half], left[half:]
        left = self._left[worker]
        self._left[worker] = left[1:]
        return left[0] if left else None


_work: list[Work] = []


def _start() -> None:
    """What a process knows it knows until its end. Looking for cycles at Python's own pace would take long."""
    gc.set_threshold(2_000_000, 30, 30)
    _work.append(Work(Memory(), beside=False))


def _chunk(root: str, commits: list[Commit]) -> list[Seen]:
    found = []
    before = time.monotonic()
    for step in steps(root, commits, None, _work[0], "gated"):
        made = _checked(step)
        now = time.monotonic()
        found.append(made._replace(seconds=now - before))
        before = now
    return found


def _checked(step: Step) -> Seen:
    commit, sides = step.commit, (step.base, step.head)
    known = step.head or step.base
    if known is None:
        return Seen(commit.id, commit.title, (), 0, 0.0)
    base, head = (side or _blank(known) for side in sides)
    report = check_change(base, head, commit.renames, TODAY)
    failing = tuple(
        (one.rule, f"{one.file}:{one.line}: {one.message}") for one in report.findings if one.level == "error"
    )
    return Seen(commit.id, commit.title, failing, report.compared.moved if report.compared else 0, 0.0)


def _blank(side: Side) -> Side:
    empty: tuple[Access, ...] = ()
    report: Report = side.report
    fields = {name: getattr(report, name) for name in ("tool", "checkout", "rules", "coverage")}
    return side.but(report=Report(**fields, found=Found(), accesses=empty), records=())


def _print(seen: list[Seen], expected: dict[str, list[str]], *, whole: bool) -> None:
    wanted = {(commit[:8], rule) for commit, rules in expected.items() for rule in rules}
    flagged = Counter((one.commit[:8], rule) for one in seen for rule, _ in one.failing)
    analysed = {one.commit[:8] for one in seen}
    for one in seen:
        for rule, sentence in one.failing:
            mark = "flagged" if (one.commit[:8], rule) in wanted else "false  "
            print(f"{mark} {one.commit[:8]} {rule} {sentence}")
        if one.moved:
            print(f"moved   {one.commit[:8]} {one.moved} in {one.title}")
    for commit, rule in sorted(wanted - set(flagged)):
        if whole or commit in analysed:
            print(f"missed  {commit} {rule}")
    right = len(wanted & set(flagged))
    print(f"{right} of {len(wanted)} expected flagged, {len(set(flagged) - wanted)} false")


if __name__ == "__main__":
    main()
