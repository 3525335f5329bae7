"""Python accesses are followed in a process of their own; what becomes of it changes no report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit import pipeline
from audit.extract.python.worker import PythonWorker
from audit.trace import scripts
from reports.json import to_json

if TYPE_CHECKING:
    from audit.trace.direct import Ends

SAMPLE = str(Path(__file__).parents[1] / "projects" / "backend-service")


def _report() -> bytes:
    return to_json(pipeline.report(SAMPLE, cache=False))


@pytest.fixture(scope="module")
def expected() -> bytes:
    report = pipeline.report(SAMPLE, cache=False)
    assert any(one.language == "python" and one.paths for one in report.accesses)
    return to_json(report)


def test_without_another_process(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    monkeypatch.setattr(scripts, "started", lambda *_: None)
    assert _report() == expected


def test_a_process_that_dies_of_an_error(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    def dying(_: scripts.Scripts) -> bytes:
        raise MemoryError

    monkeypatch.setattr(scripts.Scripts, "_tell", dying)
    assert _report() == expected


def test_what_it_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    """The files that its values come to: whoever goes on from there waits for no other process that reads Python."""
    ends = scripts.Scripts.ends

    def unasked(*_: object) -> None:
        raise AssertionError("a Python file was read again")

    def told(self: scripts.Scripts) -> Ends:
        found = ends(self)
        monkeypatch.setattr(PythonWorker, "submit", unasked)
        return found

    monkeypatch.setattr(scripts.Scripts, "ends", told)
    assert _report() == expected
