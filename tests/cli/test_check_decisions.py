"""`decide`, and what `check` and `report` make of the decisions that it writes."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from audit.cli.app import app
from tests.checked import NEW_CALL, SERVICE, append, check, decide, move, rules, ungated
from tests.repository import commit
from tests.sample import edit


def test_a_decision_covers_and_is_told_first(repo):
    append(repo, SERVICE, NEW_CALL)
    said = decide(
        repo,
        "getRelease",
        "--at",
        f"{SERVICE}#another",
        "--decision",
        "stay-ungated",
        "--review-by",
        "2026-12-01",
    )
    assert "wrote gate-decisions/get-release--another.toml" in said
    assert f"{SERVICE}:" in said
    found = check(repo, "--today", "2026-05-02")
    assert set(rules(found)) == {"exempted-here"}
    assert 'decided_by = "Ada"' in (repo / "gate-decisions/get-release--another.toml").read_text()


def test_a_decision_survives_a_move_and_fix_renews_it(repo):
    decide(repo, "resolveEntity", "--decision", "gate", "--due", "2027-01-01")
    commit(repo)
    move(repo)
    found = check(repo, "--today", "2026-05-02")
    assert rules(found) == ["drift"]
    shown = ungated("check", repo, "--base", "HEAD", "--fix")
    assert shown.exit_code == 0
    assert "renewed the sites in gate-decisions/resolve-entity.toml" in shown.stderr
    assert "entity.controller.ts" in (repo / "gate-decisions/resolve-entity.toml").read_text()
    assert "drift" not in rules(check(repo))


def test_expired_decisions_fail_in_the_nightly_run_only(repo):
    decide(repo, "resolveEntity", "--decision", "stay-ungated", "--review-by", "2026-12-01")
    commit(repo)
    late = ("--today", "2026-12-02")
    assert [(one["rule"], one["level"]) for one in check(repo, *late)] == [("decision-expired", "note")]
    assert "decision-expired" in rules(check(repo, *late, base=None))
    assert "decision-expired" not in rules(check(repo, "--today", "2026-12-01", base=None))


def test_missing_options_are_a_sentence_where_nobody_can_be_asked(repo):
    for given, missing in (
        ((), "--decision"),
        (("--decision", "gate"), "--due"),
        (("--decision", "gate", "--due", "2027-01-01"), "--because"),
    ):
        shown = ungated("decide", "resolveEntity", repo, *given)
        assert shown.exit_code == 2
        assert f"{missing} is missing, and there is nobody to ask; give {missing}." in shown.stderr


def test_a_malformed_decision_is_the_users_to_mend(repo):
    (repo / "gate-decisions").mkdir()
    (repo / "gate-decisions/x.toml").write_text("subject = 1\n")
    shown = ungated("check", repo)
    assert shown.exit_code == 2
    assert "gate-decisions/x.toml:1: `subject` must be text, not a number" in shown.stderr


def test_a_person_is_asked_for_what_is_missing(repo, monkeypatch):
    monkeypatch.setattr("audit.cli.decide.is_somebody_there", lambda: True)
    asked = ("decide", "resolveEntity", str(repo), "--today", "2026-05-01")
    shown = CliRunner().invoke(app, asked, input="nonsense\ngate\n2027-01-01\nIt is to be done.\n")
    assert shown.exit_code == 0, shown.output
    text = (repo / "gate-decisions/resolve-entity.toml").read_text()
    assert 'decision = "gate"' in text
    assert "due = 2027-01-01" in text
    assert 'reason = "It is to be done."' in text


def test_the_report_shows_decisions(repo):
    decide(repo, "resolveEntity", "--decision", "stay-ungated", "--review-by", "2026-12-01")
    made = json.loads(ungated("report", repo, "--format", "json").stdout)
    (decision,) = next(one for one in made["subjects"] if one["id"] == "resolveEntity")["decisions"]
    assert (decision["decided_by"], decision["state"], len(decision["covers"])) == ("Ada", "current", 1)


def test_a_decision_on_a_misspelt_subject_is_told(repo):
    decide(repo, "resolveEntity", "--decision", "stay-ungated", "--review-by", "2026-12-01")
    edit(repo, "gate-decisions/resolve-entity.toml", ('"resolveEntity"', '"resolveEntitty"'))
    found = [
        one["message"] for one in check(repo, "--today", "2026-05-01", base=None) if one["rule"] == "decision-orphaned"
    ]
    assert "did you mean resolveEntity?" in found[0]
