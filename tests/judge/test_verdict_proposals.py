"""What the evidence speaks for: each proposal beside the near miss that gets another one."""

from __future__ import annotations

import pytest

from audit.judge.verdict import Source, Written
from audit.model import Evidence, Found, Gate, Group, Protection, Server, Step
from audit.rulebook import Condition, Except
from audit.rulebook.rules import GroundRule
from tests.verdict_made import QUERY, Given, access, judged, key, path, row, rules, stored, subject

KEYED = Given(keys={3: (row(),)})
TEXT = (key("free-text"),)


def proposed(*accesses, facts=Given(), **changed):  # noqa: B008
    return judged(*accesses, facts=facts, **changed).subjects[0].recommendation


class TestFilter:
    def test_album_data_keyed_by_a_catalogue_row(self):
        found = proposed(access(path()), facts=KEYED)
        assert (found.decision, found.places) == ("gate-by-filter", (QUERY,))
        assert found.because == (
            "Keyed by rows that can be flagged: rotation.release_id.",
            "A flagged row's data is shown at GET /a.",
            "No check of the flag stands before it; the key is resolved by one query, before any cache.",
        )

    def test_also_where_one_key_is_copied_into_another(self):
        copy = Evidence("apps/rows.ts", 40, "copies it")
        other = Evidence("apps/rows.ts", 50, "copies a title")
        facts = Given(
            keys={3: (row(), row("identity.release_id", queries=()))},
            copied={"rotation.release_id": (Source("identity.release_id", copy), Source("library.title", other))},
        )
        assert proposed(access(path()), facts=facts).places == (QUERY, copy)

    def test_dormant_ways_are_told_apart(self):
        facts = Given(
            keys={(3, "GET /a"): (row(),), (3, "GET /b"): (row("identity.id"),), 3: (row(), row("identity.id"))},
            written={"identity.id": (Written(QUERY, empty=True),)},
        )
        because = proposed(access(path("GET /a"), path("GET /b")), facts=facts).because
        assert "A flagged row's data is shown at GET /a." in because
        assert "Dormant: GET /b; nothing writes identity.id." in because

    def test_where_no_query_is_known_the_check_belongs_before_the_call(self):
        found = proposed(access(path()), facts=Given(keys={3: (row(queries=()),)}))
        assert (found.decision, found.places) == ("gate", (Evidence("apps/a.ts", 3, "check the flag first"),))

    def test_rows_without_an_album_are_no_reason(self):
        spared = Given(keys={3: (row(spared=Evidence("a.ts", 7, "without album_id")),)})
        keyed = access(path(), keyed_by=(key("catalogue-row", "rotation.release_id"),))
        assert proposed(keyed, facts=spared).decision == "stay-ungated"

    @pytest.mark.parametrize("reach", ["contained", "unreachable"])
    def test_nor_is_what_goes_nowhere(self, reach):
        assert proposed(access(reach=reach), facts=KEYED).decision == "stay-ungated"

    @pytest.mark.parametrize("state", ["filter", "guard", "argument", "forced"])
    def test_nothing_to_decide_where_the_gate_holds_or_is_bypassed_on_purpose(self, state):
        found = proposed(access(path(), gate=Gate(state=state)), facts=KEYED)
        assert found.decision is None
        assert found.because[0].startswith("Nothing to decide")


class TestStay:
    @pytest.mark.parametrize("carries", ["artist", "catalogue", "answer"])
    def test_what_the_flag_is_not_about_however_much_it_shows(self, carries):
        found = proposed(access(path("GET /a"), path("GET /b")), facts=KEYED, subjects=(subject(carries=carries),))
        assert found.decision == "stay-ungated"
        assert found.because[-1] == "It is shown at GET /a, GET /b."

    def test_keyed_by_an_id_of_the_client(self):
        assert proposed(access(path(), keyed_by=(key("request"),))).decision == "stay-ungated"

    def test_free_text_that_reaches_flagged_rows_by_a_lookup_names_the_lookup(self):
        lookup = access(subject="lookup", line=40, file="apps/b.ts")
        steps = (Step("apps/a.ts", 3, 5, ""), Step("apps/b.ts", 40, 1, ""), Step("apps/c.ts", 9, 1, ""))
        way = access(path(flow="argument", steps=steps), keyed_by=TEXT)
        found = proposed(way, lookup, facts=Given(keys={40: (row("library.title"),)}))
        assert found.decision == "stay-ungated"
        assert found.places == (Evidence("apps/b.ts", 40, "lookup is asked about a catalogue row here"),)

    def test_free_text_that_is_tied_to_a_row_names_the_line(self):
        tie = Evidence("apps/t.ts", 5, "kept under library.id, of a row that can be flagged")
        found = proposed(access(path(), keyed_by=TEXT), facts=Given(tied=(tie,)))
        assert (found.decision, found.places) == ("stay-ungated", (tie,))
        assert "their flag can be asked there" in found.because[1]

    def test_what_the_rules_exempt(self):
        found = proposed(access(path()), facts=KEYED, subjects=(subject(exempt="no album data"),))
        assert (found.decision, found.because) == ("stay-ungated", ("The rules exempt it: no album data.",))


class TestGate:
    def test_a_gated_export_that_is_called_without_the_flag(self):
        gated = (subject(protection=Protection(gate=True, limiter=False)),)
        found = proposed(access(path()), facts=KEYED, subjects=gated)
        assert (found.decision, found.places) == ("gate", (Evidence("apps/a.ts", 3, "pass the flag here"),))


class TestMigrate:
    DIRECT = "POST /v1/lookup"

    def found(self, *, language="typescript", endpoint="POST /v1/lookup", gate=True):
        export = subject(id="lookup", endpoints=(endpoint,), protection=Protection(gate=gate, limiter=False))
        direct = subject(id=self.DIRECT, kind="endpoint", listed=False, protection=None, endpoints=(self.DIRECT,))
        one = access(path(), subject=self.DIRECT, kind="request", language=language)
        return proposed(one, facts=KEYED, subjects=(direct, export))

    def test_the_client_has_an_export_of_the_same_endpoint(self):
        found = self.found()
        assert (found.decision, found.places) == ("migrate", (Evidence("apps/a.ts", 3, "call lookup here"),))
        assert found.because[-1] == "Migrating alone closes nothing: the flag still has to be passed."

    def test_an_export_without_a_gate_closes_nothing_either(self):
        assert self.found(gate=False).because[-1] == "Migrating alone closes nothing: the export has no gate."

    def test_another_endpoint(self):
        assert self.found(endpoint="POST /v1/lookup/bulk").decision == "gate-by-filter"

    def test_another_language_has_no_such_client(self):
        assert self.found(language="python").decision == "gate-by-filter"


class TestUnknown:
    def test_a_result_that_was_not_followed(self):
        found = proposed(access(reach=None), facts=KEYED)
        assert found.decision is None
        assert found.because == ("Where the result of apps/a.ts:3 ends up was not followed.",)

    def test_a_key_that_was_not_found(self):
        assert proposed(access(path())).because == ("What keys apps/a.ts:3 was not found.",)

    def test_a_key_that_could_not_be_followed(self):
        found = proposed(access(path(), keyed_by=(key("unknown"),)))
        assert (found.decision, found.because) == (None, ("A key of apps/a.ts:3 could not be followed.",))


class TestGroups:
    def group(self, one, facts=KEYED, **changed):
        groups = (Group(id="job:sync", title="", accesses=(one.id,)),)
        return judged(one, facts=facts, groups=groups, **changed).groups[0]

    def needs(self, group):
        return {one.decision: one.needs for one in group.options}

    def test_a_request_is_filtered_and_migrating_alone_closes_nothing(self):
        direct = subject(id="POST /v1/x", kind="endpoint", listed=False, protection=None)
        found = self.group(access(stored("library.x"), subject="POST /v1/x", kind="request"), subjects=(direct,))
        assert self.needs(found) == {
            "gate-by-filter": ("a predicate that leaves rows with library.unavailable out, at apps/rows.ts:20",),
            "migrate": (
                "an export of the client for POST /v1/x, which has none",
                "a gate in that export, and the flag of every row passed to it: migrating alone closes nothing",
            ),
        }
        assert (found.recommendation.decision, found.recommendation.places) == ("gate-by-filter", (QUERY,))

    def test_a_call_of_a_gated_export_may_pass_the_flag_or_be_filtered(self):
        gated = (subject(protection=Protection(gate=True, limiter=False)),)
        found = self.group(access(stored("library.x")), subjects=gated)
        assert set(self.needs(found)) == {"gate", "gate-by-filter"}
        assert found.recommendation.decision == "gate-by-filter"

    def test_a_job_that_is_filtered_needs_nothing_more(self):
        found = self.group(access(stored("library.x"), gate=Gate(state="filter")))
        assert (found.options, found.recommendation.decision) == ((), None)

    def test_a_job_about_artists_may_stay(self):
        about = (subject(carries="artist"),)
        artists = self.group(access(stored("library.x")), subjects=about)
        assert artists.recommendation.decision == "stay-ungated"

    def test_a_group_of_nothing_stays_as_it_is(self):
        empty = Group(id="job:gone", title="")
        assert judged(groups=(empty,)).groups == (empty,)


class TestDrift:
    def notes(self, **changed):
        return [(one.kind, one.note) for one in judged(**changed).drift]

    def test_a_ground_that_no_longer_holds(self):
        holds = (Condition(group=("job:sync",), kind=("request",)),)
        by = rules(grounds=(GroundRule(id="g", quote="a direct fetch", source="tracker", holds=holds),))
        found = judged(access(group="job:sync"), by=by).drift
        assert [(one.kind, one.file, one.line, one.note) for one in found] == [
            ("decision", "apps/a.ts", 3, 'tracker: "a direct fetch"; call of getRelease (gate: none) today')
        ]

    def test_none_where_it_holds(self):
        holds = (Condition(group=("job:sync",)),)
        by = rules(grounds=(GroundRule(id="g", quote="q", source="s", holds=holds),))
        assert judged(access(group="job:sync"), by=by).drift == ()

    @pytest.mark.parametrize(("state", "kinds"), [("refuted", ["decision", "server"]), ("unknown", [])])
    def test_a_claim_that_the_service_refutes(self, state, kinds):
        from audit.model import Place

        holds = (Condition(claim="pg-cached", subject=("getRelease",)),)
        by = rules(grounds=(GroundRule(id="g", quote="q", source="s", holds=holds),))
        server = Server(route="present", claims={"pg-cached": state}, reaches={"cache-fuzzy": ()})
        one = subject(server=server, defined_at=Place("client.ts", 9))
        assert [one.kind for one in judged(by=by, subjects=(one,)).drift] == kinds

    def test_a_group_that_reaches_nothing(self):
        found = Found(client=("client.ts",))
        assert self.notes(groups=(Group(id="job:gone", title=""),), found=found) == [
            ("rules", "the rules name the group job:gone; nothing in it reaches the service")
        ]

    def test_rows_of_a_table_that_is_not_declared(self):
        from audit.rulebook.rules import Gate as GateRules

        by = rules(gate=GateRules(columns=("library.unavailable",), rows={"library": "id", "shelf": "album_id"}))
        assert self.notes(by=by, found=Found(client=("client.ts",), columns=1, columns_of=1)) == [
            ("rules", "the rules name rows of shelf; no such table is declared")
        ]

    def test_an_exemption_is_not_gone_by_that(self):
        by = rules(exempt=(Except(because="no album data", subject="getRelease"),))
        assert self.notes(by=by) == []
