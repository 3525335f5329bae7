"""The sample projects: whole repositories in miniature, and every expectation stands on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import harness
from tests.expectations import STRICT, Word, expected

PROJECTS = sorted(path for path in (Path(__file__).parent / "projects").iterdir() if path.is_dir())
COMPARED = STRICT | {Word.LOOK_ALIKE}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_report_finds_what_is_marked_and_nothing_else(project: Path) -> None:
    assert harness.differences(project, harness.run(project), COMPARED) == ""


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_paths_lead_where_it_is_marked(project: Path) -> None:
    words = COMPARED | {Word.SINK, Word.REACH, Word.KEYED, Word.GATE, Word.CHAIN, Word.DEFECT}
    assert harness.differences(project, harness.run(project, paths=True), words) == ""


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_good_twins_stand_beside_the_bad(project: Path) -> None:
    words = {item.word for item in expected(project)}
    assert {Word.EXPECT, Word.OK, Word.LOOK_ALIKE} <= words
