"""The search for direct accesses runs beside the other one; what becomes of its process changes no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import pipeline
from audit.extract import workers
from audit.extract.python import worker as python_worker
from audit.find.direct import beside
from audit.model import Report

SAMPLE = str(Path(__file__).parents[1] / "projects" / "backend-service")


def _places(made: Report) -> list[tuple[str, int]]:
    return [(one.file, one.line) for one in made.accesses]


def _accesses() -> list[tuple[str, int]]:
    return _places(pipeline.report(SAMPLE, cache=False, paths=False))


@pytest.fixture(scope="module")
def expected() -> list[tuple[str, int]]:
    return _accesses()


def test_without_a_second_process(monkeypatch, expected):
    monkeypatch.setattr(beside, "started", lambda *_: None)
    assert _accesses() == expected


def test_a_process_that_is_lost_after_it_was_told_of_python(monkeypatch, expected):
    """Its answers about Python went with it."""
    result = workers.Beside.result

    def lost(self: workers.Beside, seconds: float) -> workers.Crashed:
        result(self, seconds)
        return workers.Crashed("SIGKILL")

    monkeypatch.setattr(beside.Beside, "result", lost)
    assert _accesses() == expected


def test_the_process_that_reads_python_is_lost_meanwhile(monkeypatch, expected):
    """Who goes on with it did not start it, and starts another one: the file at hand is lost, and is said to be."""
    monkeypatch.setattr(python_worker.PythonWorker, "_hear", _deaf(python_worker.PythonWorker._hear))
    made = pipeline.report(SAMPLE, cache=False, paths=False)
    lost = [one.file for one in made.coverage.unanalysed if one.reason == "crashed"]
    assert [path.endswith(".py") for path in lost] == [True]
    assert [one for one in expected if not one[0].endswith(".py")] == [
        one for one in _places(made) if not one[0].endswith(".py")
    ]


def _deaf(hear):
    heard = []

    def once(self) -> bool:
        heard.append(self)
        return len(heard) > 1 and hear(self)

    return once
