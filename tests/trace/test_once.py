"""A request that may ask for several things is several accesses at one place, which are followed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit import pipeline
from audit.flow.solver import Solver

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MAIN = """\
import express from 'express';
const app = express();
app.get('/either', async (req, res) => {
  const path = req.query.notes ? '/notes' : '/items';
  res.json(await (await fetch(`${process.env.ACME_URL}${path}`)).json());
});
app.get('/other', async (_req, res) => {
  res.json(await (await fetch(`${process.env.ACME_URL}/other`)).json());
});
"""
RULES = 'version = 1\nname = "acme"\ntitle = "t"\n[service]\nurl_env = ["ACME_URL"]\n'


def test_accesses_at_one_place_are_followed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "main.ts").write_text(MAIN)
    (tmp_path / "ungated.toml").write_text(RULES)
    seeded: list[object] = []
    seed = Solver.seed

    def noting(self: Solver, spot: object, number: int, path: tuple[str, ...] = (), carried: str = "value") -> None:
        if carried == "value":
            seeded.append(spot)
        seed(self, spot, number, path, carried)  # type: ignore[arg-type]

    monkeypatch.setattr("audit.trace.beside.started", lambda *_: None)
    monkeypatch.setattr(Solver, "seed", noting)
    found = {access.subject: access for access in pipeline.report(str(tmp_path), cache=False).accesses}
    assert sorted(found) == ["GET /items", "GET /notes", "GET /other"]
    assert found["GET /items"].line == found["GET /notes"].line == 5
    assert len(seeded) == len(set(seeded)) == 2, "one for each place"
    assert found["GET /items"].paths == found["GET /notes"].paths
    shown = {subject: [one for path in access.paths for one in path.sink.routes] for subject, access in found.items()}
    assert shown == {"GET /items": ["GET /either"], "GET /notes": ["GET /either"], "GET /other": ["GET /other"]}
