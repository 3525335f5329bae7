"""A statement that is put together in many steps has very many texts, and is asked about in few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.flow.tables.trace import Trace
from tests.asking import Project

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STEPS = 16
"""Each step doubles the texts, down to where they are no longer followed."""


def test_what_a_text_may_be_is_asked_once_for_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = "\n".join(f"  if (query.a{at}) sql = sql + ` AND c{at} = ${{query.a{at}}}`;" for at in range(STEPS))
    (tmp_path / "main.ts").write_text(
        "import { Pool } from 'pg';\n"
        "const pool = new Pool();\n"
        "export async function rows(query: any) {\n"
        "  let sql = 'SELECT title FROM orders WHERE id = 1';\n"
        f"{steps}\n"
        "  return (await pool.query(sql)).rows;\n"
        "}\n"
    )
    asked = 0
    through = Trace.through

    def counted(self: Trace, *arguments: Any) -> Any:
        nonlocal asked
        asked += 1
        return through(self, *arguments)

    monkeypatch.setattr(Trace, "through", counted)
    with Project(tmp_path) as project:
        assert project.readers("orders.title") == ["main.ts:21 rows.[*].title"]
    assert 0 < asked < 20_000
