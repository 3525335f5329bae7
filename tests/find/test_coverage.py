"""What a run did not read, and the columns that it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.extract.reading import Reader
from audit.find.unread import unread_files
from audit.link.program import Program
from audit.model import Unanalysed
from audit.source import WorkTree
from audit.store import NullStore
from tests.written import RULES, written

if TYPE_CHECKING:
    from pathlib import Path


def test_other_languages_count_when_they_name_the_client_or_a_variable(tmp_path: Path) -> None:
    rules = RULES.replace("[client]\n", '[client]\npackage = "@acme/client"\n')
    files = {
        "run.sh": 'curl "$ACME_URL/items"\n',
        "plain.sh": 'curl "$OTHER_URL/items"\n',
        "Page.vue": "<script>import { getItem } from '@acme/client';</script>\n",
        "a.test.sh": 'curl "$ACME_URL"\n',
        "Dockerfile": "RUN npm run build --workspace=@acme/client\n",
        "Dockerfile.job": "ENV ACME_URL=http://acme\n",
        "README.md": "Set ACME_URL; see @acme/client.\n",
        "package.json": '{ "dependencies": { "@acme/client": "*" } }\n',
        ".env.example": "ACME_URL=\n",
        ".env": "ACME_URL=http://acme\n",
    }
    found = [(one.file, one.reason, one.in_scope) for one in written(tmp_path, files, rules).coverage.unanalysed]
    assert found == [
        ("Dockerfile.job", "language", True),
        ("Page.vue", "language", True),
        ("a.test.sh", "language", False),
        ("run.sh", "language", True),
    ]


@pytest.mark.parametrize(
    ("name", "data", "in_scope"),
    [
        ("main.ts", b"import { getItem } from './acme';\n", True),
        ("main.ts", b"import { other } from './acme';\n", False),
        ("main.ts", "export const a = 1;\n".encode("utf-16"), True),
        ("main.test.ts", b"import { getItem } from './acme';\n", False),
    ],
)
def test_unread_file_is_in_scope_when_a_name_stands_or_may_stand_in_it(
    tmp_path: Path,
    name: str,
    data: bytes,
    in_scope: bool,  # noqa: FBT001
) -> None:
    (tmp_path / name).write_bytes(data)
    with WorkTree(str(tmp_path)) as snapshot:
        program = Program(snapshot, Reader(NullStore()))
        program.unread[name] = "crashed"
        found = unread_files(program, ["getItem"], lambda path: ".test." not in path)
    assert found == [Unanalysed(name, "crashed", in_scope)]


def test_damaged_region_is_in_scope_when_a_searched_name_lies_inside(tmp_path: Path) -> None:
    files = {
        "main.ts": "import { getItem } from './acme';\nexport const a = () => getItem(1);\nconst x = = 3;\n",
        "use.ts": "import { getItem } from './acme';\nexport const b = = getItem(1);\n",
    }
    damaged = written(tmp_path, files).coverage.damaged
    assert {(one.file, one.in_scope) for one in damaged} == {("main.ts", False), ("use.ts", True)}


@pytest.mark.parametrize(
    ("files", "columns"),
    [
        ({"schema.ts": "export const items = pgTable('items', { withheld: boolean('withheld') });\n"}, 1),
        (
            {"schema.ts": "export const items = app.table('items', {\n  hidden: boolean('withheld'),\n});\n"},
            1,
        ),
        ({"schema.ts": "export const others = pgTable('others', { withheld: boolean() });\n"}, 0),
        (
            {"schema.ts": "export const items = pgTable('items', { id: 1 });\n\nconst withheld = 1;\n"},
            0,
        ),
        ({"1.sql": 'CREATE TABLE IF NOT EXISTS "app"."items" (\n  id int,\n  withheld boolean\n);\n'}, 1),
        ({"1.sql": "ALTER TABLE items ADD COLUMN withheld boolean;\n"}, 1),
        ({"1.sql": "SELECT withheld FROM items;\n"}, 0),
        ({"main.ts": "export const q = 'items'; export const w = 'withheld';\n"}, 0),
    ],
)
def test_flag_columns_are_found_where_a_table_declares_them(
    tmp_path: Path, files: dict[str, str], columns: int
) -> None:
    found = written(tmp_path, files).found
    assert (found.columns, found.columns_of) == (columns, 1)
