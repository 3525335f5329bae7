"""What a check says of accesses and gates, and what it does not: every rule with its bad case and the good twin."""

from __future__ import annotations

import pytest

from audit.ledger.sides import HOLDS, OPEN
from audit.model import GATE_STATES, Chain, Gate, Group, Protection, Subject
from audit.rulebook import Except, Rules
from tests import made
from tests.ledger_made import (
    TODAY,
    access,
    carried,
    changed,
    record,
    rules_of,
    side,
    standing,
    traced,
)


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
