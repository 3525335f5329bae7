"""The one screen of a terminal: what fits on it, what a narrow one leaves out, and that nothing is cut off."""

import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.model import Checkout, Coverage, Gate, Unanalysed
from reports import columns, facts, screen
from reports.safe import safe_terminal
from reports.terminal import to_terminal
from reports.words import sentences
from tests.made import access, subject
from tests.made_report import decisions_report
from tests.random_reports import reports


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


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(reports(), st.integers(4, 220), st.booleans())
def test_no_name_and_no_line_is_cut_off_at_any_width(made, width, verbose):
    shown = to_terminal(made, width=width, color=False, verbose=verbose)
    rows = facts.rows(made)
    laid = columns.fitted(rows, sentences.flagged(made), width, all_of_it=verbose) if rows else None
    names = [safe_terminal(row.id) for row in rows] if laid is None else [line[0] for line in laid.lines]
    for row, name in zip(rows, names, strict=True):
        assert re.sub(r"\s", "", name) == re.sub(r"\s", "", safe_terminal(row.id))
        assert all(part.rstrip() in shown for part in name.split("\n"))
    for line in (sentences.found(made.found), *screen.summed(made)) if not verbose else screen.full(made):
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
