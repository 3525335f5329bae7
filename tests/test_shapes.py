"""One construct per folder in `tests/shapes/`, under the shared rules and client unless it brings its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import harness
from tests.expectations import STRICT, Word, expected

FOLDER = Path(__file__).parent / "shapes"
CLIENT = FOLDER / "client"
SHAPES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path != CLIENT)
JUDGED = [path for path in SHAPES if path.name.startswith(("gate-", "keyed-"))]
JUDGEMENTS = frozenset({Word.GATE, Word.CHAIN, Word.DEFECT, Word.KEYED})
COMPARED = STRICT | {Word.LOOK_ALIKE}
FOLLOWED = sorted(
    path.name
    for path in SHAPES
    if path.name.startswith(("flow-", "column-", "reach-")) or path.name == "route-express-wrappers"
)
"""Shapes whose sinks and escapes are those that are marked, and no others."""


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_report_finds_what_is_marked_and_nothing_else(shape: Path, tmp_path: Path) -> None:
    root = harness.assemble(shape, CLIENT, tmp_path / shape.name)
    assert harness.differences(root, harness.run(root, harness.rules_of(root)), COMPARED) == ""


@pytest.mark.parametrize("name", FOLLOWED)
def test_paths_lead_where_it_is_marked(name: str, tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / name, CLIENT, tmp_path / name)
    report = harness.run(root, harness.rules_of(root), paths=True)
    assert harness.differences(root, report, COMPARED | {Word.REACH, Word.PROVEN, Word.POSSIBLE}) == ""
    assert harness.astray(root, report) == ""


@pytest.mark.parametrize("shape", JUDGED, ids=lambda path: path.name)
def test_gates_and_keys_are_as_marked(shape: Path, tmp_path: Path) -> None:
    root = harness.assemble(shape, CLIENT, tmp_path / shape.name)
    assert harness.differences(root, harness.run(root, harness.rules_of(root), paths=True), STRICT | JUDGEMENTS) == ""


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_shape_says_something(shape: Path) -> None:
    assert expected(shape)
