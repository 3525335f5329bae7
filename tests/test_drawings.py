"""Mermaid's own code draws what we write: the report's graph, also with names that attack it, and the engine's."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from reports.markdown import to_decisions
from tests.browser import browser
from tests.made_report import decisions_report

ROOT = Path(__file__).parents[1]
MERMAID = Path(__file__).parent / "node" / "node_modules" / "@mermaid-js" / "tiny" / "dist" / "mermaid.tiny.js"
NAMES = [
    'a"]; click n0 call alert(1)',
    "a\n%%{init: {'securityLevel': 'loose'}}%%\nend",
    "<img src=x onerror='window.owned=1'>",
    "`**a**` #quot; #35; ]) --> n9",
    "subgraph end {}|style|",
    "\u202e\x1b[31m",
]


@pytest.fixture(scope="module")
def draw():
    with browser() as running:
        page = running.new_page()
        page.add_script_tag(path=MERMAID)
        page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })")

        def drawn(text):
            """The nodes of a drawing by their texts; fails where Mermaid refuses it."""
            page.evaluate("async (text) => { document.body.innerHTML = (await mermaid.render('d', text)).svg }", text)
            assert page.evaluate("window.owned") is None
            return page.eval_on_selector_all("g.node", "nodes => nodes.map((node) => node.textContent.trim())")

        yield drawn


def graph_of(text):
    return re.search(r"^```mermaid\n(.*?)^```", text, re.MULTILINE | re.DOTALL).group(1)


def test_what_is_wrong_is_refused(draw):
    with pytest.raises(Exception, match="Parse error"):
        draw('graph LR\n  n0["a] --> n1')


def test_the_engine(draw):
    nodes = draw(graph_of((ROOT / "docs" / "engine.md").read_text()))
    assert "audit.find: accesses" in nodes


def test_the_graph_of_a_report(draw):
    nodes = draw(graph_of(to_decisions(decisions_report())))
    assert "getRelease" in nodes
    assert "GET /rotation/:id/tracks" in nodes


@pytest.mark.parametrize("name", NAMES)
def test_names_that_attack_draw_as_many_nodes(draw, name):
    made = decisions_report()
    plain = draw(graph_of(to_decisions(made)))
    accesses = tuple(replace(one, function=name) for one in made.accesses)
    attacked = draw(graph_of(to_decisions(replace(made, accesses=accesses))))
    assert len(attacked) <= len(plain)
    assert [one for one in attacked if one.startswith(("GET ", "getRelease"))] == [
        one for one in plain if one.startswith(("GET ", "getRelease"))
    ]
