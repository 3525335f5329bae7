"""Sentences of the engine on their way to people: in the words of the rules, and said once."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Decision, Evidence, Finding, Ground, Recommendation, RulesInForce
from reports.check_text import to_check_text
from reports.comment import to_markdown
from reports.explain import as_text, explain
from reports.github import to_github
from reports.html import to_html
from reports.markdown import to_decisions
from reports.words.rephrased import merged, worded
from tests.made_report import decisions_report, path

RULES = RulesInForce("sample", "0" * 64, "What is asked", about=("album",))


def spoken(rules=RULES):
    """A report in which everybody speaks of flagged rows: the engine, a person, and the code."""
    made = decisions_report(rules=rules)
    first = next(one for one in made.subjects if one.id == "getRelease")
    others = [one for one in made.subjects if one is not first]
    said = Recommendation(decision="gate", because=("A flagged row's data is shown at GET /a.",))
    by_hand = Decision(
        file="gate-decisions/a.toml",
        decision="deferred",
        reason="No flagged row matters.",
        decided_by="Ada",
        decided_on="2026-05-01",
        state="current",
    )
    told = Evidence("a.ts", 1, "a flagged row does not pass `x`")
    return msgspec.structs.replace(
        made,
        subjects=(msgspec.structs.replace(first, recommendation=said, decisions=(by_hand,)), *others),
        grounds=(Ground(id="g", quote="no flagged row is shown", source="s", state="holds", evidence=(told,)),),
        excerpts={"a.ts": {"1": "// a flagged row"}},
    )


def test_the_engine_speaks_of_what_the_rules_call_it():
    made = worded(spoken())
    assert made.subjects[0].recommendation.because == ("A flagged album's data is shown at GET /a.",)
    assert made.grounds[0].evidence[0].note == "a flagged album does not pass `x`"


def test_people_and_code_are_quoted_as_they_are():
    before, made = spoken(), worded(spoken())
    assert made.subjects[0].decisions == before.subjects[0].decisions
    assert (made.grounds[0].quote, made.excerpts) == (before.grounds[0].quote, before.excerpts)


def test_without_a_word_of_the_rules_nothing_changes():
    made = spoken(RulesInForce("sample", "0" * 64))
    assert worded(made) == made


def test_every_format_for_people_says_it_so():
    made = spoken()
    subject = made.subjects[0].id
    for shown in (to_decisions(made), as_text(explain(made, subject, every_step=True)), to_html(made)):
        assert "A flagged album's data is shown at" in shown
        assert "A flagged row's data" not in shown


def test_a_check_says_it_so_too():
    help_ = "pass the flag to the call, or select without flagged rows"
    one = Finding(rule="new-access", level="error", file="a.ts", line=1, message="m", help=help_, state="new")
    made = decisions_report(rules=RULES, findings=(one,))
    for form in (to_check_text, to_github, to_markdown):
        assert "select without flagged albums" in form(made)


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (["GET /a reads x.y (dormant: nothing writes it)"], ["GET /a reads x.y (dormant: nothing writes it)"]),
        (
            ["GET /a reads x.y", "jobs/a.ts reads x.y", "GET /b reads x.z"],
            ["GET /a and jobs/a.ts read x.y", "GET /b reads x.z"],
        ),
        (
            ["keyed by a.b, a row that can be flagged", "keyed by a.c, a row that can be flagged"],
            ["keyed by a.b and a.c, rows that can be flagged"],
        ),
        (
            ["call of f is shown at GET /a", "call of g is shown at GET /a", "call of f is shown at slack"],
            ["call of f is shown at GET /a and slack", "call of g is shown at GET /a"],
        ),
        (
            ["call of f is shown at GET /a (dormant: b)", "call of f is shown at GET /c"],
            ["call of f is shown at GET /a (dormant: b)", "call of f is shown at GET /c"],
        ),
        (
            ["call of f is shown at GET /a (dormant: b)", "call of f is shown at GET /c (dormant: b)"],
            ["call of f is shown at GET /a and GET /c (dormant: b)"],
        ),
        ([f"GET /{at} reads x" for at in range(9)], ["GET /0, GET /1, GET /2, GET /3 and 5 more read x"]),
        (["one thing", "another", "one thing"], ["one thing", "another"]),
        (["{} reads {rest}", "{before} reads {rest}"], ["{} and {before} read {rest}"]),
    ],
)
def test_sentences_that_differ_in_a_name_are_one(notes, told):
    assert merged(notes) == told


PIECES = st.sampled_from(
    ["GET /a", "x.y", " reads ", " is shown at ", "keyed by ", ", a row that can be flagged", " (b)", "{}"]
)


@given(st.lists(st.lists(PIECES, max_size=4).map("".join), max_size=6))
def test_nothing_is_told_twice_and_a_sentence_alone_stays_as_it_is(notes):
    told = merged(notes)
    assert len(told) == len(set(told)) <= len(set(notes))
    assert all(merged([note]) == [note] for note in notes)
    assert merged(dict.fromkeys(notes)) == told


def test_a_way_in_is_told_once_with_all_its_keys():
    keys = [Evidence("a.ts", 1, f"keyed by library.{name}, a row that can be flagged") for name in ("id", "title")]
    way = path("GET /x", flagged="yes")
    way = msgspec.structs.replace(way, flagged=msgspec.structs.replace(way.flagged, evidence=tuple(keys)))
    made = decisions_report(rules=RULES)
    access = next(one for one in made.accesses if one.subject == "getRelease" and one.scope == "production")
    others = tuple(one for one in made.accesses if one is not access)
    made = msgspec.structs.replace(made, accesses=(msgspec.structs.replace(access, paths=(way,)), *others))
    assert "| `GET /x` | keyed by `library.id` and `library.title`, rows that can be flagged ([" in to_decisions(made)
