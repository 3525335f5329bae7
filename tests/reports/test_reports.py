"""Reporters: pure functions from the report to text, with foreign text made safe."""

import json
import re
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import (
    Checkout,
    Coverage,
    Damaged,
    Drift,
    Evidence,
    Found,
    LookAlike,
    Protection,
    RulesInForce,
    Unanalysed,
    Unresolved,
    in_order,
)
from reports.json import to_json
from reports.safe import safe_terminal
from reports.terminal import to_terminal
from reports.text import to_text
from reports.words import sentences
from tests.made import access, full_report, report, subject
from tests.made_report import decisions_report

OUR_COLORS = re.compile(r"\x1b\[[0-9;]*m")
ANY_TEXT = st.text(st.characters())


def sample():
    """Two subjects, one of them discovered; three accesses in production, one through a wrapper."""
    return report(
        checkout=Checkout(commit="798b00ce" + "0" * 32, remote="https://example.org/radio/Shop.git"),
        rules=RulesInForce("sample", "0" * 64, "Access outside the gate"),
        found=Found(
            package="@shop/client",
            client=("shared/client.ts",),
            audited=1,
            audited_of=2,
            gated=1,
            gated_of=1,
            columns=1,
            columns_of=1,
        ),
        coverage=Coverage(
            files=1170,
            parsed=36,
            unanalysed=(
                Unanalysed("big.ts", "too-large", in_scope=True),
                Unanalysed("x.vue", "language", in_scope=False),
            ),
            damaged=(Damaged("bad.ts", 4, "syntax error", in_scope=True),),
            unresolved=(Unresolved("apps/a.ts", 2, 3, "computed member of an import"),),
            look_alikes=(LookAlike("getRelease", "b.ts", 8, "a local function"),),
            look_alikes_unlisted=2,
        ),
        subjects=(
            subject(protection=Protection(gate=False, limiter=True)),
            subject(id="ping", listed=False, protection=Protection(gate=False, limiter=False)),
        ),
        accesses=(
            access(),
            access(line=9, kind="reference", function="<module>"),
            access(line=12, subject="ping", through=(Evidence("apps/w.ts", 7, "guardedFetch"),)),
            access(file="tests/a.ts", scope="test"),
            access(file="shared/client.ts", scope="client"),
        ),
        drift=(Drift("comment", "shared/client.ts", 1, "names five exports, the code has six"),),
    )


def test_the_plain_report_has_one_line_per_item():
    assert to_text(sample()).splitlines() == [
        "Access outside the gate",
        "Shop 798b00ce, 1,170 files",
        "client @shop/client found: 1 of 2 audited exports, 1 of 1 gated; flag found",
        "audited getRelease: 2 accesses in production, 1 in client, 1 in test; in the client: limiter",
        "discovered ping: 1 access in production; in the client: none",
        "apps/a.ts:3:5: call of getRelease in load",
        "apps/a.ts:9:5: reference to getRelease in <module>",
        "apps/a.ts:12:5: call of ping in load through guardedFetch at apps/w.ts:7",
        "shared/client.ts:1: comment drift: names five exports, the code has six",
        "big.ts: not read: too-large",
        "bad.ts:4: not read: syntax error",
        "apps/a.ts:2:3: not followed: computed member of an import",
        "not listed: 1 in client, 1 in test",
        "look-alikes rejected: 3",
        "not read, out of scope: 1",
    ]


@pytest.mark.parametrize(
    ("flag", "columns", "said"),
    [
        ("declared", 1, "flag found"),
        ("named", 0, "0 of 1 flag column"),
        ("absent", 0, "no flag: nothing is flagged in this tree"),
        (None, 0, "0 of 1 flag column"),
    ],
)
def test_the_head_says_whether_anything_can_be_flagged(flag, columns, said):
    found = Found(client=("client.ts",), columns=columns, columns_of=1, flag=flag)
    assert sentences.found(found).endswith(f"; {said}")


def test_the_terminal_shows_the_same_facts():
    shown = to_terminal(sample(), width=110, color=False)
    assert shown.startswith("Access outside the gate        Shop 798b00ce, 1,170 files\n")
    assert re.search(r"^  getRelease +2 +not computed +open$", shown, re.MULTILINE)
    assert "\nping\n  apps/a.ts:12  load  through guardedFetch at apps/w.ts:7\n" in shown
    assert "\ngetRelease\n  apps/a.ts:3   load\n  apps/a.ts:9   <module>  reference\n" in shown
    assert "tests/a.ts" not in shown


@pytest.mark.parametrize("width", [1, 20, 300])
def test_places_stay_whole_at_any_width(width):
    assert "  apps/a.ts:9 " in to_terminal(sample(), width=width, color=False)


def test_names_are_links_on_terminals_that_follow_them():
    made = decisions_report()
    linked = to_terminal(made, width=140, color=True, root="/work/a b")
    assert "file:///work/a%20b/shared/client.ts\x1b\\" in linked
    without = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
    plain = to_terminal(made, width=140, color=False)
    assert re.sub(" +\n", "\n", OUR_COLORS.sub("", without.sub("", linked))) == plain


def test_colour_adds_sequences_and_nothing_else():
    plain, colored = (to_terminal(sample(), width=90, color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert re.sub(" +\n", "\n", OUR_COLORS.sub("", colored)) == plain
    assert colored != plain


def test_json_ends_in_a_newline_and_keeps_excerpts_for_those_who_ask():
    made = full_report()
    assert to_json(made).endswith(b"\n}\n")
    assert json.loads(to_json(made))["excerpts"] == {}
    assert json.loads(to_json(made, excerpts=True))["excerpts"] == made.excerpts


def test_a_name_that_is_not_unicode_is_written_alike_in_every_format():
    made = in_order(report(accesses=(access(file="a\udcff.ts"),), excerpts={"a\udcff.ts": {"3": "x"}}))
    written = json.loads(to_json(made, excerpts=True))
    assert written["accesses"][0]["file"] == "a\\udcff.ts"
    assert written["excerpts"] == {"a\\udcff.ts": {"3": "x"}}
    assert "\na\\udcff.ts:3:5: " in to_text(made)


@pytest.mark.parametrize(
    ("foreign", "safe"),
    [
        ("src/ärger [/x] 日本.ts", "src/ärger [/x] 日本.ts"),
        ("\x1b]0;owned\x07", r"\x1b]0;owned\x07"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("x\u202egpj.exe", r"x\u202egpj.exe"),
        ("zero\u200bwidth\u2028", r"zero\u200bwidth\u2028"),
        ("\x9b31m", r"\x9b31m"),
        ("lost\udc80byte", r"lost\udc80byte"),
    ],
)
def test_what_a_terminal_acts_on_is_written_out(foreign, safe):
    assert safe_terminal(foreign) == safe


@given(ANY_TEXT)
def test_safe_text_is_printable_and_stays_as_it_is(foreign):
    safe = safe_terminal(foreign)
    assert safe.isprintable()
    assert safe_terminal(safe) == safe
    safe.encode()


@given(ANY_TEXT)
def test_text_that_is_printable_is_not_touched(foreign):
    printable = "".join(filter(str.isprintable, foreign))
    assert safe_terminal(printable) == printable


@given(ANY_TEXT)
def test_no_foreign_text_reaches_a_terminal_raw_or_is_read_as_markup(foreign):
    hostile = msgspec.structs.replace(
        sample(),
        rules=RulesInForce("r", "0" * 64, foreign),
        accesses=(access(file=f"[bold]{foreign}[/x]", function=foreign),),
        drift=(Drift("rules", foreign, 1, foreign),),
    )
    for made in (to_text(hostile), to_terminal(hostile, width=1000, color=False)):
        assert all(line.isprintable() for line in made.split("\n"))
        assert f"[bold]{safe_terminal(foreign)}[/x]" in made or len(foreign) > 300


def test_only_the_terminal_reporter_imports_rich():
    asked = "import sys, reports.json, reports.text, reports.schema; print('rich' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert shown == "False\n"
