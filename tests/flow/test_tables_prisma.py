"""What a Prisma schema declares, and what the methods of a model's client read and write."""

# ruff: noqa: E501 - one program to a line
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.link.questions.prisma import calls_of_model, including, models
from tests.asking import Project

SCHEMA = """
datasource db {
  provider = "postgresql"
}

model Item {
  id      Int     @id @default(autoincrement()) @map("item_id")
  title   String? @db.VarChar(100) // @map("no_column")
  tags    String[]
  extra   Unsupported("point")?
  ownerId Int?
  owner   Owner?  @relation(name: "owned", fields: [ownerId], references: [id])
  parts   Part[]

  @@index([title])
  @@map("items")
}

enum Kind {
  ONE
}

model Part {
  label String
  item  Item   @relation(fields: [itemId], references: [id])
  itemId Int
}

model Owner {
  id    Int    @id
  items Item[]
}
"""


def test_models_are_read_with_columns_relations_and_the_fields_that_tie_them() -> None:
    item, part, owner = models(SCHEMA.encode())
    assert (item[0], item[2]) == ("Item", "items")
    assert [(name, column, many) for name, column, _, many, _ in item[3]] == [
        ("id", "item_id", False),
        ("title", "title", False),
        ("tags", "tags", True),
        ("extra", "extra", False),
        ("ownerId", "ownerId", False),
        ("owner", "owner", False),
        ("parts", "parts", True),
    ]
    assert item[3][5][4] == (("ownerId", "id"),)
    assert SCHEMA[item[1] :].startswith("Item {")
    assert (part[0], part[2], owner[2]) == ("Part", "Part", "Owner")


@given(st.binary())
def test_what_is_no_schema_has_no_models_or_some_but_never_ends_the_run(source: bytes) -> None:
    for name, at, table, fields in models(source):
        assert source[at : at + len(name)].decode() == name
        assert table
        assert all(column for _, column, _, _, _ in fields)


@given(st.from_regex(r"[a-z]\w{0,8}", fullmatch=True))
def test_calls_of_a_model_are_those_of_its_own_key(key: str) -> None:
    source = f"a.{key}.findMany(); b.{key}s.findMany(); {key}.findMany(); a.{key}.other()".encode()
    assert calls_of_model(source, key.encode()) == (2,)


def test_options_ask_for_a_relation_only_where_models_are_called() -> None:
    asked = b"db.owner.findMany({ include: { items: { take: 2 } }, where: { x: this.items } })"
    assert including(asked, b"items") == (asked.index(b"items"),)
    assert including(b"show({ include: { items: true } })", b"items") == ()


READS = [
    ("db.item.findMany()", {"[*].title": "items.title", "[*].id": "items.item_id"}),
    ("db.item.findUnique({ where: { id } })", {"title": "items.title", "id": "items.item_id"}),
    ("db.item.findFirstOrThrow({ select: { title: true, id: false } })", {"title": "items.title"}),
    ("db.owner.findMany({ select: { items: { select: { title: true, parts: true } } } })", {"[*].items.[*].title": "items.title", "[*].items.[*].parts.[*].label": "Part.label"}),
    ("db.part.findMany({ include: { item: true } })", {"[*].item.title": "items.title", "[*].label": "Part.label"}),
    ("db.item.groupBy({ by: ['title'] })", {"[*].title": "items.title"}),
    ("db.item.update({ where: { id }, data: {} })", {"title": "items.title"}),
    ("db.item.count()", {}),
    ("db.item.updateMany({ data: {} })", {}),
    ("db.other.findMany()", {}),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted"), READS, ids=[query for query, _ in READS])
def test_rows_have_the_columns_that_are_asked_for(query: str, wanted: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "schema.prisma").write_text(SCHEMA)
    (tmp_path / "main.ts").write_text(
        f"import {{ db }} from './generated';\nexport const f = (id: number) => {query};\n"
    )
    with Project(tmp_path) as project:
        found = max(project.reads("main.ts").values(), key=len, default={})
        assert wanted.items() <= found.items()
        assert bool(found) == bool(wanted)
        if "select" in query or "groupBy" in query:
            assert not [path for path in found if path.endswith(".id") or path == "id"]


WRITES = [
    ("db.item.create({ data: { title: a } })", {"items.title"}),
    ("db.item.createMany({ data: rows.map((one) => ({ title: one })) })", {"items.title"}),
    ("db.item.upsert({ where: { id: b }, create: { title: a }, update: { ownerId: b } })", {"items.title", "items.ownerId"}),
    ("db.item.update({ where: { id: b }, data: { owner: { connect: { id: a } } } })", {"items.ownerId"}),
    ("db.item.update({ where: { id: b }, data: { parts: { createMany: { data: [{ label: a }] } } } })", {"Part.label"}),
    ("db.item.update({ where: { id: b }, data: { parts: { upsert: { where: {}, create: { label: a }, update: { label: b } } } } })", {"Part.label"}),
    ("db.item.delete({ where: { title: a } })", set()),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted"), WRITES, ids=[query for query, _ in WRITES])
def test_values_go_to_the_columns_of_their_keys(query: str, wanted: set[str], tmp_path: Path) -> None:
    (tmp_path / "schema.prisma").write_text(SCHEMA)
    text = f"import {{ db }} from './generated';\nexport const f = (a: any, b: number, rows: any[]) => {query};\n"
    (tmp_path / "main.ts").write_text(text)
    with Project(tmp_path) as project:
        written = [one for each in project.writes("main.ts").values() for one in each]
        assert {".".join(one.column) for one in written if one.literal is None} == wanted
