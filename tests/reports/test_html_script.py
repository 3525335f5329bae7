"""The script of the page by itself: its types, the pieces of coloured code, the layers of a drawing."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "reports" / "html" / "parts"
TSC = ROOT / "tests" / "node" / "node_modules" / "typescript" / "bin" / "tsc"


def test_the_script_holds_against_its_types():
    subprocess.run(["node", str(TSC), "-p", str(ROOT / "tests" / "node" / "tsconfig.page.json")], check=True)


def ran(parts, asked, given_):
    """What JavaScript says to `asked`, an expression over `given`, with some parts of the page loaded."""
    code = "".join((PARTS / part).read_text() for part in parts)
    code += "\nconst given = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));"
    code += f"\nconsole.log(JSON.stringify({asked}));"
    done = subprocess.run(["node", "-e", code], input=json.dumps(given_), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_coloured_pieces_make_up_the_line():
    files = [file for file in (ROOT / "tests" / "projects").rglob("*.ts") if file.is_file()]
    lines = [line for file in files for line in file.read_text().splitlines()]
    lines += [
        "",
        "'open",
        '"\\',
        "`${a}`",
        "/* open",
        "a" * 5000,
        "\u202e // x",
        "1.5e3 # no",
        "$x.y(z)",
        "\U0001f600 = 'é'",
    ]
    pieces = ran(["tokens.js"], "given.map((line) => tokensOf(line))", lines)
    assert ["".join(piece["text"] for piece in line) for line in pieces] == lines
    assert all(piece["at"] == 0 for line in pieces for piece in line[:1])


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (
            "const a = await get(id); // why",
            {"const": "keyword", "await": "keyword", "get": "call", "// why": "comment"},
        ),
        ("x = \"it's\" + 'http://a' + `b ${c}`", {'"it\'s"': "string", "'http://a'": "string", "`b ${c}`": "string"}),
        (" * text of a comment", {" * text of a comment": "comment"}),
        ("return 12 * 3;  # kept", {"12": "number", "# kept": "comment"}),
    ],
)
def test_pieces_are_what_they_look_like(line, kinds):
    pieces = {piece["text"]: piece["kind"] for piece in ran(["tokens.js"], "tokensOf(given)", line)}
    assert kinds.items() <= pieces.items()


GRAPHS = st.integers(1, 9).flatmap(
    lambda size: st.tuples(
        st.just(size), st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=14, unique=True)
    )
)


@settings(max_examples=12)  # each starts Node, and draws many
@given(st.lists(GRAPHS, min_size=1, max_size=60))
def test_no_two_boxes_of_a_drawing_overlap(graphs):
    asked = """given.map(([size, edges]) => laidOut(
        [...Array(size).keys()].map((n) => ({ width: 100, height: 30, main: n === 0 })), edges))"""
    for (size, edges), out in zip(graphs, ran(["layers.js"], asked, graphs), strict=True):
        centers = [(one["x"], one["y"]) for one in out["centers"]]
        for at, (x, y) in enumerate(centers):
            assert 50 <= x <= out["width"] - 50
            assert 15 <= y <= out["height"] - 15
            assert all(abs(x - x2) >= 100 or abs(y - y2) >= 30 for x2, y2 in centers[at + 1 :])
        ends = [((line[0]["x"], line[0]["y"]), (line[-1]["x"], line[-1]["y"])) for line in out["lines"]]
        assert ends == [(centers[start], centers[end]) for start, end in edges]
        assert len(centers) == size


def test_edges_point_down_where_there_is_no_circle():
    boxes = [{"width": 10, "height": 10, "main": number < 3} for number in range(5)]
    out = ran(["layers.js"], "laidOut(given[0], given[1])", [boxes, [[0, 1], [1, 2], [0, 3], [3, 4], [4, 2], [0, 2]]])
    assert all(line[0]["y"] < line[-1]["y"] for line in out["lines"])
    assert {one["x"] for one in out["centers"][:3]} == {5}
