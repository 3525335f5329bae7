"""Reporters: pure functions from the report to text, with foreign text made safe."""

import json
import re
import subprocess
import sys

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.model import (
    Checkout,
    Coverage,
    Damaged,
    Drift,
    Evidence,
    Found,
    Gate,
    LookAlike,
    Protection,
    RulesInForce,
    Unanalysed,
    Unresolved,
    in_order,
)
from reports import columns, facts, screen, wording
from reports.json import to_json
from reports.safe import safe_terminal
from reports.terminal import to_terminal
from reports.text import to_text
from tests.made import access, full_report, report, subject
from tests.made_report import decisions_report
from tests.random_reports import reports

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


def of_the_usual_size():
    """Six exports with long names and two groups, as many as a real audit has."""
    made = decisions_report()
    names = ["searchTrackReleases", "validateTrackOnRelease", "resolveEntity"]
    more = [subject(id=name, carries="album", flagged="no", reach="contained") for name in names]
    groups = [msgspec.structs.replace(one, id=f"job:library-canonical-{one.id[4:]}-backfill") for one in made.groups]
    shown = [msgspec.structs.replace(one, paths=one.paths[:2]) for one in made.accesses]
    calls = [
        access(id=f"{at:012d}", subject=name, reach="contained", gate=Gate(state="none"))
        for at, name in enumerate(names)
    ]
    return msgspec.structs.replace(
        made,
        coverage=Coverage(files=1170, parsed=36, unanalysed=(Unanalysed("deploy.yml", "language", in_scope=True),)),
        checkout=Checkout(commit="798b00ce" + "0" * 32, remote="https://example.org/radio/Backend-Service.git"),
        subjects=(*made.subjects, *more),
        groups=tuple(groups),
        accesses=(*shown, *calls),
    )


@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 30), (120, 40), (160, 40)])
def test_a_report_is_one_screen(width, height):
    lines = to_terminal(of_the_usual_size(), width=width, color=False).splitlines()
    assert len(lines) < height  # the next prompt stands there too
    assert max(map(len, lines)) <= width
    assert "client @radio/client found: 3 of 3 audited exports, 1 of 1 gated" in lines[1]
    for row in facts.rows(of_the_usual_size()):
        assert any(line[2:].startswith(row.id[: columns.NARROW]) for line in lines)


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (300, "subject accesses shown to people at flagged row? gate the service's code proposal decision"),
        (200, "subject accesses shown to people at flagged row? gate claims proven proposal decision"),
        (178, "subject accesses shown at flagged row? gate claims proven proposal decision"),
        (140, "subject accesses shown at flagged row? gate claims proven decision"),
        (110, "subject accesses shown at flagged row? gate decision"),
        (90, "subject shown at flagged row? gate decision"),
        (80, "subject shown at flagged row? gate decision"),
    ],
)
def test_a_narrow_screen_leaves_out_what_matters_least(width, heads):
    table = to_terminal(of_the_usual_size(), width=width, color=False).split("\n\n")[1]
    assert " ".join(table.partition("\n✗")[0].split()) == heads


@pytest.mark.parametrize("width", [10, 30, 50])
def test_where_no_table_fits_each_row_is_a_sentence(width):
    shown = to_terminal(decisions_report(), width=width, color=False)
    told = "accesses: 1; shown at: 3 routes; flagged row: yes: 1 live, 1 behind a variable, 1 dormant; gate: none"
    assert f"✗getRelease{told.replace(' ', '')};decision:open:filter" in re.sub(r"\s", "", shown)


def names_and_cells(shown):
    """What stands between the first two blank lines, without blanks."""
    return re.sub(r"\s", "", shown.split("\n\n")[1])


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(reports(), st.integers(4, 220), st.booleans())
def test_no_name_and_no_line_is_cut_off_at_any_width(made, width, verbose):
    shown = to_terminal(made, width=width, color=False, verbose=verbose)
    rows = facts.rows(made)
    laid = columns.fitted(rows, wording.flagged(made), width, all_of_it=verbose) if rows else None
    names = [safe_terminal(row.id) for row in rows] if laid is None else [line[0] for line in laid.lines]
    for row, name in zip(rows, names, strict=True):
        assert re.sub(r"\s", "", name) == re.sub(r"\s", "", safe_terminal(row.id))
        assert all(part.rstrip() in shown for part in name.split("\n"))
    for line in (wording.found(made.found), *screen.summed(made)) if not verbose else screen.full(made):
        assert re.sub(r"\s", "", safe_terminal(line)) in re.sub(r"\s", "", shown)


def test_verbose_tells_what_the_screen_sums_up():
    made = decisions_report()
    shown = to_terminal(made, width=300, color=False, verbose=True)
    for said in (
        "\ntrigger can-render: met\n",
        "\nreason cold: no longer: library_identity is not hot-read (tracker)\n",
        "\nshared/client.ts:4: comment drift: the comment leaves out ping\n",
        "\ndeploy.yml: not read: in a language",
        "\nlook-alikes rejected: 1\n",
    ):
        assert said in shown
        assert said not in to_terminal(made, width=300, color=False)


def test_proposed_commands_repeat_what_the_run_was_given():
    shown = to_terminal(decisions_report(), width=120, color=False, asked=" ../shop --server '../the service'")
    assert "\nnext: ungated explain getRelease ../shop --server '../the service'" in shown
    assert "\n      ungated report ../shop --server '../the service' --format markdown -o FILE" in shown


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
