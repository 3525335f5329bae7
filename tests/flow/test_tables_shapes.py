"""Every `sink: database TABLE.COLUMN` in the shapes of columns is a value that the line writes there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import harness
from tests.asking import Project
from tests.expectations import Word, expected

FOLDER = Path(__file__).parents[1] / "shapes"
SHAPES = sorted(FOLDER.glob("column-*"))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_marked_columns_are_written(shape: Path, tmp_path: Path) -> None:
    root = harness.assemble(shape, FOLDER / "client", tmp_path / shape.name)
    marks = [item for item in expected(shape) if item.word is Word.SINK and item.text.startswith("database ")]
    with Project(root) as project:
        lines = project.writes("main.ts")
        found = {(line, ".".join(one.column)) for line, all_ in lines.items() for one in all_ if one.node >= 0}
        unmarked = {item.line for item in expected(shape) if item.word is Word.OK and item.file == "main.ts"}
    assert {(item.line, item.text.removeprefix("database ")) for item in marks} <= found
    assert not [place for place in found if place[0] in unmarked]
