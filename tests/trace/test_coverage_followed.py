"""What is said of files that only a value leads to: nobody looks into them before results are followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import pipeline
from tests import harness
from tests.trees import write

FOLDER = Path(__file__).parents[1] / "shapes"
MAIN = """
import { getItem } from '@acme/client';
import express from 'express';
import { label } from './label';
const app = express();
app.get('/items/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id));
  res.json({ label: label(item) });
});
"""
LABEL = "export function label(item: any) {\n  return item.name;\n}\n"
DAMAGED = "export function other() {\n  return ((;\n}\n"
TOO_DEEP = f"export const deep = {'(' * 9_000}1{')' * 9_000};\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return harness.assemble(write(tmp_path / "shape", {"main.ts": MAIN}), FOLDER / "client", tmp_path / "tree")


@pytest.mark.parametrize("beside", [True, False], ids=["beside", "alone"])
@pytest.mark.parametrize(
    ("text", "damaged", "unanalysed"),
    [
        (LABEL, [], []),
        (LABEL + DAMAGED, [("label.ts", 5)], []),
        (LABEL + TOO_DEEP, [], [("label.ts", "too-deep")]),
    ],
    ids=["whole", "damaged", "too-deep"],
)
def test_a_file_on_the_way_that_is_not_read_is_told(
    tree: Path,
    text: str,
    damaged: list[tuple[str, int]],
    unanalysed: list[tuple[str, str]],
    beside: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not beside:
        monkeypatch.delattr("os.fork")
    write(tree, {"label.ts": text, "aside.ts": DAMAGED})  # nobody looks into the second one
    rules = str(FOLDER / "ungated.toml")
    coverage = pipeline.report(str(tree), rules=rules, cache=False).coverage
    assert [(one.file, one.line) for one in coverage.damaged] == damaged
    assert [(one.file, one.reason) for one in coverage.unanalysed] == unanalysed
    assert pipeline.report(str(tree), rules=rules, cache=False, paths=False).coverage.damaged == ()
