"""Foreign text in every context: it stays what it is, as a real parser of that context reads it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.escapes import markdown, markdown_code, mermaid
from reports.safe import safe_terminal

# Also what a file system may hold and Unicode does not: undecodable bytes, as lone surrogates.
FOREIGN = st.text(st.characters(codec=None), max_size=40) | st.text(
    "`|*_<>&:%,#@[]()\\ \n\r\t;~!$.-a1w/{}'\"=+\x1b\udc80", max_size=40
)
ATTACKS = [
    "library_identity",
    "a|b`c",
    "@octocat #12 GH-12 o/r#3",
    "https://example.org www.example.org me@example.org",
    "[x](javascript:alert(1)) ![y](https://example.org/z)",
    "<script>alert(1)</script> <!-- --> <details>",
    "# head",
    "- item",
    "1. item",
    "    code",
    "~~gone~~ **bold** _slanted_ $x$ `code`",
    "&#60;b&#62; &amp;",
    "x\u202egpj.exe \x1b[31m",
    "\\| \\` \\\\|",
    ":bug: ::error::",
    "[^1] [ ] [x]",
]


def shown(text):
    """What HTML makes of the text: a line has no spaces at its ends that anybody sees."""
    return safe_terminal(text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_prose_is_shown_as_it_is(gfm, attack):
    read = gfm.read(f"said: {markdown(attack)}.")
    assert (read.text, read.tags) == (f"said: {shown(attack)}.", ["p"])


@settings(max_examples=200)
@given(FOREIGN)
def test_prose_starts_no_block_and_makes_no_link(gfm, text):
    read = gfm.read(markdown(text))
    assert read.text.strip() == shown(text).strip()
    assert set(read.tags) <= {"p"}


@settings(max_examples=200)
@given(FOREIGN)
def test_a_cell_stays_one_cell(gfm, text):
    lines = [
        "| a | b |",
        "|---|---|",
        f"| {markdown(text)} | {markdown_code(text)} |",
        f"| x{markdown_code(text)} | y |",
    ]
    read = gfm.read("\n".join(lines))
    assert [[cell.strip() for cell in row] for row in read.rows[1:]] == [
        [shown(text).strip(), shown(text).strip()],
        [f"x{shown(text)}".strip(), "y"],
    ]
    assert not read.links


@settings(max_examples=200)
@given(FOREIGN)
def test_code_is_one_element_with_the_text_in_it(gfm, text):
    read = gfm.read(f"- [{markdown_code(text)}](a/b.ts)")
    assert read.text.strip() == shown(text).strip()
    assert read.tags == ["ul", "li", "a", "code"]
    assert read.links == ["a/b.ts"]


@pytest.mark.parametrize("text", ["library_identity", "GET /library/:id", "apps/a.service.ts", "a.b(c => d[0])"])
def test_code_that_needs_no_escapes_has_none(text):
    assert markdown_code(text) == f"`{text}`"


def test_names_in_prose_stay_readable_in_the_source():
    assert (
        markdown("library_identity is keyed by rotation.album_id") == "library_identity is keyed by rotation.album_id"
    )


@pytest.mark.parametrize("text", ["@octocat", "o/r#12", "https://example.org", "www.example.org", "GH-12", ":bug:"])
def test_what_github_links_in_finished_text_is_parted(text):
    """GitHub looks for these after Markdown, where a number for a character no longer helps."""
    assert "<!-- -->" in markdown(text)


@given(FOREIGN)
def test_a_label_of_a_graph_cannot_end(text):
    label = mermaid(text)
    assert re.fullmatch(r"(?:[\w ./,-]|#\d+;)*", label)
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label) == safe_terminal(text)
