"""What verdicts ask is asked ahead, beside the search for columns, or of who finds paths; it changes no report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from audit import judge, pipeline
from audit.extract.workers import Crashed
from audit.judge import ahead
from audit.judge.along import Along, along
from audit.judge.gate.suppressed import Suppressed
from audit.judge.verdict.written import Writing
from reports.json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.model import Evidence
    from audit.model import Path as Way
    from audit.rulebook import Rules
    from audit.trace import Engine
    from audit.trace.path.needing import Needing

SAMPLE = str(Path(__file__).parents[1] / "projects" / "backend-service")


def _report() -> bytes:
    return to_json(pipeline.report(SAMPLE, cache=False))


def _accesses(report: bytes) -> list[dict[str, Any]]:
    accesses: list[dict[str, Any]] = json.loads(report)["accesses"]
    return accesses


@pytest.fixture(scope="module")
def expected() -> bytes:
    return _report()


def test_without_another_process(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    monkeypatch.setattr(ahead, "started", lambda *_: None)
    assert _report() == expected


def test_a_process_that_dies_of_an_error(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    def dying(_: ahead.Ahead) -> bytes:
        raise MemoryError

    monkeypatch.setattr(ahead.Ahead, "_tell", dying)
    assert _report() == expected


def test_a_process_that_is_lost(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    def started(kind, work):
        one = kind(work)
        monkeypatch.setattr(one, "result", lambda _: Crashed("SIGKILL"))
        return one

    monkeypatch.setattr(ahead, "started", started)
    assert _report() == expected


def test_what_it_found_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    """Columns that key an access, or could: none of them is left to this process."""
    here: list[str] = []
    asked = Writing._is_empty

    def noted(self: Writing, column: str) -> bool:
        here.append(column)
        return asked(self, column)

    def alone(self: ahead.Ahead) -> bytes:
        monkeypatch.setattr(Writing, "_is_empty", asked)
        return tell(self)

    tell = ahead.Ahead._tell
    monkeypatch.setattr(ahead.Ahead, "_tell", alone)
    monkeypatch.setattr(Writing, "_is_empty", noted)
    assert _report() == expected
    keys = {key["column"] for access in _accesses(expected) for key in access["keyed_by"] if key.get("column")}
    assert keys
    assert not keys.intersection(here)


def test_what_is_said_of_paths_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    """Guards of sinks that an access comes to itself: who found them has looked for these."""
    here: set[tuple[str, int]] = set()
    find = Suppressed._find

    def noted(self: Suppressed, place: tuple[str, int, int], *, returning: bool) -> Evidence | None:
        here.update(() if returning else (place[:2],))
        return find(self, place, returning=returning)

    def found(engine: Engine, rules: Rules, paths: Iterable[Way], needs: Needing | None) -> Along:
        monkeypatch.setattr(Suppressed, "_find", find)
        return along(engine, rules, paths, needs)

    monkeypatch.setattr(judge, "along", found)
    monkeypatch.setattr(Suppressed, "_find", noted)
    assert _report() == expected
    followed = [one for one in _accesses(expected) if one["scope"] == "production" and one["language"] != "python"]
    sinks = {
        (path["sink"]["file"], path["sink"]["line"])
        for one in followed
        for path in one["paths"]
        if not path["stored_in"]
    }
    assert sinks
    assert not sinks.intersection(here)
