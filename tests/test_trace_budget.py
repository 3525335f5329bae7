"""A search that was cut never looks like one that came to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit import pipeline
from tests.sample import SAMPLE, audited

if TYPE_CHECKING:
    from audit.model import Report


def searched() -> Report:
    """The report on the sample, made now."""
    return pipeline.report(str(SAMPLE), cache=False)


def test_a_whole_search_says_nothing_of_a_budget() -> None:
    found = audited()
    assert any(access.paths for access in found.accesses)
    assert not [escape for access in found.accesses for escape in access.escapes if escape.reason == "budget"]


def test_a_cut_search_is_told_at_every_access_it_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.solver.facts.BUDGET", 3)
    found = searched()
    followed = [access for access in found.accesses if access.reach is not None]
    assert followed
    for access in followed:
        if "unresolved-call" not in {escape.reason for escape in access.escapes}:
            assert "budget" in {escape.reason for escape in access.escapes}
        assert access.reach in ("renders", "escapes", "unreachable")


@pytest.mark.parametrize("search", ["sources", "forwards"])
def test_a_cut_search_for_routes_is_told_too(search: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"audit.flow.routes.{search}._BUDGET", 1)
    found = searched()
    followed = [access for access in found.accesses if access.reach is not None and access.language != "python"]
    assert followed
    for access in followed:
        assert "budget" in {escape.reason for escape in access.escapes}


def test_a_cut_search_for_keys_is_an_unknown_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.judge.keys._EACH", 0)
    keys = [key for access in searched().accesses for key in access.keyed_by]
    assert keys
    assert {(key.kind, key.evidence[0].note) for key in keys} == {("unknown", "the search for keys was cut here")}


def test_keys_of_all_chains_have_a_budget_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.judge.keys._ALL", 3)
    keys = [key for access in searched().accesses for key in access.keyed_by]
    assert {key.kind for key in keys} > {"unknown"}
    assert any(fact.note == "the search for keys was cut here" for key in keys for fact in key.evidence)


@pytest.mark.parametrize(
    ("limit", "state"),
    [("audit.judge.feeding._MOST", "filter"), ("audit.flow.backwards._EACH", "argument")],
)
def test_no_gate_rests_on_what_was_not_looked_at(limit: str, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def chains(made: Report) -> list[str]:
        gates = [access.gate for access in made.accesses if access.language != "python"]
        return [chain.state for gate in gates if gate is not None for chain in gate.chains]

    assert state in chains(audited())
    monkeypatch.setattr(limit, 0)
    found = chains(searched())
    assert found
    assert state not in found
