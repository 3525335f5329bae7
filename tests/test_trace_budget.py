"""A search that was cut never looks like one that came to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.pipeline import report

SAMPLE = str(Path(__file__).parent / "projects" / "backend-service")


def test_a_whole_search_says_nothing_of_a_budget() -> None:
    found = report(SAMPLE, cache=False, paths=True)
    assert any(access.paths for access in found.accesses)
    assert not [escape for access in found.accesses for escape in access.escapes if escape.reason == "budget"]


def test_a_cut_search_is_told_at_every_access_it_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.solver.facts.BUDGET", 3)
    found = report(SAMPLE, cache=False, paths=True)
    followed = [access for access in found.accesses if access.reach is not None]
    assert followed
    for access in followed:
        if "unresolved-call" not in {escape.reason for escape in access.escapes}:
            assert "budget" in {escape.reason for escape in access.escapes}
        assert access.reach in ("renders", "escapes", "unreachable")


@pytest.mark.parametrize("search", ["sources", "forwards"])
def test_a_cut_search_for_routes_is_told_too(search: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"audit.flow.routes.{search}._BUDGET", 1)
    found = report(SAMPLE, cache=False, paths=True)
    followed = [access for access in found.accesses if access.reach is not None and access.language != "python"]
    assert followed
    for access in followed:
        assert "budget" in {escape.reason for escape in access.escapes}
