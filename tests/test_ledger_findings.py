"""What a check says and what it does not: every rule with its bad case and the good twin."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest

from audit.ledger import Judged
from audit.ledger.sides import HOLDS, OPEN
from audit.model import CHECK_RULES, GATE_STATES, Chain, Drift, Found, Gate, Group, Protection, Subject, Trigger
from audit.rulebook import Check, Client, Except, Rules
from audit.rulebook.words import FindingName
from tests import made
from tests.ledger_made import (
    TODAY,
    access,
    carried,
    changed,
    escape,
    path,
    record,
    rules_of,
    side,
    standing,
    traced,
    trigger,
)

LATER = dt.date(2027, 6, 1)


def test_the_table_names_what_the_rules_may_name():
    assert {rule.name for rule in CHECK_RULES} == set(FindingName.__args__)


def test_every_gate_state_holds_is_open_or_is_meant():
    assert set(GATE_STATES) - HOLDS - OPEN == {"forced"}


def _wrapped(state, *, wrapper=True):
    """The call inside of the function `look`: a wrapper, or an access of its own."""
    held = {"wrapper": wrapper, "keyed_by": carried()}
    return traced("look", gate=state, subject="lookup", call="lookup(row)", line=7, **held)


def _through(state, function="load"):
    """A call of that function."""
    step = (made.Evidence("apps/a.ts", 7, "look"),)
    return traced(function, gate=state, subject="lookup", call="look(row)", line=20, through=step, keyed_by=carried())


class TestNewAccess:
    def test_an_access_that_the_change_adds(self):
        (found,) = changed(side(), side(access()))
        assert (found.rule, found.level, found.file, found.line, found.state) == (
            "new-access",
            "error",
            "apps/a.ts",
            3,
            "new",
        )
        assert found.help.endswith("ungated decide getRelease --at 'apps/a.ts#load'")

    def test_nothing_for_one_that_was_there(self):
        assert changed(side(access()), side(access())) == []

    def test_without_a_base_every_undecided_one(self):
        assert [(one.rule, one.state) for one in standing(side(access()))] == [("new-access", "known")]

    @pytest.mark.parametrize("scope", ["test", "tooling", "client"])
    def test_only_production_counts(self, scope):
        assert changed(side(), side(access(scope=scope))) == []

    def test_wrappers_do_not_count(self):
        assert changed(side(), side(access(wrapper=True))) == []

    def test_exports_that_the_rules_do_not_audit_are_no_finding(self):
        assert changed(side(), side(access(subject="lookup"))) == []

    @pytest.mark.parametrize("kind", ["endpoint", "database"])
    def test_direct_accesses_are(self, kind):
        direct = Subject(id="GET /x", kind=kind, listed=False)
        both = (made.subject(), direct)
        found = changed(side(subjects=both), side(access(subject="GET /x"), subjects=both))
        assert rules_of(found) == ["new-access"]

    def test_not_when_the_rules_exempt_it(self):
        exempt = (made.subject(exempt="carries nothing"),)
        assert changed(side(subjects=exempt), side(access(), subjects=exempt)) == []
        rows = Rules(version=1, name="s", title="S", exempt=(Except(because="b", paths=("apps/**",)),))
        assert changed(side(rules=rows), side(access(), rules=rows)) == []

    def test_not_when_its_gate_is_known_to_hold(self):
        assert changed(side(), side(traced(gate="filter"))) == []

    def test_it_says_what_people_would_see(self):
        (found,) = changed(side(), side(traced(shown=("GET /x",))))
        assert "shown at GET /x" in found.message

    def test_a_decision_in_the_same_change_covers_it_and_is_told_first(self):
        found = changed(side(), side(access(), records=(record(access()),)))
        assert rules_of(found) == ["exempted-here", "exempted-here"]
        assert {one.level for one in found} == {"note"}

    def test_a_decision_covers_what_it_names_and_nothing_else(self):
        decided = (record(access()),)
        other = access("show", "getRelease(other)", file="apps/b.ts")
        base, head = side(access(), records=decided), side(access(), other, records=decided)
        assert [(one.rule, one.file) for one in changed(base, head)] == [("new-access", "apps/b.ts")]

    def test_a_decision_follows_a_move(self):
        decided = (record(access()),)
        moved = access("show", "getRelease(x.id)", file="apps/new.ts")
        found = changed(side(access(), records=decided), side(moved, records=decided), {"apps/a.ts": "apps/new.ts"})
        assert "new-access" not in rules_of(found)

    def test_a_group_is_decided_as_one_thing(self):
        mine = access(subject="GET /x", group="job:x")
        subjects = (Subject(id="GET /x", kind="endpoint", listed=False),)
        decided = record(mine, subject="job:x", decision="migrate", due="2027-01-01")
        assert standing(side(mine, records=(decided,), subjects=subjects, groups=(Group(id="job:x", title=""),))) == []


class TestFlagMissing:
    def lookup(self, function="load", gate="none", key="catalogue-row"):
        return access(function, "lookup(row)", subject="lookup", gate=Gate(state=gate), keyed_by=carried(key))

    def test_a_new_call_without_the_flag(self):
        assert rules_of(changed(side(), side(self.lookup()))) == ["flag-missing"]

    def test_where_the_client_does_not_know_the_flag_yet_it_cannot_be_passed(self):
        def found(*, gate):
            subjects = (made.subject(id="lookup", listed=False, protection=Protection(gate=gate, limiter=True)),)
            return changed(side(subjects=subjects), side(self.lookup(), subjects=subjects))

        assert rules_of(found(gate=True)) == ["flag-missing"]
        assert found(gate=False) == []

    def test_who_brings_the_flag_to_the_client_did_not_write_its_calls(self):
        def subjects(*, gate):
            return (made.subject(id="lookup", listed=False, protection=Protection(gate=gate, limiter=True)),)

        before, after = (
            side(self.lookup(), subjects=subjects(gate=False)),
            side(self.lookup(), subjects=subjects(gate=True)),
        )
        assert changed(before, after) == []
        assert rules_of(standing(after, TODAY)) == ["flag-missing"]

    def test_a_call_that_became_one_of_the_gated_export(self):
        direct = Subject(id="POST /lookup", kind="endpoint", listed=False)
        before = side(access(subject="POST /lookup"), subjects=(direct,))
        assert "flag-missing" in rules_of(changed(before, side(self.lookup())))

    @pytest.mark.parametrize("gate", ["argument", "guard", "filter", "forced"])
    def test_not_with_a_gate_or_a_deliberate_bypass(self, gate):
        assert changed(side(), side(self.lookup(gate=gate))) == []

    @pytest.mark.parametrize("key", ["other-row", "free-text", "request", "constant"])
    def test_not_for_rows_that_cannot_be_flagged(self, key):
        assert changed(side(), side(self.lookup(key=key))) == []

    def test_not_for_what_was_so_before(self):
        assert changed(side(self.lookup()), side(self.lookup())) == []

    def test_silent_while_gates_are_not_computed(self):
        unknown = access("load", "lookup(row)", subject="lookup")
        assert changed(side(), side(unknown)) == []
        assert changed(side(unknown), side(self.lookup())) == []
        assert standing(side(unknown)) == []

    def test_when_undecided_without_a_base(self):
        mine = self.lookup()
        assert rules_of(standing(side(mine))) == ["flag-missing"]
        assert standing(side(mine, records=(record(mine, subject="lookup"),))) == []


class TestGates:
    @pytest.mark.parametrize(
        ("before", "after"),
        [("filter", "none"), ("argument", "unarmed"), ("guard", "argument"), ("late", "none")],
    )
    def test_weaker_than_at_the_base(self, before, after):
        found = changed(side(traced(gate=before)), side(traced(gate=after)))
        assert rules_of(found) == ["gate-weakened"]
        assert f"{before} → {after}" in found[0].message

    def test_on_one_chain_of_callers(self):
        """Another caller lets flagged rows through anyway: that must not hide the one that no longer stops them."""

        def gate(*states):
            return Gate(state="none", chains=tuple(Chain("a.ts", 1, name, state, "") for name, state in states))

        def told(*states):
            was = access("f", gate=gate(("job", "filter"), ("route", "none")))
            return changed(side(was), side(access("f", gate=gate(*states))))

        (found,) = told(("job", "none"), ("route", "none"))
        assert found.rule == "gate-weakened"
        assert "job (a.ts) leads to it: filter → none" in found.message
        assert told(("job", "filter"), ("route", "none")) == []
        assert told(("route", "none")) == [], "a caller that is gone weakens nothing"
        assert told(("job", "filter"), ("other", "none"), ("route", "none")) == []

    def test_also_with_a_decision(self):
        decided = (record(access()),)
        found = changed(side(traced(gate="filter"), records=decided), side(traced(gate="none"), records=decided))
        assert rules_of(found) == ["gate-weakened"]

    def test_a_gated_export_that_loses_its_flag_is_told_once(self):
        before = access("f", subject="lookup", gate=Gate(state="argument"), keyed_by=carried())
        after = access("f", subject="lookup", gate=Gate(state="none"), keyed_by=carried())
        assert rules_of(changed(side(before), side(after))) == ["gate-weakened"]

    def test_a_wrapper_that_forwards_the_flag_no_longer_weakens_the_gate_of_its_callers(self):
        wrapper, caller, plain = _wrapped("argument"), _through("argument"), _wrapped("none", wrapper=False)
        assert rules_of(changed(side(wrapper, caller), side(plain))) == ["gate-weakened"]

    def test_a_call_that_becomes_a_wrapper_adds_no_access(self):
        plain = _wrapped("none", wrapper=False)
        wrapper, caller = _wrapped("unarmed"), _through("unarmed")
        assert rules_of(changed(side(plain), side(wrapper, caller))) == []

    def test_a_further_caller_of_a_wrapper_is_a_new_one(self):
        wrapper, caller = _wrapped("argument"), _through("argument")
        other = _through("unarmed", "another")
        assert rules_of(changed(side(wrapper, caller), side(wrapper, caller, other))) == ["flag-missing"]

    def test_a_gate_that_closes_is_an_improvement(self):
        (found,) = changed(side(traced(gate="none")), side(traced(gate="filter")))
        assert (found.rule, found.level) == ("improvement", "note")
        assert found.message.startswith("gate closed: none → filter")

    @pytest.mark.parametrize(("before", "after"), [(access(), traced(gate="none")), (traced(gate="filter"), access())])
    def test_what_is_not_computed_is_neither_better_nor_worse(self, before, after):
        assert changed(side(before), side(after)) == []


class TestEvidence:
    JUDGED = MappingProxyType({"gate": "filter", "reach": "stores", "shown_at": ("GET /old",)})

    def decided(self, *accesses, name="get-release", **judged):
        return record(*accesses, name=name, judged=Judged(**{**self.JUDGED, **judged}))

    def test_a_place_beyond_the_judged_ones(self):
        before, after = (
            traced(gate="filter", reach="stores", shown=("GET /old",)),
            traced(gate="filter", reach="stores", shown=("GET /old", "GET /x")),
        )
        decided = (self.decided(before),)
        (found,) = changed(side(before, records=decided), side(after, records=decided))
        assert found.rule == "evidence-changed"
        assert "now reaches GET /x" in found.message

    def test_one_cause_for_many_sites_is_one_finding(self):
        before = [traced(f"f{n}", gate="filter", reach="stores") for n in range(9)]
        after = [traced(f"f{n}", gate="filter", reach="stores", shown=("GET /x",)) for n in range(9)]
        decided = tuple(self.decided(one, name=f"d{n}") for n, one in enumerate(before))
        (found,) = changed(side(*before, records=decided), side(*after, records=decided))
        assert len(found.related) == 8
        assert "9 accesses" in found.message

    def test_a_fact_that_was_deleted_from_the_judged_ones_is_not_watched(self):
        before, after = (
            traced(gate="filter", reach="stores"),
            traced(gate="filter", reach="renders", shown=("GET /x",)),
        )
        decided = (self.decided(before, reach=None, shown_at=None),)
        assert changed(side(before, records=decided), side(after, records=decided)) == []

    def test_what_was_beyond_at_the_base_is_no_affair_of_the_change(self):
        now = traced(gate="filter", reach="stores", shown=("GET /x",))
        decided = (self.decided(now),)
        assert changed(side(now, records=decided), side(now, records=decided)) == []
        assert rules_of(standing(side(now, records=decided))) == ["evidence-changed"]

    def test_implicit_flows_are_not_shown(self):
        now = access(reach="stores", paths=(path("GET /x", "implicit"),))
        assert standing(side(now, records=(self.decided(now),))) == []

    def test_facts_that_the_base_did_not_know_are_not_compared(self):
        decided = (self.decided(access()),)
        after = traced(gate="none", reach="renders", shown=("GET /x",))
        assert changed(side(access(), records=decided), side(after, records=decided)) == []

    def test_undecided_accesses_are_a_note(self):
        (found,) = changed(side(traced()), side(traced(shown=("GET /x",))))
        assert (found.rule, found.level) == ("reach-widened", "note")

    def test_a_path_that_escapes_now_is_a_warning(self):
        lost = access(gate=Gate(state="none"), reach="renders", escapes=(escape(),))
        (found,) = changed(side(traced(shown=("GET /x",))), side(lost))
        assert (found.rule, found.level) == ("lost-sight", "warning")

    def test_a_path_that_is_gone_without_an_escape_is_nothing(self):
        assert changed(side(traced(shown=("GET /x",))), side(traced())) == []


class TestTriggers:
    @pytest.mark.parametrize(("before", "after"), [("not-met", "met"), ("dormant", "met"), ("not-met", "dormant")])
    def test_a_state_that_rose(self, before, after):
        (found,) = changed(side(triggers=(trigger(before),)), side(triggers=(trigger(after, "GET /x reads it"),)))
        assert (found.rule, found.level) == ("trigger-met", "error")
        assert "GET /x reads it" in found.message

    def test_a_route_that_joined(self):
        found = changed(
            side(triggers=(trigger("met", "GET /x"),)), side(triggers=(trigger("met", "GET /x", "GET /y"),))
        )
        assert rules_of(found) == ["trigger-met"]

    @pytest.mark.parametrize(
        ("before", "after"), [("met", "met"), ("met", "not-met"), ("unknown", "met"), ("met", "unknown")]
    )
    def test_nothing_else(self, before, after):
        assert changed(side(triggers=(trigger(before, "GET /x"),)), side(triggers=(trigger(after, "GET /x"),))) == []

    def test_nothing_when_the_base_was_not_asked(self):
        assert changed(side(), side(triggers=(trigger("met"),))) == []

    def test_a_route_that_moved_to_another_file_is_none_that_joined(self):
        moved = Trigger(id="hot-read", state="met", evidence=(made.Evidence("apps/other.ts", 9, "GET /x"),))
        assert changed(side(triggers=(trigger("met", "GET /x"),)), side(triggers=(moved,))) == []

    def test_one_more_place_that_says_the_same_joined(self):
        before, after = trigger("met", "lookup is stored"), trigger("met", "lookup is stored", "lookup is stored")
        assert rules_of(changed(side(triggers=(before,)), side(triggers=(after,)))) == ["trigger-met"]

    def test_the_place_is_the_one_that_joined(self):
        old, new = (made.Evidence(f"jobs/{name}.ts", 9, "lookup is stored") for name in ("old", "new"))
        before, after = (Trigger(id="hot-read", state="met", evidence=one) for one in ((old,), (new, old)))
        (found,) = changed(side(triggers=(before,)), side(triggers=(after,)))
        assert found.file == "jobs/new.ts"

    def test_nothing_where_a_file_is_not_read_any_more(self):
        unread = made.Coverage(unanalysed=(made.Unanalysed("a.ts", "conflict-markers", in_scope=True),))
        before, after = side(triggers=(trigger("not-met"),)), (trigger("met", "GET /x"),)
        assert changed(before, side(triggers=after, coverage=unread)) == []
        apart = made.Coverage(unanalysed=(made.Unanalysed("a.swift", "language", in_scope=True),))
        assert rules_of(changed(before, side(triggers=after, coverage=apart))) == ["trigger-met"]


class TestClientLost:
    FOUND = Found(package="@acme/client", client=("client.ts",), columns=1, columns_of=1)

    def test_the_client(self):
        found = changed(side(found=self.FOUND), side(subjects=()))
        assert [(one.rule, one.level) for one in found] == [("client-lost", "error")]

    def test_an_export(self):
        (found,) = changed(
            side(found=self.FOUND),
            side(found=self.FOUND, subjects=(made.subject(id="lookup", defined_at=made.Place("client.ts", 2)),)),
        )
        assert "the export getRelease" in found.message

    def test_the_flag_of_a_gated_export(self):
        def gated(gate):
            return (
                made.subject(
                    id="lookup",
                    listed=False,
                    defined_at=made.Place("client.ts", 2),
                    protection=Protection(gate=gate, limiter=False),
                ),
            )

        (found,) = changed(side(found=self.FOUND, subjects=gated(True)), side(found=self.FOUND, subjects=gated(False)))
        assert "the flag of lookup" in found.message

    def test_a_column(self):
        gone = Found(package="@acme/client", client=("client.ts",), columns=0, columns_of=1)
        assert rules_of(changed(side(found=self.FOUND), side(found=gone))) == ["client-lost"]

    def test_a_client_that_moved_is_not_lost(self):
        moved = Found(package="@acme/client", client=("lib/client.ts",), columns=1, columns_of=1)
        assert changed(side(found=self.FOUND), side(found=moved)) == []

    def test_rules_that_hide_it_are_told(self):
        """By the head's rules there is nothing to find; by the base's the client is gone."""
        blind = Rules(version=1, name="s", title="S")
        base = side(found=self.FOUND)
        found = changed(
            side(subjects=(), rules=blind),
            side(subjects=(), rules=blind),
            by_base_rules=(base, side(subjects=())),
        )
        assert rules_of(found) == ["exempted-here"]
        assert found[0].message.startswith("by the rules of the base, client-lost")


class TestDecisions:
    def test_expired_fails_only_without_a_base(self):
        decided = side(access(), records=(record(access()),))
        assert [(one.rule, one.level) for one in standing(decided, LATER)] == [("decision-expired", "error")]
        assert standing(decided, TODAY) == []

    def test_overdue_until_the_gate_holds(self):
        decided = record(access(), decision="gate", due="2026-05-31")
        assert rules_of(standing(side(traced(gate="none"), records=(decided,)))) == ["decision-overdue"]
        assert rules_of(standing(side(traced(gate="guard"), records=(decided,)))) == ["improvement"]

    def test_not_overdue_on_the_day(self):
        assert standing(side(access(), records=(record(access(), decision="gate", due="2026-06-01"),))) == []

    def test_gate_by_filter_needs_the_filter(self):
        decided = record(access(), decision="gate-by-filter", due="2026-05-31")
        assert rules_of(standing(side(traced(gate="guard"), records=(decided,)))) == ["decision-overdue"]

    def test_orphaned_when_nothing_is_there(self):
        assert rules_of(standing(side(records=(record(access()),)))) == ["decision-orphaned"]

    def test_a_migration_is_fulfilled_only_when_the_call_that_it_became_is_gated(self):
        decided = record(access(subject="GET /x"), subject="GET /x", decision="migrate", due="2027-01-01")

        def became(gate):
            return side(access(subject="lookup", gate=gate and Gate(state=gate)), records=(decided,))

        assert "decision-unfulfilled" in rules_of(standing(became("none")))
        assert rules_of(standing(became("argument"))) == ["improvement"]
        assert standing(became(None)) == [], "what is not computed is not held against it"

    def test_a_moved_site_is_drift_that_fix_mends(self):
        moved = access(file="apps/b.ts")
        (found,) = standing(side(moved, records=(record(access()),)))
        assert (found.rule, found.level, found.help) == ("drift", "note", "ungated check --fix")

    def test_an_edited_decision_is_listed_first(self):
        before, after = record(access()), record(access(), reason="Other.")
        found = changed(side(traced(gate="filter"), records=(before,)), side(traced(gate="none"), records=(after,)))
        assert rules_of(found) == ["exempted-here", "gate-weakened"]

    def test_a_deleted_decision_is_listed(self):
        (found,) = changed(side(access(), records=(record(access()),)), side(access()))
        assert found.message == "this change deletes gate-decisions/get-release.toml"


class TestRules:
    def test_levels_can_be_changed_and_findings_switched_off(self):
        for level, expected in (("warning", ["warning"]), ("off", [])):
            rules = Rules(
                version=1,
                name="s",
                title="S",
                client=Client(audited=("getRelease",)),
                check=Check(levels={"new-access": level}),
            )
            assert [one.level for one in changed(side(rules=rules), side(access(), rules=rules))] == expected

    def test_rules_that_hide_a_new_access_are_told(self):
        """The head's rules see nothing; those of the base see the access."""
        narrow = Rules(version=1, name="s", title="S")
        by_base = (side(), side(access()))
        found = changed(side(rules=narrow), side(rules=narrow), by_base_rules=by_base)
        assert rules_of(found) == ["exempted-here"]
        assert found[0].message.startswith("by the rules of the base, new-access")

    def test_an_edited_rules_file_is_listed(self):
        before, after = side().but(rules_file=b"a = 1"), side().but(rules_file=b"a = 2")
        assert [one.file for one in changed(before, after)] == ["ungated.toml"]

    def test_new_drift_is_a_note(self):
        said = Drift("comment", "client.ts", 7, "names five, the code has six")
        assert rules_of(changed(side(), side(drift=(said,)))) == ["drift"]
        assert changed(side(drift=(said,)), side(drift=(said,))) == []
        assert [one.level for one in standing(side(drift=(said,)))] == ["note"]
