"""The fields of a path are those that are read on any of the ways to its sink, not on the first one that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import harness
from tests.harness import CLIENT, SHAPES

if TYPE_CHECKING:
    from pathlib import Path

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


TAKEN = {
    "[0, 1].reduce((kept, _) => kept, item.title)": "title",
    "item.parts.filter((one) => one.id).map((one) => one.title)": "parts[].title",
    "item.parts.slice(0, 3).map((one) => one.title)": "parts[].title",
    "[...item.parts].map((one) => one.title)": "parts[].title",
    "item.parts.find((one) => one.id === 1).title": "parts[].title",
    "Array.from(item.parts).map((one) => one.title)": "parts[].title",
    "[own].concat(item.parts).map((one) => one.title)": "parts[].title",
    "item.parts.map((one) => one.names).flat().map((one) => one.text)": "parts[].names[].text",
    "new Map(item.parts.map((one) => [one.id, one.title])).get(1)": "parts[].title",
    "item.parts.slice(0, 3)": "parts",
    "[...item.parts, own]": "parts",
    "item.title.trim().slice(0, 3)": "title",
    "(({ title, ...rest }) => rest.artist)(item)": "artist",
    "(({ title, ...rest }) => rest)(item)": "*",
    "Object.values(item.counts)": "counts",
    "Object.values(item.counts).map((one) => one.sum)": "counts.sum",
    "({ a: { b: item.owner } }).a.b.name": "owner.name",
    "({ a: { b: { c: { d: { e: { f: { g: item.owner } } } } } } }).a.b.c.d.e.f.g": "owner",
}
"""What a handler renders, and what that reads of the result."""


MADE = {
    "later(item.artist)()": ["artist"],
    "[later(item.artist)].map((one) => one())": ["artist"],
    "later(later(item.artist)())()": ["artist"],
    "((made) => made())(later(item.artist))": ["artist"],
    "held.give()": ["artist"],
    "[item.artist, ...item.parts].map((one) => one + 1)": ["artist", "parts[]"],
    "[item.artist, item.owner].filter(Boolean).map((one) => one + 1)": ["artist", "owner"],
}
"""What a handler renders beside another one that gives `later` the title of its item, and what is read of its own."""


DECIDING = {
    "res.json(item.title ? 1 : item.kind ? 2 : 3)": ["kind", "title"],
    "let ok = 0; if (item.title) ok = 1; if (item.kind) ok = 2; res.json(ok)": ["kind", "title"],
    "res.json((item.title === 'x' ? 1 : 0) + (item.kind === 'y' ? 1 : 0))": ["kind", "title"],
    "res.json(rank(item))": ["kind", "title"],
    "const kind = item.kind; console.log(!kind); res.json(item.title ? 1 : 2)": ["title"],
}
"""What a handler answers, and what of the result decides about that."""


def _fields(tmp_path: Path, flow: str, code: str = CODE) -> dict[str, list[str]]:
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.ts").write_text(code)
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    (access,) = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    return {path["sink"]["kind"]: path["fields"] for path in access["paths"] if path["flow"] == flow}


def test_further_ways_have_a_budget_and_no_sink_rests_on_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.flow.solver.facts.WAYS", 0)
    assert _fields(tmp_path, "explicit").keys() == {"http", "log"}


def test_functions_that_call_each_other_have_more_ways_than_can_be_gone_and_one_answer(tmp_path: Path) -> None:
    """Each of ten calls any other, in a thousand million chains; each does the same with the item."""
    names = [f"step{number}" for number in range(10)]
    calls = " : ".join(f"left === {number} ? {name}(item, left - 1).next" for number, name in enumerate(names))
    functions = "\n".join(
        f"function {name}(item: any, left: number): any {{ return {calls} : item; }}" for name in names
    )
    handler = (
        "app.get('/items/:id', async (req, res) => res.json(step0(await getItem(Number(req.params.id)), 9).title));"
    )
    head = CODE[: CODE.index("const credit")]
    found = _fields(tmp_path, "explicit", f"{head}{functions}\n{handler}\n")
    (read,) = found.values()
    assert read == [".".join(("next",) * times + ("title",)) for times in range(7, -1, -1)]


def test_fields_are_those_of_all_ways(tmp_path: Path) -> None:
    read = ["artist", "parts[].alias", "parts[].artists", "parts[].id"]
    assert _fields(tmp_path, "explicit") == {"http": read, "log": ["secret"]}


@pytest.mark.parametrize(("given", "read"), TAKEN.items())
def test_what_outside_code_takes_of_a_list_is_an_element(given: str, read: str, tmp_path: Path) -> None:
    head, _, _ = CODE.partition("const credit")
    handler = f"const item = await getItem(1); const own: any = {{}}; res.json({given});"
    code = f"{head}app.get('/items', async (_req, res) => {{ {handler} }});\n"
    assert _fields(tmp_path, "explicit", code) == {"http": [read]}


@pytest.mark.parametrize(("given", "read"), MADE.items())
def test_what_a_function_sees_was_given_by_the_call_that_made_it(given: str, read: list[str], tmp_path: Path) -> None:
    """Not by one that made another function of the same code: neither are the steps of the path those of that."""
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.ts").write_text(f"""import express from 'express';
import {{ getItem }} from '@acme/client';
const app = express();
const later = (value: any) => () => value;
app.get('/title', async (_req, res) => {{ const item = await getItem(1); res.json(later(item.title)()); }});
app.get('/given', async (_req, res) => {{
  const item = await getItem(2);
  const made = later(item.artist);
  const held = {{ give: () => made() }};
  res.json({given});
}});
""")
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    first, second = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    (title,), (path,) = first["paths"], second["paths"]
    assert (title["fields"], path["fields"]) == (["title"], read)
    assert {step["line"] for step in title["steps"]} <= {4, 5}
    assert {step["line"] for step in path["steps"]} <= {4, *range(7, 11)}


@pytest.mark.parametrize(("answer", "read"), DECIDING.items())
def test_fields_that_decide_are_all_that_do(answer: str, read: list[str], tmp_path: Path) -> None:
    head, _, _ = CODE.partition("const credit")
    rank = "const rank = (item) => { if (item.title) return 1; if (item.kind) return 2; return 3; };\n"
    code = f"{head}{rank}app.get('/items', async (_req, res) => {{ const item = await getItem(1); {answer}; }});\n"
    assert _fields(tmp_path, "implicit", code)["http"] == read


def test_elements_of_lists_that_the_tree_makes_are_none_of_the_result(tmp_path: Path) -> None:
    head, _, _ = CODE.partition("const credit")
    grouped = """const groups = new Map<string, any[]>();
  for (const part of item.parts) {
    const group = groups.get(part.kind) ?? [];
    group.push(part);
    groups.set(part.kind, group);
  }
  const rows: any[] = [];
  for (const [kind, parts] of groups) rows.push({ kind: kind.length, parts });
  res.json(rows.flatMap((row) => row.parts.map((part) => part.title)));"""
    code = f"{head}app.get('/items', async (_req, res) => {{\n  const item = await getItem(1);\n  {grouped}\n}});\n"
    assert _fields(tmp_path, "explicit", code) == {"http": ["parts[].title"]}


def test_what_is_taken_by_a_constant_name_is_that_property(tmp_path: Path) -> None:
    shape = tmp_path / "shape"
    shape.mkdir()
    (shape / "main.py").write_text(
        "import json, os, urllib.request\n\n\n"
        "def show(key):\n"
        "    with urllib.request.urlopen(os.environ['ACME_URL'] + '/items') as response:\n"
        "        item = json.loads(response.read())\n"
        "    with open('titles.txt', 'w') as handle:\n"
        "        handle.write(item.get('title') or '')\n"
        "    print(item.get(key))\n\n\n"
        "show('a')\n"
    )
    root = harness.assemble(shape, CLIENT, tmp_path / "root")
    (access,) = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    assert {path["sink"]["kind"]: path["fields"] for path in access["paths"]} == {"file": ["title"], "log": ["*"]}


MODELLED = """
import os
import httpx
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Part(BaseModel):
    title: str
class Item(BaseModel):
    id: int
    parts: list[Part]
def load():
    return httpx.get(os.environ["ACME_URL"] + "/items/1").json()
"""
"""Models of answers, and what fetches an item."""


@pytest.mark.parametrize(
    ("model", "answer", "read"),
    [
        ("response_model=Item", "load()", ["id", "parts[].title"]),
        ("response_model=Part", 'load()["owner"]', ["owner"]),
        ("", "load()", ["*"]),
    ],
)
def test_of_a_whole_answer_those_are_read_that_its_model_has(
    model: str, answer: str, read: list[str], tmp_path: Path
) -> None:
    root = harness.assemble(SHAPES / "flow-python", CLIENT, tmp_path / "shape")
    for one in root.glob("*.py"):
        one.unlink()
    separator = ", " if model else ""
    (root / "app.py").write_text(f'{MODELLED}@app.get("/item"{separator}{model})\ndef item():\n    return {answer}\n')
    accesses = harness.run(root, harness.rules_of(root), paths=True)["accesses"]
    assert [path["fields"] for one in accesses for path in one["paths"] if path["sink"]["kind"] == "http"] == [read]
