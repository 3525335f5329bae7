"""Ways lead through what their own calls open, and a way that no call opens is none that is proven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import harness

SETTINGS, TESTED = harness.SHAPES / "flow-settings", harness.SHAPES / "flow-tested"
NEEDED = harness.SHAPES / "flow-needed"


def line(mark: str, shape: Path = SETTINGS) -> int:
    lines = (shape / "main.ts").read_text().splitlines()
    return next(number for number, text in enumerate(lines, 1) if mark in text)


def report_of(shape: Path, target: Path) -> dict[str, Any]:
    root = harness.assemble(shape, harness.CLIENT, target)
    return harness.run(root, harness.rules_of(root), paths=True)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, str], dict[str, Any]]:
    """By what the client is asked for, and the kind of sink."""
    report = report_of(SETTINGS, tmp_path_factory.mktemp("settings") / "shape")
    accesses = sorted((one for one in report["accesses"] if one["file"] == "main.ts"), key=lambda one: one["line"])
    return {(at, one["sink"]["kind"]): one for at, access in enumerate(accesses, 1) for one in access["paths"]}


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The paths behind tests, by their route."""
    report = report_of(TESTED, tmp_path_factory.mktemp("tested") / "shape")
    return {route: one for access in report["accesses"] for one in access["paths"] for route in one["sink"]["routes"]}


def lines(path: dict[str, Any]) -> set[int]:
    return {step["line"] for step in path["steps"]}


@pytest.mark.parametrize("asked", [1, 2])
def test_what_only_other_settings_do_is_not_proven(paths: dict[tuple[int, str], dict[str, Any]], asked: int) -> None:
    assert paths[asked, "log"]["confidence"] == "possible"
    assert paths[asked, "http"]["confidence"] == "proven"
    assert line("here: as it is") in lines(paths[asked, "http"])


def test_a_way_is_the_one_that_the_settings_open(paths: dict[tuple[int, str], dict[str, Any]]) -> None:
    assert paths[3, "log"]["confidence"] == paths[3, "http"]["confidence"] == "proven"
    assert line("here: checked") in lines(paths[3, "http"])
    assert line("here: as it is") not in lines(paths[3, "http"])


def test_a_setting_that_may_be_either_bars_nothing(paths: dict[tuple[int, str], dict[str, Any]]) -> None:
    assert paths[4, "log"]["confidence"] == paths[4, "http"]["confidence"] == "proven"


def test_a_way_through_a_named_case_comes_before_one_through_the_rest(
    paths: dict[tuple[int, str], dict[str, Any]],
) -> None:
    assert paths[5, "http"]["confidence"] == "proven"
    assert line("here: named") in lines(paths[5, "http"])
    assert line("here: left") not in lines(paths[5, "http"])


def test_so_it_does_where_a_value_comes_to_the_rest_by_two_ways(paths: dict[tuple[int, str], dict[str, Any]]) -> None:
    """They meet again where the function that both went through is called."""
    assert paths[6, "http"]["confidence"] == "proven"
    assert line("here: own case") in lines(paths[6, "http"])
    assert line("here: whatever it is") not in lines(paths[6, "http"])


def test_a_way_that_only_the_rest_opens_goes_there(paths: dict[tuple[int, str], dict[str, Any]]) -> None:
    assert paths[7, "http"]["confidence"] == "proven"
    assert line("here: whatever it is") in lines(paths[7, "http"])


@pytest.mark.parametrize(
    ("route", "over", "around"),
    [
        ("GET /named", "those of a name", "all of them"),
        ("GET /any", "all of them", "those of a name"),
        ("GET /changed", "all of them", "those of a name"),
        ("GET /some", "has some", "has none"),
        ("GET /later", "put there", "before it was there"),
    ],
)
def test_a_way_leads_over_lines_on_which_the_value_is(
    tested: dict[str, dict[str, Any]], route: str, over: str, around: str
) -> None:
    """What was tested before a call holds inside; a list has nothing where it was left for having something."""
    assert tested[route]["confidence"] == "proven"
    assert line(f"here: {over}", TESTED) in lines(tested[route])
    assert line(f"here: {around}", TESTED) not in lines(tested[route])


def test_what_must_be_set_is_what_the_least_demanding_way_needs(tmp_path: Path) -> None:
    """The shorter way runs only where a variable is set; where there is no other, it is asked for."""
    report = report_of(NEEDED, tmp_path / "shape")
    asked = {
        route: ([one["name"] for one in path["conditions"]], line("by the long way", NEEDED) in lines(path))
        for access in report["accesses"]
        for path in access["paths"]
        for route in path["sink"]["routes"]
    }
    assert asked == {"GET /either": ([], True), "GET /only": (["EXTRA_KEY"], False)}
