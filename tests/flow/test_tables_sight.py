"""A name means what is declared elsewhere unless a file has another thing of that name: decided from text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.extract.reading import Reader
from audit.flow.tables.candidate.sight import Sight
from audit.link.names import Declared
from audit.link.program import Program
from audit.source import WorkTree
from audit.store import NullStore

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "db/schema.ts": "export const items = table('items');\n",
    "db/index.ts": "export * from './schema';\n",
    "other/schema.ts": "export const items = table('n_items');\n",
}


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("import { items } from '../db/schema';\nread(items);", True),
        ("import { items } from '../db';\nread(items);", True),
        ("import {\n  notes,\n  items as rows,\n} from '../db';\nread(rows);", True),
        ("import * as schema from '../db/schema';\nread(schema.items);", True),
        ("const { items } = require('../db/schema');\nread(items);", True),
        ("export const read = (deps) => deps.select().from(deps.tables.items);", True),
        ("export const read = (items) => select().from(items);", True),
        ("export function read(db) {\n  const items = db.items;\n  return items;\n}", True),
        ("import { items } from '../other/schema';\nread(items);", False),
        ("import {\n  notes,\n  items,\n} from 'elsewhere';\nread(items);", False),
        ("import items, { notes } from './items';\nread(items);", False),
        ("const items = [];\nread(items);", False),
        ("export async function items() {}", False),
        ("import { items } from '../other/schema';\nimport { items as ours } from '../db';\nread(ours);", True),
    ],
)
def test_a_file_may_mean_a_table_unless_its_name_is_something_else_there(
    tmp_path: Path, text: str, *, may: bool
) -> None:
    for name, content in {**FILES, "app/main.ts": text}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    with WorkTree(str(tmp_path)) as snapshot:
        sight = Sight(Program(snapshot, Reader(NullStore())))
        declared = Declared("db/schema.ts", "items", FILES["db/schema.ts"].index("items"))
        assert sight.may_mean("app/main.ts", declared) is may
        assert sight.may_mean("db/schema.ts", declared)
        assert not sight.may_mean("other/schema.ts", declared)
