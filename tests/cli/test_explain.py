"""`explain`: every kind of question gets its answer, and what means nothing gets suggestions."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.explain import Line, as_text, explain, near
from reports.terminal import lines_on_terminal
from tests import made
from tests.made_report import decisions_report

CODE = {
    "apps/web/service.ts": {"3": "const release = await getRelease(id);", "14": "return release;"},
    "apps/web/routes.ts": {"30": "res.json(release);"},
    "apps/web/keys.ts": {"7": "select(id)"},
}


def answer(question, **changed):
    return as_text(explain(decisions_report(excerpts=CODE, **changed), question, every_step=True))


def summed(question, **changed):
    return as_text(explain(decisions_report(excerpts=CODE, **changed), question))


def test_a_subject_is_told_with_each_access_and_its_paths_as_trees():
    said = answer("getRelease")
    assert said.startswith("getRelease\n  1 access in production; shown at: 3 routes; flagged row: yes: 1 live, ")
    tree = (
        "  shown at GET /rotation/:id/tracks: the value itself, proven, flagged row: yes\n"
        "    stored before the flag was set (apps/web/keys.ts:7)\n"
        "    ├ apps/web/service.ts:12  result of getRelease\n"
        "    ├ apps/web/service.ts:14  returned by tracks\n"
        "    │     return release;\n"
        "    └ apps/web/routes.ts:30  given to res.json\n"
        "          res.json(release);\n"
    )
    assert tree in said
    assert "flagged row: yes, once a column is written, needs library_identity.discogs_release_id\n" in said


def test_a_subject_that_is_open_is_told_what_would_make_it_pass():
    said = answer("getRelease")
    assert (
        "  what would make it pass:\n"
        "    proposal: filter, 2 queries: keyed by a row that can be flagged. album data.\n"
        "      apps/web/keys.ts:7  selects the release\n"
        "          select(id)\n"
    ) in said
    assert (
        '    or a decision on record: ungated decide getRelease --decision gate-by-filter --because "…" --due …\n'
        in said
    )


def test_a_group_is_told_with_its_decision_or_its_options():
    assert (
        "  decided: deferred, changed, by Ada on 2026-05-01, until 2026-12-01 (gate-decisions/backfill.toml)"
        in answer("job:backfill")
    )
    assert "passes: nothing is open" in answer("job:backfill")
    assert "    migrate needs: an export for this endpoint; and a gate on it\n" in answer("job:identity")


@pytest.mark.parametrize("question", ["apps/web/service.ts:3", "service.ts:3", "web/service.ts:3:5", "000000000000"])
def test_an_access_is_found_by_its_line_or_its_id(question):
    said = answer(question)
    assert "apps/web/service.ts:3  call of getRelease in load\n      const release = await getRelease(id);\n" in said
    assert "  keyed by rotation.discogs_release_id\n    apps/web/keys.ts:7  selected by id\n" in said
    assert "--at 'apps/web/service.ts#load'" in said


def test_a_gate_is_told_with_its_defects():
    said = answer("apps/web/a.ts:3")
    assert "  gate: too late\n" in said
    assert "    apps/web/cache.ts:9  the key of a cache leaves the flag out: the key is artist and title\n" in said


def test_a_gated_call_passes():
    said = answer("apps/web/b.ts:3")
    assert "  gate: flag passed\n" in said
    assert "passes: nothing is open" in said


def test_what_was_lost_from_sight_is_told():
    assert "  lost from sight at apps/web/service.ts:4: dynamic-key, picked by a computed name\n" in answer(
        "POST /resolve"
    )


@pytest.mark.parametrize("question", ["GET /library", "/library"])
def test_a_route_is_told_with_everything_that_ends_there(question):
    said = answer(question)
    assert said.startswith("GET /library\n  3 accesses with a way there: lookup\n    apps/web/a.ts:3  lookup in load: ")
    assert said.count("└ apps/web/routes.ts:30") == 3


def test_a_column_is_told_with_what_passes_through_it():
    assert answer("concerts.image_url").startswith("concerts.image_url\n  1 access with a way there: getArtist\n")


def test_a_line_is_told_with_the_results_that_pass_there():
    said = answer("apps/web/routes.ts:30")
    assert said.startswith("apps/web/routes.ts:30\n  5 accesses with a way there: lookup, getRelease and getArtist\n")


@pytest.mark.parametrize(
    ("question", "meant"),
    [("getRelaese", "getRelease"), ("rotation", "GET /rotation/:id/tracks"), ("GET /artists", "GET /artist")],
)
def test_what_is_not_there_gets_suggestions(question, meant):
    assert explain(decisions_report(), question) == []
    assert meant in near(decisions_report(), question)


@pytest.mark.parametrize("question", ["", "x", "a:b", "zzzzzzz"])
def test_nonsense_is_no_answer(question):
    assert explain(decisions_report(), question) == []
    assert explain(made.report(), question) == []


def test_what_was_not_computed_is_said():
    said = as_text(explain(made.report(subjects=(made.subject(),), accesses=(made.access(),)), "getRelease"))
    assert "flagged row: not computed; gate: not computed; open" in said
    assert "None" not in said


@given(st.text(st.characters(codec=None), max_size=20))
def test_foreign_text_stays_in_its_line(text):
    evil = msgspec.structs.replace(made.access(), file=text, function=text, id="0" * 12)
    report = made.report(accesses=(evil,), subjects=(made.subject(),), excerpts={text: {"3": text}})
    lines = explain(report, "0" * 12)
    for shown in (as_text(lines), lines_on_terminal(lines, width=2000, color=False)):
        assert shown.count("\n") == len(lines)
        assert all(line.isprintable() for line in shown.split("\n"))


def test_sentences_wrap_below_their_start_and_commands_stay_whole():
    lines = [Line("one two three four", indent=4), Line("or: ungated explain getRelease --full", indent=2)]
    lines += [Line("├ apps/web/service.ts:12  result", "place", 2), Line("return await getRelease(id);", "code", 6)]
    assert lines_on_terminal(lines, width=16, color=False) == (
        "    one two\n"
        "    three four\n"
        "  or: ungated explain getRelease --full\n"
        "  ├ apps/web/service.ts:12  result\n"
        "      return await getRelease(id);\n"
    )


def test_what_nothing_calls_gets_nowhere():
    dead = msgspec.structs.replace(made.full_report().accesses[0], reach="unreachable", wrapper=False)
    report = made.report(accesses=(dead,), subjects=(made.subject(),))
    assert explain(report, "GET /x") == []
    assert "  shown at: nowhere: nothing calls it\n" in as_text(explain(report, "getRelease"))
