"""Staged matching: what moves, is renamed or reformatted is the same access; what is added is always told."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from audit.ledger.matching import Spot, compared, same
from tests.ledger_made import access

SUBJECTS = st.sampled_from(["getRelease", "resolveEntity", "GET /x"])
NAMES = st.sampled_from(["load", "Cache.fill", "main", "<module>"])
FILES = st.sampled_from(["a.ts", "jobs/a.ts", "jobs/b.py"])
CALLS = st.sampled_from(["f(id)", "f(row.id)", "f(a,b)", "f()"])
SPOTS = st.lists(st.builds(Spot, SUBJECTS, FILES, NAMES, CALLS, st.just(0), st.integers(1, 99)), max_size=12)


def numbered(spots):
    """With ordinals as the tool gives them: equal calls of a function, in order of their lines."""
    seen = Counter()
    made = []
    for spot in sorted(spots, key=lambda one: (one.file, one.line)):
        made.append(spot._replace(ordinal=seen[spot[:4]]))
        seen[spot[:4]] += 1
    return made


@given(SPOTS.map(numbered), SPOTS.map(numbered))
def test_every_spot_is_in_one_pair_at_most_and_subjects_agree(base, head):
    pairs = same(base, head)
    assert len({pair.base for pair in pairs}) == len(pairs) == len({pair.head for pair in pairs})
    assert all(base[pair.base].subject == head[pair.head].subject for pair in pairs)


@given(SPOTS.map(numbered), st.integers(1, 50))
def test_line_moves_change_nothing(base, lines):
    head = [spot._replace(line=spot.line + lines) for spot in base]
    assert [(pair.base, pair.head, pair.stage) for pair in same(base, head)] == [(n, n, 1) for n in range(len(base))]


@given(SPOTS.map(numbered), st.randoms())
def test_order_does_not_matter(base, random):
    head = base[:]
    random.shuffle(head)
    assert len(same(base, head)) == len(base)


@given(SPOTS.map(numbered))
def test_another_text_in_the_same_function_is_the_same_access(base):
    head = numbered([spot._replace(call=f"{spot.call}!") for spot in base])
    assert len(same(base, head)) == len(base)


@given(SPOTS.map(numbered))
def test_renamed_files_are_followed_through_git(base):
    named = {spot.file: f"new/{spot.file}" for spot in base}
    head = [spot._replace(file=named[spot.file]) for spot in base]
    through_git = [spot._replace(file=named[spot.file]) for spot in base]
    assert [pair.stage for pair in same(through_git, head)] == [1] * len(base)


@given(SPOTS.map(numbered), NAMES)
def test_a_function_renamed_in_place_adds_nothing(base, old):
    head = numbered([spot._replace(function="renamed") if spot.function == old else spot for spot in base])
    assert len(same(base, head)) == len(base)


@given(SPOTS.map(numbered), FILES)
def test_functions_that_go_to_another_file_add_nothing(base, old):
    head = numbered([spot._replace(file="moved/here.ts") if spot.file == old else spot for spot in base])
    assert len(same(base, head)) == len(base)


@given(SPOTS.map(numbered), SPOTS.filter(bool))
def test_a_new_access_is_always_told(base, added):
    """Counts hide nothing: as many are told as were added, of the same subjects."""
    head = numbered([*base, *added])
    pairs = same(base, head)
    left = {pair.head for pair in pairs}
    told = Counter(spot.subject for number, spot in enumerate(head) if number not in left)
    assert told == Counter(spot.subject for spot in added)


def test_a_call_that_is_swapped_for_another_is_new():
    before = [access("load", "getRelease(id)")]
    after = [access("show", "getRelease(other)", file="apps/b.ts")]
    assert [one.function for one in compared(before, after).added] == ["show"]


def test_one_gone_and_two_alike_come_is_not_a_move():
    before = [access("load", "getRelease(id)")]
    after = [access("x", "getRelease(id)", file="apps/b.ts"), access("y", "getRelease(id)", file="apps/c.ts")]
    assert len(compared(before, after).added) == 2


def test_a_call_that_moves_behind_a_parameter_is_moved():
    before = [access("getTracks", "getRelease(source.releaseId)", file="apps/controller.ts")]
    after = [access("fromRelease", "getRelease(releaseId)", file="apps/service.ts")]
    (pair,) = compared(before, after).pairs
    assert pair.moved


def test_a_renamed_file_is_a_move_of_the_same_access():
    before, after = [access(file="apps/old.ts")], [access(file="apps/new.ts")]
    matched = compared(before, after, {"apps/old.ts": "apps/new.ts"})
    assert [(pair.stage, pair.moved) for pair in matched.pairs] == [(1, True)]


def test_a_job_that_replaces_another_is_new_although_its_functions_are_named_alike():
    before = [
        access("fetch", "lookup(a,{caller:'one'})", file="jobs/one/lml-fetch.ts"),
        access("fetch", "lookup(b)", file="jobs/x/lml-fetch.ts"),
    ]
    after = [
        access("fetch", "lookup(c)", file="jobs/two/lml-fetch.ts"),
        access("fetch", "lookup(d)", file="jobs/three/lml-fetch.ts"),
    ]
    assert len(compared(before, after).added) == 2
