"""Accesses are followed beside gates and columns; what becomes of their process changes no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import pipeline
from audit.extract.workers import Crashed, Telling
from audit.trace import beside
from reports.json import to_json

SAMPLE = str(Path(__file__).parents[1] / "projects" / "backend-service")


def _report() -> bytes:
    return to_json(pipeline.report(SAMPLE, cache=False))


@pytest.fixture(scope="module")
def expected() -> bytes:
    return _report()


def test_without_a_second_process(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    monkeypatch.setattr(beside, "started", lambda *_: None)
    assert _report() == expected


def test_a_process_that_is_lost_before_it_told_of_columns(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    monkeypatch.setattr(Telling, "first", lambda *_: None)
    monkeypatch.setattr(Telling, "result", _lost(Telling.result))
    assert _report() == expected


def test_a_process_that_is_lost_after_it_told_of_columns(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    monkeypatch.setattr(Telling, "result", _lost(Telling.result))
    assert _report() == expected


def test_a_process_that_dies_of_an_error(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    def dying(_: beside.Following) -> bytes:
        raise MemoryError

    monkeypatch.setattr(beside.Following, "_tell", dying)
    assert _report() == expected


def _lost(result):
    def lost(self: Telling, seconds: float) -> Crashed:
        result(self, seconds)
        return Crashed("SIGKILL")

    return lost
