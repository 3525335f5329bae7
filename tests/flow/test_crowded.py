"""One cache of a whole application: what is put there under one key may come out under any other one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import harness
from tests.test_shapes import CLIENT, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

FEW, MANY = 4, 30


@pytest.mark.parametrize(("steps", "kinds"), [(FEW, {"request", "unknown"}), (MANY, {"unknown"})])
def test_a_cache_that_many_use_says_nothing_of_a_key(tmp_path: Path, steps: int, kinds: set[str]) -> None:
    """Each step keeps what another one has kept: of many, asking what a key may be would ask all of them for each."""
    shape = tmp_path / "shape"
    shape.mkdir()
    kept = "\n".join(
        f"app.post('/{number}', async (req) => {{\n"
        f"  const before = await cache.get(`${{req.body.id}}:{(number * 7 + 3) % steps}`);\n"
        f"  await cache.set(`${{req.body.id}}:{number}`, before ?? req.body.item);\n"
        "});"
        for number in range(steps)
    )
    (shape / "main.ts").write_text(
        f"""import {{ getItem }} from '@acme/client';
import express from 'express';
import {{ createClient }} from 'redis';

const cache = createClient({{ url: process.env.REDIS_URL }});
const app = express();
{kept}
app.get('/item', async (req, res) => {{
  const id = await cache.get(`${{req.query.id}}`);
  res.json(await getItem(Number(id)));
}});
"""
    )
    report = harness.run(harness.assemble(shape, CLIENT, tmp_path / "root"), FOLDER / "ungated.toml", paths=True)
    (access,) = (one for one in report["accesses"] if one["scope"] == "production")
    assert _kinds(access) == kinds


def _kinds(access: dict[str, Any]) -> set[str]:
    return {one["kind"] for one in access["keyed_by"]}
