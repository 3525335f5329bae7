"""Every `sink: http ROUTE` in the shapes of routes: exactly these routes answer on the line."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests import harness
from tests.expectations import Word, expected
from tests.routing import Project

FOLDER = Path(__file__).parents[1] / "shapes"
SHAPES = sorted(FOLDER.glob("route-*"))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_routes_are_those_that_are_marked(shape: Path, tmp_path: Path) -> None:
    root = harness.assemble(shape, FOLDER / "client", tmp_path / shape.name)
    wanted = defaultdict(set)
    for item in expected(shape):
        if item.word is Word.SINK:
            wanted[item.file, item.line].add(item.text)
    with Project(root) as project:
        files = [file for file in project.program.files if not file.startswith("client/")]
        found = {place: texts for file in files for place, texts in project.answers(file).items() if texts}
    assert found == dict(wanted)
