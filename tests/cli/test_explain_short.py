"""`explain` in a screen: what is summed up, that it stays short, and what is drawn once."""

from __future__ import annotations

import re

import pytest

from audit.model import Gate, Step
from reports.explain import as_text, explain
from reports.explain.answer import SCREEN
from tests import made
from tests.cli.test_explain import answer, summed
from tests.made_report import path


def test_what_fits_on_a_screen_is_given_in_full():
    assert summed("apps/web/b.ts:3") == answer("apps/web/b.ts:3")
    assert "--full" not in summed("apps/web/b.ts:3")


def test_a_long_answer_is_summed_up():
    said = summed("getRelease")
    assert said.startswith("getRelease\n  1 access in production; shown at: 3 routes; flagged row: yes: 1 live, ")
    assert (
        "    proposal: filter, 2 queries: keyed by a row that can be flagged. album data.\n"
        "      apps/web/keys.ts:7  selects the release\n"
        "      apps/web/keys.ts:20  and its twin\n"
        "    or a decision on record: ungated decide getRelease"
    ) in said
    assert (
        "  1 access:\n"
        "    web/service.ts:3  load; gate: none; shown at: GET /rotation/:id/tracks, GET /suggestions and 1 more, "
        "flagged row: live\n"
        "  how, to GET /rotation/:id/tracks: the value itself, proven, flagged row: yes\n"
        "    ├ apps/web/service.ts:12  result of getRelease … returned by tracks (2 lines)\n"
        "    └ apps/web/routes.ts:30  given to res.json\n"
        "          res.json(release);\n"
        "  every access, way and step: the same with --full\n"
    ) in said


def test_an_access_is_summed_up_with_its_gate_its_places_and_its_worst_way():
    said = summed("apps/web/service.ts:3").split("\n\n")[0]
    assert "  keyed by rotation.discogs_release_id and library_identity.discogs_release_id\n  gate: none\n" in said
    assert "  shown at GET /rotation/:id/tracks: the value itself, proven, flagged row: yes\n" in said
    assert said.count("  how, to ") == 1


def crowded(count):
    """A route at which the results of that many accesses are shown, by a way of which most is common to all."""
    tail = [Step(f"apps/{at}.ts", at, 1, f"step {at}") for at in range(2, 30)]
    states = ("yes", "no", "unknown")
    accesses = [
        made.access(
            id=f"{at:012d}",
            file=f"jobs/{at}/job.ts",
            gate=Gate(state="none"),
            reach="renders",
            paths=(
                path("GET /all", flagged=states[at % 3], steps=(Step(f"jobs/{at}/job.ts", 3, 1, "result"), *tail)),
                path(f"GET /{at}", flagged="no"),
            ),
        )
        for at in range(count)
    ]
    return made.report(subjects=(made.subject(reach="renders", flagged="yes"),), accesses=tuple(accesses))


@pytest.mark.parametrize("question", ["GET /all", "getRelease", "apps/7.ts:7", "jobs/3/job.ts:3"])
def test_a_long_answer_stays_on_a_screen_whatever_it_is_about(question):
    report = crowded(60)
    assert len(explain(report, question, every_step=True)) > SCREEN
    assert len(explain(report, question)) <= SCREEN


def test_a_route_is_summed_up_with_what_a_flagged_row_has_to_do_with_it():
    said = as_text(explain(crowded(30), "GET /all"))
    assert said.startswith(
        "GET /all\n"
        "  30 accesses have a way there; 10 of them with a flagged row's data\n"
        "  a flagged row's data gets there by:\n"
        "    getRelease, gate: none\n"
        "      0/job.ts:3\n"
    )
    assert "      and 2 more accesses\n" in said
    assert "  not known whether a flagged row's data gets there by:\n    getRelease, gate: none: 2/job.ts:3, " in said
    assert "  without a flagged row's data:\n    getRelease, gate: none: 1/job.ts:3, " in said
    assert "  how, by 0/job.ts:3: the value itself, proven, flagged row: yes\n" in said
    assert "    ├ … 22 files between …\n" in said
    assert (
        "  what would make it pass:\n"
        "    getRelease: not computed\n"
        "    why, and how to record a decision: ungated explain getRelease\n"
    ) in said


def test_names_in_a_summary_are_questions_themselves():
    report = crowded(30)
    named = re.findall(r"(?<=      )\d+/job.ts:3$", as_text(explain(report, "GET /all")), re.MULTILINE)
    assert len(named) == 8
    for name in named:
        assert explain(report, name)[0].text == f"jobs/{name}  call of getRelease in load"


def test_what_ways_end_with_in_common_is_drawn_once():
    said = as_text(explain(crowded(30), "GET /all", every_step=True))
    assert said.count("├ apps/2.ts:2  step 2\n") == 1
    assert said.count("└ on as above from apps/2.ts:2, 28 lines\n") == 29
    assert said.count("jobs/7/job.ts:3  result\n") == 1


def test_what_ways_begin_with_in_common_is_drawn_once():
    head = [Step("apps/a.ts", at, 1, f"step {at}") for at in range(1, 6)]
    ends = [path(f"GET /{name}", steps=(*head, Step(f"apps/{name}.ts", 9, 1, "shown"))) for name in "xyz"]
    report = made.report(
        accesses=(made.access(id="0" * 12, gate=Gate(state="none"), reach="renders", paths=tuple(ends)),)
    )
    said = as_text(explain(report, "0" * 12, every_step=True))
    assert said.count("├ apps/a.ts:3  step 3\n") == 1
    assert said.count("├ as above to apps/a.ts:5, 5 lines\n    └ apps/y.ts:9  shown\n") == 1
    assert said.count("├ as above to apps/a.ts:5, 5 lines\n    └ apps/z.ts:9  shown\n") == 1
