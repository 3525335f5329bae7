"""Grounds and triggers: each state of each kind of condition, and what it is told by."""

from __future__ import annotations

import pytest

from audit.judge.verdict import Reading, Written
from audit.model import Evidence, Gate, Protection, Server, Sink
from audit.rulebook import Condition
from audit.rulebook.rules import GroundRule, TriggerRule
from tests.verdict_made import Given, access, judged, key, path, row, rules, stored, subject

READ = Evidence("apps/q.ts", 12, "")
EMPTY = (Written(Evidence("jobs/w.ts", 7, "writes identity.release_id: NULL and nothing else"), empty=True),)
FULL = (Written(Evidence("jobs/w.ts", 7, "writes identity.release_id"), empty=False),)


def ground(condition, *accesses, facts=Given(), **changed):  # noqa: B008
    by = rules(grounds=(GroundRule(id="g", quote="so it is", source="tracker", holds=(condition,)),))
    return judged(*accesses, facts=facts, by=by, **changed).grounds[0]


def trigger(condition, *accesses, facts=Given(), **changed):  # noqa: B008
    by = rules(triggers=(TriggerRule(id="t", when=condition, confirm="SELECT 1;"),))
    return judged(*accesses, facts=facts, by=by, **changed).triggers[0]


def notes(found):
    return [one.note for one in found.evidence]


class TestTables:
    HOT = Condition(table="identity", read_on=("http",))
    COLD = Condition(table="identity", read_on=("http",), expected=False)

    def read(self, *paths, written=FULL, readers=()):
        return Given(
            read={"identity": {"release_id": tuple(paths), "notes": ()}},
            written={"identity.release_id": written},
            readers={"identity": readers},
        )

    def test_met_names_route_and_column_at_the_query(self):
        found = trigger(self.HOT, facts=self.read(path("GET /a")))
        assert (found.state, notes(found)) == ("met", ["GET /a reads identity.release_id"])
        assert (found.evidence[0].file, found.evidence[0].line) == ("apps/a.ts", 3)

    def test_dormant_where_there_is_nothing_to_read(self):
        found = trigger(self.HOT, facts=self.read(path("GET /a"), written=EMPTY))
        assert found.state == "dormant"
        assert notes(found) == [
            "GET /a reads identity.release_id (dormant: nothing writes it)",
            "writes identity.release_id: NULL and nothing else",
        ]

    def test_a_route_changes_its_words_when_it_wakes(self):
        asleep = trigger(self.HOT, facts=self.read(path("GET /a"), written=EMPTY))
        awake = trigger(self.HOT, facts=self.read(path("GET /a")))
        assert set(notes(awake)).isdisjoint(notes(asleep))

    def test_read_while_a_request_is_answered_is_read_whatever_becomes_of_it(self):
        readers = (Reading("release_id", READ, ("POST /b",)),)
        found = trigger(self.HOT, facts=self.read(readers=readers))
        assert (found.state, notes(found)) == ("met", ["POST /b reads identity.release_id"])

    def test_not_met_where_only_jobs_read_it(self):
        assert trigger(self.HOT, facts=self.read(readers=(Reading("release_id", READ, ()),))).state == "not-met"

    def test_another_kind_of_sink_is_not_asked_for(self):
        log = path(sink=Sink(kind="log", file="a.ts", line=1, column=1))
        assert trigger(self.HOT, facts=self.read(log)).state == "not-met"

    def test_unknown_without_the_table(self):
        assert trigger(self.HOT).state == "unknown"

    def test_one_column_of_a_table(self):
        facts = self.read(path("GET /a"))
        assert trigger(Condition(column="identity.release_id", read_on=("http",)), facts=facts).state == "met"
        assert trigger(Condition(column="identity.notes", read_on=("http",)), facts=facts).state == "not-met"

    def test_a_ground_that_nothing_reads_it(self):
        assert ground(self.COLD, facts=self.read()).state == "holds"
        assert ground(self.COLD, facts=self.read(path("GET /a"))).state == "no-longer"

    def test_what_is_read_is_read_though_nothing_is_there(self):
        assert ground(self.COLD, facts=self.read(path("GET /a"), written=EMPTY)).state == "no-longer"

    def test_a_ground_about_a_table_that_is_not_there_cannot_be_checked(self):
        assert ground(self.COLD).state == "cannot-check"


class TestWrittenBy:
    OPEN = Condition(
        table="album_metadata",
        read_on=("http",),
        written_by=Condition(gate=("none", "unarmed")),
    )

    def read(self, **columns):
        return Given(read={"album_metadata": columns})

    def test_met_names_the_writer_and_the_route(self):
        found = trigger(self.OPEN, access(stored("album_metadata.bio")), facts=self.read(bio=(path("GET /a"),)))
        assert found.state == "met"
        assert notes(found) == [
            "GET /a reads album_metadata.bio",
            "call of getRelease is stored in album_metadata.bio",
        ]

    def test_a_gated_writer_is_none(self):
        gated = access(stored("album_metadata.bio"), gate=Gate(state="argument"))
        assert trigger(self.OPEN, gated, facts=self.read(bio=(path("GET /a"),))).state == "not-met"

    def test_a_column_that_is_written_and_another_that_is_read(self):
        found = trigger(self.OPEN, access(stored("album_metadata.bio")), facts=self.read(url=(path("GET /a"),)))
        assert found.state == "not-met"

    def test_unknown_where_gates_were_not_computed(self):
        unknown = access(stored("album_metadata.bio"), gate=None)
        assert trigger(self.OPEN, unknown, facts=self.read(bio=(path("GET /a"),))).state == "unknown"

    def test_a_column_that_joins_is_told(self):
        one = access(stored("album_metadata.a"), stored("album_metadata.b"), stored("album_metadata.c"))
        two = access(*one.paths, stored("album_metadata.d"))
        read = self.read(**{name: (path("GET /a"),) for name in "abcd"})
        assert notes(trigger(self.OPEN, one, facts=read)) != notes(trigger(self.OPEN, two, facts=read))


class TestAccesses:
    DIRECT = Condition(group=("job:sync",), kind=("request",))
    SHOWN = Condition(subject=("*",), carries=("album",), flagged=("yes",), gate=("none",), reach=("renders",))

    def test_a_ground_that_a_job_asks_directly(self):
        assert ground(self.DIRECT, access(group="job:sync", kind="request")).state == "holds"

    def test_it_has_moved_onto_the_client(self):
        found = ground(self.DIRECT, access(group="job:sync", kind="call"))
        assert (found.state, notes(found)) == ("no-longer", ["call of getRelease (gate: none) today"])

    def test_another_job_does_not_count(self):
        assert ground(self.DIRECT, access(group="job:other", kind="request")).state == "no-longer"

    def test_flagged_data_that_renders(self):
        found = trigger(self.SHOWN, access(path("GET /a")), facts=Given(keys={3: (row(),)}))
        assert (found.state, notes(found)) == (
            "met",
            ["call of getRelease is shown at GET /a"],
        )

    def test_setting_the_flag_that_clears_nothing_is_told(self):
        sets = (Evidence("apps/s.ts", 5, "sets library.unavailable and clears nothing"),)
        found = trigger(self.SHOWN, access(path("GET /a")), facts=Given(keys={3: (row(),)}, sets=sets))
        assert found.evidence[-1] == sets[0]

    def test_dormant_where_every_way_is(self):
        facts = Given(keys={3: (row("identity.release_id"),)}, written={"identity.release_id": EMPTY})
        found = trigger(self.SHOWN, access(path("GET /a")), facts=facts)
        assert found.state == "dormant"
        assert notes(found)[0].endswith("(dormant: nothing writes identity.release_id)")

    def test_one_live_way_beside_dormant_ones(self):
        facts = Given(
            keys={(3, "GET /a"): (row("identity.release_id"),), (3, "GET /b"): (row(),)},
            written={"identity.release_id": EMPTY},
        )
        assert trigger(self.SHOWN, access(path("GET /a"), path("GET /b")), facts=facts).state == "met"

    @pytest.mark.parametrize("changed", [{"gate": Gate(state="filter")}, {"scope": "tooling"}, {"wrapper": True}])
    def test_what_does_not_fit(self, changed):
        found = trigger(self.SHOWN, access(path("GET /a"), **changed), facts=Given(keys={3: (row(),)}))
        assert found.state == "not-met"

    def test_a_subject_about_something_else(self):
        about = (subject(carries="artist"),)
        facts = Given(keys={3: (row(),)})
        assert trigger(self.SHOWN, access(path("GET /a")), facts=facts, subjects=about).state == "not-met"

    def test_only_stored_does_not_render(self):
        assert trigger(self.SHOWN, access(stored("library.x")), facts=Given(keys={3: (row(),)})).state == "not-met"

    def test_unknown_where_a_path_is(self):
        assert trigger(self.SHOWN, access(path("GET /a"))).state == "unknown"

    def test_a_ground_on_a_key_column_rests_on_its_being_written(self):
        nothing = Condition(keyed_by=("identity.release_id",), reach=("renders",), expected=False)
        keyed = access(path("GET /a"), keyed_by=(key("catalogue-row", "identity.release_id"),))
        asleep = ground(nothing, keyed, facts=Given(written={"identity.release_id": EMPTY}))
        assert (asleep.state, notes(asleep)[-1]) == ("holds", "writes identity.release_id: NULL and nothing else")
        assert asleep.unwritten == ("identity.release_id",)
        awake = ground(nothing, keyed, facts=Given(written={"identity.release_id": FULL}))
        assert (awake.state, awake.unwritten) == ("no-longer", ())

    def test_a_trigger_on_the_opposite(self):
        gone = Condition(group=("job:sync",), kind=("request",), expected=False)
        assert trigger(gone, access(group="job:sync", kind="call")).state == "met"
        assert trigger(gone, access(group="job:sync", kind="request")).state == "not-met"


class TestClaims:
    CACHED = Condition(claim="pg-cached", subject=("getRelease", "search"))

    def found(self, *states):
        subjects = tuple(
            subject(
                id=name,
                server=state and Server(route="present", claims={"pg-cached": state}, reaches={"cache-fuzzy": ()}),
            )
            for name, state in zip(("getRelease", "search"), states, strict=True)
        )
        return ground(self.CACHED, subjects=subjects)

    def test_proven_for_every_one(self):
        assert self.found("proven", "proven").state == "holds"

    @pytest.mark.parametrize(("state", "said"), [("refuted", "refuted"), ("partly", "partly proven")])
    def test_refuted_for_one(self, state, said):
        found = self.found("proven", state)
        assert found.state == "never-held"
        assert notes(found) == [f"search: pg-cached is {said}; the service's route reaches cache-fuzzy"]

    def test_refuted_counts_though_another_is_not_known(self):
        assert self.found("unknown", "refuted").state == "never-held"

    def test_not_known_for_one(self):
        assert self.found("proven", "unknown").state == "cannot-check"

    def test_without_the_service_it_cannot_be_checked(self):
        found = self.found(None, None)
        assert found.state == "cannot-check"
        assert notes(found)[0] == "getRelease: needs a checkout of the service (--server)"


class TestOutside:
    SIX = Condition(outside=("gate", "limiter"), exactly=("getRelease",))

    def export(self, name, *, gate=False, limiter=False):
        return subject(id=name, protection=Protection(gate=gate, limiter=limiter))

    def test_exactly_these(self):
        found = ground(self.SIX, subjects=(self.export("getRelease"), self.export("lookup", gate=True)))
        assert found.state == "holds"

    def test_one_more(self):
        found = ground(self.SIX, subjects=(self.export("getRelease"), self.export("warm")))
        assert (found.state, notes(found)) == ("never-held", ["warm has neither gate nor limiter, and is not named"])

    def test_one_less(self):
        found = ground(self.SIX, subjects=(self.export("getRelease", limiter=True),))
        assert (found.state, notes(found)) == ("never-held", ["getRelease is named, and has the limiter"])

    def test_a_limiter_alone_is_a_protection(self):
        found = ground(self.SIX, subjects=(self.export("getRelease"), self.export("song", limiter=True)))
        assert found.state == "holds"

    def test_without_the_clients_source(self):
        assert ground(self.SIX, subjects=(subject(protection=None),)).state == "cannot-check"


class TestSeveral:
    def test_a_ground_holds_while_each_of_its_facts_does(self):
        holds = (Condition(group=("job:sync",)), Condition(group=("job:sync",), kind=("request",)))
        by = rules(grounds=(GroundRule(id="g", quote="q", source="s", holds=holds),))
        (found,) = judged(access(group="job:sync"), by=by).grounds
        assert (found.state, notes(found)) == ("no-longer", ["call of getRelease (gate: none) today"])
