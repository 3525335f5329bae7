"""In which order the engine takes up its facts changes nothing that the report claims: sinks, flows, fields, reach.

Where several ways lead to a sink, the steps of a path are those of the way that the engine came by first; its own order
is always the same, which is why two runs give the same bytes. The fields are those of all ways. Where it is not known
whether a flagged row is shown, the evidence is the reading on that way by which it is not.
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from audit.flow.solver import Solver
from audit.flow.solver.live import Live
from audit.pipeline import report
from reports.json import to_json
from tests.sample import SAMPLE, audited

if TYPE_CHECKING:
    from audit.flow.contexts import Fact
    from audit.model import Path, Report


def test_a_run_leaves_the_limit_of_the_stack_as_it_was() -> None:
    """Other code in the same process is bounded by it: readers of deep files count on that."""
    before = sys.getrecursionlimit()
    report(str(SAMPLE), cache=False)
    assert sys.getrecursionlimit() == before


def test_two_runs_give_the_same_bytes() -> None:
    assert to_json(report(str(SAMPLE), cache=False)) == to_json(audited())


@pytest.mark.parametrize("seed", range(2))
def test_a_shuffled_worklist_claims_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    order, usual = random.Random(seed), audited()

    def shuffled(solver: Solver) -> Fact | None:
        queue = next((queue for queue in solver._queues if queue), None)
        if queue is None:
            return None
        queue.rotate(order.randrange(len(queue)))
        return queue.popleft()

    monkeypatch.setattr(Solver, "next", shuffled)
    assert claimed(report(str(SAMPLE), cache=False)) == claimed(usual)


def test_parts_that_nothing_reads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the steps are the same: what is left out led nowhere."""
    usual = audited()
    monkeypatch.setattr(Live, "leads", lambda *_: True)
    assert to_json(report(str(SAMPLE), cache=False)) == to_json(usual)


def claimed(made: Report) -> bytes:
    """The report without the steps of its paths, and without the step at which a verdict that is unknown became so."""
    accesses = (replace(access, paths=tuple(map(_without_steps, access.paths))) for access in made.accesses)
    return to_json(replace(made, accesses=tuple(accesses)))


def _without_steps(path: Path) -> Path:
    flagged = path.flagged
    told = replace(flagged, evidence=()) if flagged is not None and flagged.state == "unknown" else flagged
    return replace(path, steps=(), flagged=told)
