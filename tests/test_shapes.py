"""One construct per folder in `tests/shapes/`, under the shared rules and client unless it brings its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import harness
from tests.expectations import STRICT, Word, expected

FOLDER = Path(__file__).parent / "shapes"
CLIENT = FOLDER / "client"
SHAPES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path != CLIENT)
COMPARED = STRICT | {Word.LOOK_ALIKE}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_report_finds_what_is_marked_and_nothing_else(shape: Path, tmp_path: Path) -> None:
    root = harness.assemble(shape, CLIENT, tmp_path / shape.name)
    rules = None if (root / "ungated.toml").exists() else FOLDER / "ungated.toml"
    assert harness.differences(root, harness.run(root, rules), COMPARED) == ""


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_shape_says_something(shape: Path) -> None:
    assert expected(shape)
