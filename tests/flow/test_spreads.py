"""Objects that are made of each other's parts: there are more ways through them than there is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests import harness
from tests.test_shapes import CLIENT, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

METHODS = 14
"""With this many, each way through all of them is one of 14 factorial."""


def test_a_state_that_many_methods_make_anew_is_followed_to_its_end(tmp_path: Path) -> None:
    """A reducer's state: each method spreads what all the others have made. It ends, and the value is seen."""
    shape = tmp_path / "shape"
    shape.mkdir()
    methods = "\n".join(
        f"""  async step{number}(id: string) {{
    const item = await getItem({number});
    const same = this.details[id].comments.find((one) => one.id === item.id);
    this.details = {{
      ...this.details,
      [id]: {{ ...this.details[id], comments: this.details[id].comments.map((one) => ({{ ...one, ...same }})), item }},
    }};
  }}"""
        for number in range(METHODS)
    )
    (shape / "main.ts").write_text(
        f"""import {{ getItem }} from '@acme/client';
import express from 'express';

class Store {{
  details: Record<string, any> = {{}};
{methods}
}}

const store = new Store();
express().get('/state', async (req, res) => {{
  await store.step1(req.params.id);
  res.json(store.details);
}});
"""
    )
    report = harness.run(harness.assemble(shape, CLIENT, tmp_path / "root"), FOLDER / "ungated.toml", paths=True)
    first, second, *_ = sorted((one for one in report["accesses"] if one["scope"] == "production"), key=_line)
    assert (first["reach"], second["reach"]) == ("unreachable", "renders")


def _line(access: dict[str, Any]) -> int:
    return int(access["line"])
