"""The fields of a path are those that are read on any of the ways to its sink, not on the first one that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import harness
from tests.test_shapes import CLIENT, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CODE = """import express from 'express';
import { getItem } from '@acme/client';
const app = express();
const credit = (part: any, owner: string) => {
  if (part.artists.length > 0) return part.artists.join(', ');
  if (part.alias) return part.alias;
  return owner;
};
app.get('/items/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id));
  const kept = item.parts.map((part) => ({ by: credit(part, item.artist), other: credit({ artists: [] }, '') }));
  const secret = { by: item.secret };
  res.json({ kept, first: item.parts.find((one) => one.id === 1).id });
  console.log(secret.by);
});
"""


def _explicit(tmp_path: Path) -> dict[str, list[str]]:
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.ts").write_text(CODE)
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    (access,) = harness.run(root, FOLDER / "ungated.toml", paths=True)["accesses"]
    return {path["sink"]["kind"]: path["fields"] for path in access["paths"] if path["flow"] == "explicit"}


def test_further_ways_have_a_budget_and_no_sink_rests_on_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.solver.facts.WAYS", 0)
    assert _explicit(tmp_path).keys() == {"http", "log"}


def test_fields_are_those_of_all_ways(tmp_path: Path) -> None:
    read = ["artist", "parts.id", "parts[].alias", "parts[].artists"]
    assert _explicit(tmp_path) == {"http": read, "log": ["secret"]}
