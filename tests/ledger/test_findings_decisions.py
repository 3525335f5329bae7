"""What a check says of decisions: expired, overdue, orphaned, edited."""

from __future__ import annotations

import datetime as dt

from audit.model import Gate
from tests.ledger_made import (
    TODAY,
    access,
    changed,
    record,
    rules_of,
    side,
    standing,
    traced,
)

LATER = dt.date(2027, 6, 1)


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
