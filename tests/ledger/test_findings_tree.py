"""What a check says of the tree as a whole: triggers, a client that was lost, edited rules."""

from __future__ import annotations

import pytest

from audit.model import CHECK_RULES, Drift, Found, Protection, Trigger
from audit.rulebook import Check, Client, Rules
from audit.rulebook.words import FindingName
from tests import made
from tests.ledger_made import (
    access,
    changed,
    rules_of,
    side,
    standing,
    trigger,
)


def test_the_table_names_what_the_rules_may_name():
    assert {rule.name for rule in CHECK_RULES} == set(FindingName.__args__)


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
