"""Of what is at a node only what something reads from there on is followed, and that leaves nothing out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit.extract.reading import Reader
from audit.flow.code import Code
from audit.flow.solver.live import Live
from audit.link.program import Program
from audit.source import WorkTree
from audit.store import NullStore
from tests.flowing import Files, Whole, cases, run
from tests.trees import write

if TYPE_CHECKING:
    from audit.flow.contexts import Path as Part


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in cases()])
def test_following_everything_finds_the_same(files: Files) -> None:
    assert run(files, solver=Whole) == run(files)


@pytest.mark.parametrize(
    ("body", "part", "leads"),
    [
        ("log(row.title)", ("title",), True),
        ("log(row.title)", ("title", "text"), True),
        ("log(row.title)", ("year",), False),
        ("log(row.title)", (), True),  # the whole has every part
        ("log(row.title)", ("[*]",), True),  # a computed key may be any name
        ("log(row.title)", ("\\year",), True),  # all but one name
        ("const { title } = row; log(title)", ("title",), True),
        ("const { title } = row; log(title)", ("year",), False),
        ("const { title, ...rest } = row; log(rest)", ("year",), True),
        ("const it = row; const other = it; log(other.title)", ("title",), True),
        ("const it = row; const other = it; log(other.title)", ("year",), False),
        ("const it = row; log(row.title); log(it)", ("year",), True),
        ("log(row[key])", ("year",), True),
        ("log(row.length)", ("year",), True),  # how much there is
        ("return row", ("year",), True),
        ("return { row }", ("year",), True),
        ("kept = row", ("year",), True),
        ("row.show()", ("year",), True),  # the method may read it
        ("if (row) log(1)", ("year",), True),  # it decides
        ("log(`${row}`)", ("year",), True),
        ("for (let it = row; ; it = it) log(it.title)", ("year",), True),  # not looked into: a circle
        ("[row].map((one) => one.title)", ("year",), True),
        ("log(row.full)", ("year",), True),  # a getter
        ("1", ("year",), False),
    ],
)
def test_a_part_leads_on_where_something_reads_it(tmp_path: Path, body: str, part: Part, *, leads: bool) -> None:
    before = "let kept: any;\nclass Row { get full() { return 1; } }\n"
    text = f"{before}function f(row: any, key: string) {{ {body}; }}\n"
    write(tmp_path, {"a.ts": text})
    with WorkTree(str(tmp_path)) as snapshot:
        code = Code(Program(snapshot, Reader(NullStore())))
        code.graph("a.ts", 1)
        graph = code.graph("a.ts", 2)
        assert Live(code, frozenset()).leads(graph, graph.functions[1].parameters[0], part) is leads
