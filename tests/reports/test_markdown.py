"""The decision report: what it says of a report in every state, and that GitHub reads it as it was meant."""

from __future__ import annotations

import posixpath
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from audit.model import Decision, Drift, Gate, RulesInForce, in_order
from reports import facts
from reports.explain import explain
from reports.markdown import can_pin, to_decisions
from reports.markdown.links import Links
from reports.safe import safe_terminal
from reports.terminal import to_terminal
from reports.text import to_text
from reports.words import phrases
from tests import made
from tests.made_report import decisions_report, path


def document(**changed):
    return to_decisions(decisions_report(**changed), folder="docs")


def section(text, start, end="## "):
    """The lines from the heading that starts so to the next one."""
    found = text.index(f"\n{start}") + 1
    after = text.find(f"\n{end}", found)
    return text[found:after]


def test_the_verdict_comes_first_and_says_what_leaks_and_what_is_decided():
    verdict = next(line for line in document().splitlines() if line.startswith("**"))
    assert verdict.startswith("**One of the three audited exports can show the data of flagged rows: `getRelease` ")
    for said in (
        "(3 places: 1 live, 1 behind a variable, 1 dormant)",
        "Of 4 calls of the *gated* exports, 2 pass no flag, 1 looks at it too late (2 in `apps/` and 1 in `jobs/`).",
        "Decided: 1 of 5.",
        "Triggers: `can-render` met, `hot-read` dormant, `ungated-rows` not met.",
        "**2 places in scope could not be read or followed**, and 1 value could not be followed to the end",
    ):
        assert said in verdict


def test_a_tree_without_the_flag_is_said_to_have_nothing_that_is_flagged():
    found = replace(decisions_report().found, columns=0, columns_of=1, flag="absent")
    shows = made.access(paths=(path("GET /a", flagged="unknown"),), reach="renders")
    told = {"subjects": (made.subject(flagged="unknown"),), "accesses": (shows,)}
    text = document(found=found, **told)
    verdict = next(line for line in text.splitlines() if line.startswith("**"))
    assert verdict.startswith("**Nothing in this tree declares or names the flag: there is no flagged row in it")
    assert "can show the data" not in verdict
    assert "| not known: no flag here |" in text
    assert "no flag here" not in document(**told)


def test_the_parts_stand_in_the_order_of_the_questions():
    headings = [line for line in document().splitlines() if line.startswith("#")]
    assert [re.sub(r"[`*].*", "", line).strip() for line in headings] == [
        "# Access outside the gate",
        "## Do the reasons still hold?",
        "##",
        "##",
        "## The three audited exports",
        "###",
        "###",
        "###",
        "## What else is outside the gate",
        "## Calls through the gate that let flagged rows pass (3 of 4)",
        "## Triggers",
        "## Differences found",
        "## What was read",
    ]


def test_the_table_has_the_worst_row_first(gfm):
    rows = gfm.read(document()).rows
    assert [row[0] for row in rows[1:6]] == [
        "getRelease",
        "group job:backfill",
        "group job:identity",
        "getArtist",
        "check",
    ]
    assert rows[1][3:] == [
        "3 routes",
        "yes: 1 live, 1 behind a variable, 1 dormant",
        "none",
        "not-string-resolve refuted; pg-cached proven, if a cache is configured",
        "filter, 2 queries",
        "open",
    ]
    assert rows[4][3] == "GET /artist; 1 more by concerts.image_url"
    assert rows[2][-1] == "deferred until 2026-12-01, changed"


def test_a_section_says_how_a_flagged_row_gets_in_and_what_records_a_decision():
    mine = section(document(), "### `getRelease`", "### ")
    assert "| `GET /rotation/:id/tracks` | stored before the flag was set" in mine
    assert "dormant: nothing but NULL is written to `library_identity.discogs_release_id` |" in mine
    assert 'To record a decision: `ungated decide getRelease --decision gate-by-filter --because "…" --due …`' in mine
    assert "- Where it belongs: selects the release; and its twin ([`web/keys.ts`](../apps/web/keys.ts))." in mine


def test_a_decision_that_no_longer_fits_says_why():
    mine = section(document(), "## `job:backfill`")
    assert "- Decided: **deferred** by Ada on 2026-05-01, review by 2026-12-01: Until the job has moved." in mine
    assert "The decision is **changed**: `+ shown at GET /library`" in mine


def test_both_options_of_a_group_are_laid_out():
    mine = section(document(), "## `job:identity`")
    assert "- **gate-by-filter** needs: the predicate in `loadBatch`." in mine
    assert "- **migrate** needs: an export for this endpoint; and a gate on it." in mine
    assert "- What is missing for a proposal: who keys the rows is not known." in mine


@pytest.mark.parametrize(
    ("about", "called"), [("album", "album"), ("identity", "identity"), ("", "row"), ("a|b", "row"), ("</x>", "row")]
)
def test_a_flagged_row_is_called_what_the_rules_call_it(about, called):
    """The first word of `[gate] about`, in every format; what is no plain word is not repeated."""
    rules = RulesInForce("sample", "0" * 64, "", (about, "answer"))
    made = replace(decisions_report(), rules=rules)
    heads = f"|  | Accesses | Carries | Shown at | Flagged {called} possible |"
    assert heads in to_decisions(made)
    assert f"How a flagged {called} gets in" in to_decisions(made)
    assert f"; flagged {called}: " in to_text(made)
    assert f"flagged {called}?" in to_terminal(made, width=200, color=False)
    assert f"flagged {called}: yes" in "\n".join(line.text for line in explain(made, "getRelease"))


EMPTY = "nothing is written to library_identity.discogs_release_id"


def test_reasons_that_do_not_hold_come_first(gfm):
    reasons = [row[1] for row in gfm.read(section(document(), "## Do the reasons")).rows[1:]]
    assert reasons == ["no longer", "never held", "cannot be checked", f"holds, but only while {EMPTY}"]


def test_a_query_with_a_pipe_stays_in_its_cell(gfm):
    rows = gfm.read(section(document(), "## Triggers")).rows
    assert [row[0] for row in rows[1:]] == ["can-render", "hot-read", "ungated-rows"]
    assert rows[2][3] == "SELECT 1 | 2;"


def test_dead_calls_are_folded():
    mine = section(document(), "## Calls through the gate")
    shown, folded = mine.split("<details>")
    assert "web/a.ts" in shown
    assert "web/dead.ts" not in shown
    assert "web/dead.ts" in folded
    assert "web/b.ts" not in mine


def test_the_committed_form_has_no_line_and_no_commit_and_outlives_a_move():
    before = decisions_report()
    moved = msgspec.json.decode(
        re.sub(rb'"line":(\d+)', rb'"line":\g<1>1', msgspec.json.encode(before)), type=type(before)
    )
    other = msgspec.structs.replace(moved, checkout=msgspec.structs.replace(moved.checkout, commit="d" * 40))
    grown = msgspec.structs.replace(other, coverage=msgspec.structs.replace(other.coverage, files=99, parsed=98))
    text = to_decisions(in_order(grown), folder="docs")
    assert text == document()
    assert not re.search(r"\.ts:\d", text)
    assert "cccccccc" not in text


def test_pinned_links_name_the_commit_and_the_line():
    text = to_decisions(decisions_report(), folder="docs", pin=True)
    base = f"https://github.com/radio/shop/blob/{'c' * 40}"
    assert f"([`web/keys.ts:7`]({base}/apps/web/keys.ts#L7))" in text
    assert "](../" not in text
    assert can_pin(decisions_report())
    assert not can_pin(made.report())


@pytest.mark.parametrize(
    ("folder", "up"), [("", ""), ("docs", "../"), ("a/b", "../../"), ("apps/web", None), (None, None)]
)
def test_links_lead_from_where_the_document_stands(gfm, folder, up):
    links = gfm.read(to_decisions(decisions_report(), folder=folder)).links
    if folder is None:
        assert links == []
        return
    files = {posixpath.normpath(posixpath.join(folder, link)) for link in links}
    assert "apps/web/keys.ts" in files
    assert all(not file.startswith("..") for file in files)
    if up is not None:
        assert f"{up}apps/web/keys.ts" in links


def test_github_reads_what_was_meant(gfm):
    """Every table keeps its width, every element was meant, and nothing is left as markup in the text."""
    html = gfm.html(document())
    read = gfm.read(document())
    widths = [len(row) for row in read.rows]
    assert set(widths) == {9, 3, 4}
    assert set(read.tags) <= {
        "h1", "h2", "h3", "p", "strong", "em", "code", "pre", "a", "ul", "li", "blockquote",
        "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
    }  # fmt: skip
    assert html.count("<details>") == html.count("</details>")
    assert "**" not in read.text
    assert "](" not in read.text


@pytest.mark.parametrize("empty", [made.report(), made.report(subjects=(made.subject(),), accesses=(made.access(),))])
def test_what_was_not_computed_is_said(empty):
    text = to_decisions(empty)
    assert "## What was read" in text
    assert not re.search(r"\bNone\b", text)
    if empty.accesses:
        assert "Whether the audited export can show the data of flagged rows was not computed." in text


def test_nothing_leaks_no_drawing():
    calm = decisions_report(accesses=())
    assert "mermaid" not in to_decisions(calm)
    assert "```mermaid" in document()


NOTE = st.text(st.characters(codec=None), max_size=30) | st.text("ab_.`*[]<>| :#@/1-GETW\\&", max_size=30)


@settings(max_examples=200)
@given(NOTE)
def test_a_note_is_shown_as_it_is_whatever_names_are_in_it(gfm, text):
    """Names become code and backticks go; nothing else changes, and nothing becomes markup."""
    read = gfm.read(f"- {Links('', 'https://example.org/x').note(text)}")
    wanted = safe_terminal(text)
    assert [wanted.strip(), wanted.replace("`", "").strip()].count(read.text.strip())
    assert set(read.tags) <= {"ul", "li", "code"}


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("reads library.album_title, in loadBatch", "reads `library.album_title`, in `loadBatch`"),
        ("shown at GET /library/:id/tracks, POST /x.", "shown at `GET /library/:id/tracks`, `POST /x`."),
        ("needs a checkout (--server)", "needs a checkout (`--server`)"),
        ("its gate is `none`: see apps/web/a.ts:12", "its gate is `none`: see `apps/web/a.ts`"),
        ("rows of our own catalogue", "rows of our own catalogue"),
    ],
)
def test_names_in_notes_are_code(note, shown):
    assert Links("", None).note(note) == shown


def test_what_is_pinned_fits_into_an_issue_and_says_what_does_not():
    long = decisions_report(drift=tuple(Drift("comment", "a.ts", at, "x" * 10_000) for at in range(1, 10)))
    text = to_decisions(long, pin=True)
    assert len(text) <= 65_536
    assert "<details>" not in section(text, "### `getRelease`", "### ")
    assert "1 call site with paths left out: see `ungated explain`." in text
    assert re.search(r"^\d+ further lines do not fit into an issue\.$", text, re.MULTILINE)
    assert len(to_decisions(long)) > 65_536


@pytest.mark.parametrize(
    ("gates", "covers", "said"),
    [
        (("none", "none"), (), "open"),
        (("none", "guard"), (), "open"),
        (("guard", "filter"), (), "none needed"),
        (("none", "none"), ("a",), "1 of 2 decided"),
        (("none", "none"), ("a", "b"), "gate, due 2026-12-01"),
        (("none", "guard"), ("a",), "gate, due 2026-12-01"),
    ],
)
def test_only_what_no_gate_keeps_out_is_to_be_decided(gates, covers, said):
    decision = Decision(
        file="d.toml",
        decision="gate",
        reason="r",
        decided_by="Ada",
        decided_on="2026-05-01",
        due="2026-12-01",
        covers=covers,
        state="current",
    )
    accesses = tuple(made.access(id=name, gate=Gate(state=gate)) for name, gate in zip("ab", gates, strict=True))
    subject = made.subject(decisions=(decision,) if covers else ())
    (row,) = facts.rows(made.report(accesses=accesses, subjects=(subject,)))
    assert phrases.decision(row) == said
