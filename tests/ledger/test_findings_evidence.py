"""What a check says when the facts behind a decision are no longer those that were judged."""

from __future__ import annotations

from types import MappingProxyType

from audit.ledger import Judged
from audit.model import Gate
from tests.ledger_made import (
    access,
    changed,
    escape,
    path,
    record,
    rules_of,
    side,
    standing,
    traced,
)


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
