"""Values that go through more names than Python's own stack has room for: nothing breaks, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests import harness
from tests.test_shapes import CLIENT, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DEEP = 220


def _report(tmp_path: Path, body: str) -> dict[str, Any]:
    shape = tmp_path / "shape"
    shape.mkdir()
    head = "import { getItem } from '@acme/client';\nimport express from 'express';\n"
    (shape / "main.ts").write_text(f"{head}{body}")
    report = harness.run(harness.assemble(shape, CLIENT, tmp_path / "root"), FOLDER / "ungated.toml", paths=True)
    access: dict[str, Any] = next(one for one in report["accesses"] if one["file"] == "main.ts")
    return access


def _named(first: str, made: str) -> str:
    names = (f"const v{number} = {made.format(f'v{number - 1}')};" for number in range(1, DEEP))
    return "\n".join((f"const v0 = {first};", *names))


def test_a_response_with_many_names_is_that_of_its_handler(tmp_path: Path) -> None:
    body = f"""express().get('/item', async (req, res) => {{
  const item = await getItem(1);
  {_named("res", "{0}")}
  v{DEEP - 1}.json(item);
}});
"""
    assert [path["sink"]["routes"] for path in _report(tmp_path, body)["paths"]] == [["GET /item"]]


def test_what_waits_until_the_stack_is_empty_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.routes.back._DEEPEST", 1)
    body = """function answer(req: any, response: { inner: any }) {
  const { inner } = response;
  return getItem(1).then((item) => inner.json(item));
}
express().get('/item', (req, res) => answer(req, { inner: res }));
"""
    assert [path["sink"]["routes"] for path in _report(tmp_path, body)["paths"]] == [["GET /item"]]


def test_an_argument_that_is_made_of_very_much_guards_nothing(tmp_path: Path) -> None:
    body = f"""express().get('/item', async (req, res) => {{
  {_named("req.query.id", "{{ inner: {0} }}")}
  res.json(await getItem(v{DEEP - 1}));
}});
"""
    assert _report(tmp_path, body)["gate"]["state"] == "none"
