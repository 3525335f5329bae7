"""Can a path show data of a flagged row? Each answer beside the near miss that must not get it."""

from __future__ import annotations

import pytest

from audit.judge.verdict import Written
from audit.model import Chain, Condition, Evidence, Found, Gate, Key, Sink, Step
from tests.verdict_made import QUERY, Given, access, judged, key, path, row, stored, subject

PLACE = Evidence("a.ts", 2, "read here")


def flagged(*accesses, facts=Given(), **changed):  # noqa: B008
    """State and notes of the first path of the first access."""
    found = judged(*accesses, facts=facts, **changed).accesses[0].paths[0].flagged
    return found.state, [one.note for one in found.evidence]


class TestByKey:
    def test_a_row_that_can_be_flagged(self):
        state, notes = flagged(access(path()), facts=Given(keys={3: (row(),)}))
        assert (state, notes) == ("yes", ["keyed by rotation.release_id, a row that can be flagged"])

    def test_the_evidence_is_the_query_that_resolves_it(self):
        (first,) = judged(access(path()), facts=Given(keys={3: (row(),)})).accesses[0].paths[0].flagged.evidence
        assert (first.file, first.line) == (QUERY.file, QUERY.line)

    def test_rows_without_an_album_have_no_flag(self):
        facts = Given(keys={3: (row(spared=Evidence("a.ts", 7, "only rows of rotation without album_id")),)})
        assert flagged(access(path()), facts=facts) == ("no", ["only rows of rotation without album_id"])

    def test_one_query_without_albums_beside_one_with(self):
        without = row(spared=Evidence("a.ts", 7, "without album_id"))
        assert flagged(access(path()), facts=Given(keys={3: (without, row("library.id"))}))[0] == "yes"

    @pytest.mark.parametrize("kind", ["other-row", "request", "constant", "free-text"])
    def test_other_keys_show_none(self, kind):
        assert flagged(access(path(), keyed_by=(key(kind, "concerts.id"),)))[0] == "no"

    def test_a_key_that_could_not_be_followed_is_not_known(self):
        assert flagged(access(path(), keyed_by=(key("request"), key("unknown"))))[0] == "unknown"

    def test_no_key_at_all_is_not_known(self):
        assert flagged(access(path())) == ("unknown", ["what keys this access was not found"])

    def test_free_text_beside_catalogue_rows_is_not_known(self):
        beside = Given(beside=Evidence("a.ts", 30, "reads library.title, in search"))
        state, notes = flagged(access(path(), keyed_by=(key("free-text"),)), facts=beside)
        assert state == "unknown"
        assert "reads library.title, in search" in notes[0]

    def test_a_path_has_the_keys_of_its_callers_only(self):
        facts = Given(keys={(3, "GET /a"): (row(),), (3, "GET /b"): (row(key=key("request")),)})
        one, other = judged(access(path("GET /a"), path("GET /b")), facts=facts).accesses[0].paths
        assert (one.flagged.state, other.flagged.state) == ("yes", "no")


class TestWithoutTheFlag:
    """A tree that neither declares nor names the flag has no flagged row; rules that misspell it look the same."""

    FACTS = Given(keys={3: (row(),)})

    @pytest.mark.parametrize(("presence", "state"), [("absent", "unknown"), ("named", "yes"), ("declared", "yes")])
    def test_a_row_is_flagged_by_somebody(self, presence, state):
        found = flagged(access(path()), facts=self.FACTS, found=Found(columns_of=1, flag=presence))
        assert found[0] == state
        assert ("nothing is flagged in it" in found[1][0]) is (presence == "absent")

    def test_what_no_flag_would_show_stays_no(self):
        absent = Found(columns_of=1, flag="absent")
        assert flagged(access(path(), keyed_by=(key("request"),)), found=absent)[0] == "no"

    def test_there_is_nothing_to_propose(self):
        proposals = {
            presence: judged(access(path()), facts=self.FACTS, found=Found(columns_of=1, flag=presence))
            .subjects[0]
            .recommendation
            for presence in ("absent", "declared")
        }
        assert proposals["absent"].decision is None
        assert "a gate has nothing to ask" in proposals["absent"].because[0]
        assert proposals["declared"].decision == "gate-by-filter"


class TestWhatNothingRuns:
    def test_an_access_in_code_that_nobody_calls_shows_nothing(self):
        dead = access(path(), reach="unreachable")
        assert flagged(dead, facts=Given(keys={3: (row(),)})) == ("no", ["nothing is known that runs this"])

    def test_a_path_through_callers_that_nobody_calls_beside_one_that_runs(self):
        facts = Given(keys={3: (row(),)}, dead=frozenset(("GET /b",)))
        one, other = judged(access(path("GET /a"), path("GET /b")), facts=facts).accesses[0].paths
        assert (one.flagged.state, other.flagged.state) == ("yes", "no")


class TestGate:
    @pytest.mark.parametrize("state", ["filter", "guard", "argument"])
    def test_what_keeps_flagged_rows_away(self, state):
        gate = Gate(state=state, evidence=(Evidence("a.ts", 8, "and not flagged"),))
        assert flagged(access(path(), gate=gate), facts=Given(keys={3: (row(),)})) == ("no", ["and not flagged"])

    @pytest.mark.parametrize("state", ["none", "unarmed", "late", "partly", "forced"])
    def test_what_lets_them_pass(self, state):
        assert flagged(access(path(), gate=Gate(state=state)), facts=Given(keys={3: (row(),)}))[0] == "yes"

    def test_a_chain_of_callers_that_holds_covers_the_paths_through_it(self):
        chains = (Chain("apps/c.ts", 9, "one", "filter", ""), Chain("apps/d.ts", 5, "other", "none", ""))
        other = path("GET /b", steps=(Step("apps/a.ts", 3, 5, ""), Step("apps/d.ts", 5, 1, "")))
        one = access(path("GET /a"), other, gate=Gate(state="none", chains=chains))
        found = judged(one, facts=Given(keys={3: (row(),)})).accesses[0].paths
        assert [one.flagged.state for one in found] == ["no", "yes"]

    def test_two_chains_on_one_path_must_both_hold(self):
        chains = (Chain("apps/c.ts", 9, "one", "filter", ""), Chain("apps/a.ts", 3, "other", "none", ""))
        one = access(path("GET /a"), gate=Gate(state="none", chains=chains))
        assert flagged(one, facts=Given(keys={3: (row(),)}))[0] == "yes"

    def test_a_check_on_the_way_guards_its_path_only(self):
        guarded = path("GET /a", guard=Evidence("apps/c.ts", 8, "returns null for flagged rows"))
        one, other = judged(access(guarded, path("GET /b")), facts=Given(keys={3: (row(),)})).accesses[0].paths
        assert (one.flagged.state, other.flagged.state) == ("no", "yes")


class TestCarries:
    def test_what_the_flag_is_not_about(self):
        state, notes = flagged(
            access(path(), subject="getArtist"),
            facts=Given(keys={3: (row(),)}),
            subjects=(subject(id="getArtist", carries="artist"),),
        )
        assert state == "no"
        assert notes == ["gives what the flag is not about (artist): an artist is no album"]

    def test_an_identity_is_about_the_row_it_is_asked_for(self):
        about = (subject(carries="identity"),)
        assert flagged(access(path()), facts=Given(keys={3: (row(),)}), subjects=about)[0] == "yes"
        assert flagged(access(path(), keyed_by=(key("request"),)), subjects=about)[0] == "no"

    def test_a_column_that_does_not_say_which_row_it_is(self):
        given = Given(keys={3: (row(key=Key(kind="other-row", column="library.artist_name")),)})
        assert flagged(access(path()), facts=given) == (
            "no",
            ["keyed by library.artist_name, which does not say which row it is"],
        )


class TestTies:
    def test_stored_under_a_row_that_can_be_flagged(self):
        text = (key("free-text"),)
        assert flagged(access(stored("library.artwork_url"), keyed_by=text)) == (
            "yes",
            ["stored in library.artwork_url, under a row that can be flagged"],
        )
        assert flagged(access(stored("concerts.image_url"), keyed_by=text))[0] == "no"

    def test_on_from_such_a_column(self):
        text = (key("free-text"),)
        assert flagged(access(path(stored_in=("library.artwork_url",)), keyed_by=text))[0] == "yes"
        assert flagged(access(path(stored_in=("concerts.image_url",)), keyed_by=text))[0] == "no"

    def test_a_decision_stores_nothing(self):
        assert flagged(access(stored("library.checked_at", flow="implicit"), keyed_by=(key("free-text"),)))[0] == "no"

    def test_rows_without_an_album_stay_without_one_in_their_own_table(self):
        spared = (row(spared=Evidence("a.ts", 7, "without album_id")),)
        assert flagged(access(stored("rotation.release_id")), facts=Given(keys={3: spared}))[0] == "no"
        assert flagged(access(stored("library.release_id")), facts=Given(keys={3: spared}))[0] == "yes"

    def test_what_goes_on_from_there_belongs_to_one_where_it_is_kept_with_it(self):
        """A row without an album when it was asked about may have one when it is copied to the album's row."""
        without = Given(keys={3: (row(spared=Evidence("a.ts", 7, "without album_id")),)})
        on = {"sink": stored("library.release_id").sink}
        assert flagged(access(path(stored_in=("rotation.release_id",))), facts=without)[0] == "no"
        assert flagged(access(path(stored_in=("rotation.release_id",), **on)), facts=without)[0] == "yes"
        assert flagged(access(path(stored_in=("rotation.release_id", "library.cover"))), facts=without)[0] == "yes"
        assert flagged(access(path(stored_in=("rotation.release_id", "concerts.cover"))), facts=without)[0] == "no"
        assert flagged(access(path(stored_in=("library.release_id",), **on)), facts=without)[0] == "yes"

    def test_an_argument_of_a_lookup_about_such_a_row(self):
        lookup = access(subject="lookup", line=40, file="apps/b.ts")
        steps = (Step("apps/a.ts", 3, 5, ""), Step("apps/b.ts", 40, 1, "given to lookup"), Step("apps/c.ts", 9, 1, ""))
        way = path(flow="argument", steps=steps)
        about = Given(keys={40: (row("library.title"),)})
        state, notes = flagged(access(way, keyed_by=(key("free-text"),)), lookup, facts=about)
        assert (state, notes) == ("yes", ["an argument of lookup about library.title, a row that can be flagged"])
        near = Given(keys={40: (row(key=key("other-row", "concerts.id")),)})
        assert flagged(access(way, keyed_by=(key("free-text"),)), lookup, facts=near)[0] == "no"

    def test_kept_under_the_id_of_such_a_row(self):
        tied = Given(tied=(Evidence("apps/t.ts", 5, "kept under library.id, of a row that can be flagged"),))
        text = (key("free-text"),)
        assert flagged(access(path(), keyed_by=text), facts=tied)[0] == "yes"
        assert flagged(access(path(flow="implicit"), keyed_by=text), facts=tied)[0] == "no"

    def test_a_wrapper_on_the_way_is_no_lookup_of_its_own(self):
        lookup = access(subject="lookup", line=40, file="apps/b.ts", wrapper=True)
        steps = (Step("apps/a.ts", 3, 5, ""), Step("apps/b.ts", 40, 1, "given to lookup"), Step("apps/c.ts", 9, 1, ""))
        way = access(path(flow="argument", steps=steps), keyed_by=(key("free-text"),))
        assert flagged(way, lookup, facts=Given(keys={40: (row("library.title"),)}))[0] == "no"

    def test_a_lookup_that_is_gated_lets_no_flagged_row_pass(self):
        lookup = access(subject="lookup", line=40, file="apps/b.ts", gate=Gate(state="argument"))
        steps = (Step("apps/a.ts", 3, 5, ""), Step("apps/b.ts", 40, 1, "given to lookup"), Step("apps/c.ts", 9, 1, ""))
        found = flagged(
            access(path(flow="argument", steps=steps), keyed_by=(key("free-text"),)),
            lookup,
            facts=Given(keys={40: (row("library.title"),)}),
        )
        assert found[0] == "no"


class TestDormant:
    NOTHING = (Written(PLACE, empty=True),)

    def conditions(self, keys, written):
        facts = Given(keys={3: keys}, written=written)
        return judged(access(path()), facts=facts).accesses[0].paths[0].conditions

    def test_a_key_that_nobody_writes(self):
        found = self.conditions((row("identity.release_id"),), {"identity.release_id": self.NOTHING})
        assert found == (Condition("dormant", "identity.release_id"),)

    def test_one_writer_of_a_value_wakes_it(self):
        both = (*self.NOTHING, Written(PLACE, empty=False))
        assert self.conditions((row("identity.release_id"),), {"identity.release_id": both}) == ()

    def test_another_key_that_is_written_keeps_it_live(self):
        keys = (row("identity.release_id"), row("rotation.release_id"))
        written = {"identity.release_id": self.NOTHING, "rotation.release_id": (Written(PLACE, empty=False),)}
        assert self.conditions(keys, written) == ()

    def test_a_column_that_comes_from_elsewhere_is_no_dormant_one(self):
        assert self.conditions((row("library.id"),), {}) == ()


class TestSubject:
    def test_the_strongest_of_its_paths(self):
        facts = Given(keys={(3, "GET /a"): (row(),), (3, "GET /b"): (row(key=key("request")),)})
        assert judged(access(path("GET /b"), path("GET /a")), facts=facts).subjects[0].flagged == "yes"

    def test_a_value_that_was_lost_may_be_shown_anywhere(self):
        lost = access(reach="escapes", escapes=(made_escape(),), keyed_by=(key("request"),))
        assert judged(lost).subjects[0].flagged == "unknown"

    def test_what_is_shown_nowhere_shows_nothing(self):
        assert judged(access(keyed_by=(key("unknown"),))).subjects[0].flagged == "no"

    def test_tests_and_tooling_do_not_count(self):
        facts = Given(keys={3: (row(),)})
        assert judged(access(path(), scope="test"), facts=facts).subjects[0].flagged is None

    def test_a_sink_that_is_no_place_for_people_counts_too(self):
        log = path(sink=Sink(kind="log", file="a.ts", line=1, column=1))
        assert judged(access(log), facts=Given(keys={3: (row(),)})).subjects[0].flagged == "yes"


def made_escape():
    from audit.model import Escape

    return Escape("a.ts", 1, 1, "unresolved-call", "")
