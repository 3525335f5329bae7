"""`check`, `decide`, `init`, `rule` and `history` as people run them: on the sample monorepo, in a real
git repository, with a cache that knows the tree as it was. That the cache changes no answer is `test_reuse`'s.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from typer.testing import CliRunner

from audit import pipeline
from audit.cli.app import app
from tests.repository import commit, git, repository
from tests.sample import SAMPLE

SERVICE = "apps/backend/services/library.service.ts"
PROXY = "apps/backend/controllers/proxy.controller.ts"
CONSUMER = "jobs/library-identity-consumer"


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """The sample as the one commit of a repository, and a cache that holds what is known of it."""
    place = tmp_path_factory.mktemp("start")
    root = repository(shutil.copytree(SAMPLE, place / "repo"))
    git(root, "config", "user.name", "Ada")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("UNGATED_CACHE_DIR", str(place / "cache"))
        pipeline.report(str(root))
    return place


@pytest.fixture
def repo(start, tmp_path, monkeypatch):
    """A clone of its own for each test, and a cache: what a test adds to it, no other one takes over."""
    shutil.copytree(start / "cache", tmp_path / "cache")
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "cache"))
    return shutil.copytree(start / "repo", tmp_path / "repo")


def ungated(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


def check(root, *options, base="HEAD"):
    """The findings of a check in JSON, without those that only tell of an edit of decisions or rules."""
    wanted = ("--base", base) if base else ()
    shown = ungated("check", root, "--format", "json", *wanted, *options)
    assert shown.exit_code in (0, 1), shown.stderr
    findings = json.loads(shown.stdout)["findings"]
    assert shown.exit_code == any(one["level"] == "error" for one in findings)
    return findings


def rules(findings):
    return [one["rule"] for one in findings]


def edit(root, path, *changes):
    text = (root / path).read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (root / path).write_text(text)


def append(root, path, text):
    edit(root, path, ("import", "import"))
    (root / path).write_text((root / path).read_text() + text)


NEW_CALL = "\nexport const another = async (id: number) => (await getRelease(id)).title;\n"


def test_a_call_that_a_change_adds_is_one_finding(repo):
    append(repo, SERVICE, NEW_CALL)
    (found,) = check(repo)
    assert check(repo, "--no-cache") == [found]
    assert (found["rule"], found["subject"], found["file"], found["state"]) == (
        "new-access",
        "getRelease",
        SERVICE,
        "new",
    )
    assert f"--at {SERVICE}#another" in found["help"].replace("'", "")


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_an_untouched_tree_is_clean(repo, options):
    assert check(repo, *options) == []


def test_a_committed_change_is_judged_from_the_merge_base(repo):
    git(repo, "checkout", "-q", "-b", "mine")
    append(repo, SERVICE, NEW_CALL)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    (repo / "other.ts").write_text("export const x = 1;\n")
    commit(repo)
    git(repo, "checkout", "-q", "mine")
    assert rules(check(repo, base="main")) == ["new-access"]


def test_reformatting_is_nothing(repo):
    edit(repo, SERVICE, ("await getRelease(releaseId)", "await getRelease(\n        releaseId,\n      )"))
    edit(repo, PROXY, ("import ", "\n\nimport "))
    assert check(repo) == []


def test_renaming_a_function_is_nothing(repo):
    for path in (SERVICE, PROXY, "apps/backend/controllers/library.controller.ts"):
        text = (repo / path).read_text()
        (repo / path).write_text(text.replace("tracksOfRelease", "tracklistOf"))
    assert check(repo) == []


@pytest.mark.parametrize("told_git", [True, False])
def test_renaming_a_file_is_nothing(repo, told_git):
    git(repo, "mv", f"{CONSUMER}/lml-fetch.ts", f"{CONSUMER}/resolve.ts")
    for path in (repo / CONSUMER).glob("*.ts"):
        path.write_text(path.read_text().replace("./lml-fetch.js", "./resolve.js"))
    if not told_git:
        git(repo, "reset", "-q")
    assert check(repo) == []


def test_moving_a_function_to_another_file_is_nothing(repo):
    _move(repo)
    assert check(repo) == []


def test_a_flag_that_is_no_longer_passed_weakens_the_gate(repo):
    edit(repo, "apps/worker/main.ts", ("discogsUnavailable: ", "other: "))
    assert "gate-weakened" in rules(check(repo))


def test_a_predicate_that_is_gone_weakens_the_gate(repo):
    edit(
        repo,
        SERVICE,
        (
            "and(eq(library.id, libraryId), eq(library.discogs_unavailable, false))",
            "eq(library.id, libraryId)",
        ),
    )
    assert "gate-weakened" in rules(check(repo))


def test_a_predicate_that_is_added_closes_the_gate(repo):
    edit(
        repo,
        f"{CONSUMER}/select.ts",
        ("IS NOT NULL AND ${eligible}", 'IS NOT NULL AND "discogs_unavailable" = false AND ${eligible}'),
    )
    found = check(repo)
    assert any("gate closed" in one["message"] for one in found)


def test_without_a_base_every_undecided_access_fails(repo):
    found = check(repo, base=None)
    assert {one["rule"] for one in found if one["level"] == "error"} <= {"new-access", "flag-missing"}
    assert len([one for one in found if one["rule"] == "new-access"]) > 10


def decide(root, subject, *options):
    shown = ungated("decide", subject, root, "--because", "It is meant.", "--today", "2026-05-01", *options)
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout


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
    _move(repo)
    found = check(repo, "--today", "2026-05-02")
    assert rules(found) == ["drift"]
    shown = ungated("check", repo, "--base", "HEAD", "--fix")
    assert shown.exit_code == 0
    assert "renewed the sites in gate-decisions/resolve-entity.toml" in shown.stderr
    assert "entity.controller.ts" in (repo / "gate-decisions/resolve-entity.toml").read_text()
    assert "drift" not in rules(check(repo))


def _move(repo):
    text = (repo / PROXY).read_text()
    start = text.index("export const resolveEntity")
    end = text.index("};", start) + 3
    (repo / PROXY).write_text(text[:start] + "export { resolveEntity } from './entity.controller.js';\n" + text[end:])
    head = (
        "import type { RequestHandler } from 'express';\nimport { lmlResolveEntity } from '../services/lml/index.js';\n"
    )
    (repo / "apps/backend/controllers/entity.controller.ts").write_text(head + text[start:end])


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


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("decide", "getRelaese"), "no access of getRelaese in production; did you mean getRelease"),
        (("decide", "getRelease", "--decision", "later"), "there is no decision 'later'"),
        (
            ("check", "--base", "nowhere"),
            "the base 'nowhere' is not in this clone; fetch it with `git fetch origin nowhere`",
        ),
        (("check", "--base", "origin/main"), "`git fetch origin main:refs/remotes/origin/main`"),
        (("check", "--format", "xml"), "there is no format 'xml'"),
        (("check", "--today", "soon"), "'soon' is no day"),
        (("rule", "nonsense"), "there is no rule 'nonsense'"),
        (("history", "--since", "nowhere"), "git knows no commit 'nowhere'"),
    ],
)
def test_mistakes_are_one_sentence(repo, monkeypatch, arguments, sentence):
    monkeypatch.chdir(repo)
    shown = ungated(*arguments)
    assert shown.exit_code == 2
    assert sentence in shown.stderr
    assert shown.stderr.count("\n") == 1
    assert shown.stdout == ""


def test_a_malformed_decision_is_the_users_to_mend(repo):
    (repo / "gate-decisions").mkdir()
    (repo / "gate-decisions/x.toml").write_text("subject = 1\n")
    shown = ungated("check", repo)
    assert shown.exit_code == 2
    assert "gate-decisions/x.toml:1: `subject` must be text, not a number" in shown.stderr


def test_a_client_that_is_gone_does_not_pass(repo):
    shutil.rmtree(repo / "shared/lml-client")
    found = check(repo)
    assert "client-lost" in rules(found)


def test_an_export_that_is_renamed_in_the_client_does_not_pass(repo):
    edit(repo, "shared/lml-client/src/index.ts", ("searchLibrary", "searchCatalogue"))
    assert "client-lost" in rules(check(repo))


def test_rules_that_stop_looking_are_told_and_do_not_hide(repo):
    append(repo, SERVICE, NEW_CALL)
    blind = 'version = 1\nextends = "lml"\nname = "lml"\ntitle = "t"\n[scope]\ntooling = ["apps/**"]\ntest = []\n'
    (repo / "ungated.toml").write_text(blind)
    found = check(repo)
    assert set(rules(found)) == {"exempted-here"}
    assert any(one["message"].startswith("by the rules of the base, new-access") for one in found)


def test_a_tree_with_nothing_to_look_for_is_the_users_mistake(tmp_path):
    (tmp_path / "a.ts").write_text("export const x = 1;\n")
    shown = ungated("check", tmp_path)
    assert shown.exit_code == 2
    assert "neither the client nor the service's variables were found" in shown.stderr


def test_init_writes_rules_that_are_read(repo):
    assert ungated("init", repo, "--from", "lml").exit_code == 0
    assert set(rules(check(repo))) == {"exempted-here"}
    again = ungated("init", repo)
    assert again.exit_code == 2
    assert "is already there" in again.stderr


def test_init_starts_from_the_rules_that_applied_so_far(repo):
    before = ungated("report", repo, "--no-paths", "--format", "json").stdout
    made = ungated("init", repo)
    assert (made.exit_code, made.stdout) == (
        0,
        f"wrote {repo}/ungated.toml, which starts from the built-in rules lml\n",
    )
    after = ungated("report", repo, "--no-paths", "--format", "json").stdout
    assert json.loads(after)["accesses"] == json.loads(before)["accesses"]


def test_init_without_a_start_is_read_too(tmp_path):
    assert ungated("init", tmp_path).exit_code == 0
    shown = ungated("check", tmp_path)
    assert "@acme/client" in shown.stderr


def test_rule_explains():
    assert "To resolve:" in ungated("rule", "gate-weakened").stdout
    assert len(ungated("rule").stdout.splitlines()) == 15


@pytest.mark.parametrize("style", ["text", "github", "sarif", "markdown"])
def test_every_format_has_the_finding_and_the_same_code(repo, style):
    append(repo, SERVICE, NEW_CALL)
    shown = ungated("check", repo, "--base", "HEAD", "--format", style)
    assert shown.exit_code == 1
    assert "new-access" in shown.stdout.replace("&#45;", "-")


def test_the_job_summary_has_all_findings(repo, tmp_path, monkeypatch):
    place = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
    shown = ungated("check", repo, "--format", "github")
    assert shown.stdout.count("::error ") == 10
    assert place.read_text().count("**error**") > 10


def test_the_check_writes_nothing_into_the_repository(repo):
    append(repo, SERVICE, NEW_CALL)
    before = {path: path.stat().st_mtime_ns for path in repo.rglob("*") if path.is_file()}
    check(repo)
    assert {path: path.stat().st_mtime_ns for path in repo.rglob("*") if path.is_file()} == before


def test_leaked_variables_of_a_hook_are_ignored(repo, monkeypatch):
    append(repo, SERVICE, NEW_CALL)
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent")
    assert rules(check(repo)) == ["new-access"]


def test_a_pull_requests_merge_commit_with_two_commits_of_depth(repo, tmp_path):
    """What CI checks out: the merge of the change into main, `fetch-depth: 2`."""
    git(repo, "checkout", "-q", "-b", "mine")
    append(repo, SERVICE, NEW_CALL)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    edit(repo, "package.json", ("{", "{ "))
    commit(repo)
    git(repo, "checkout", "-q", "--detach")
    git(repo, "merge", "-q", "--no-ff", "--no-edit", "mine")
    git(repo, "branch", "merged")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "2", "--branch", "merged", f"file://{repo}", str(clone))
    assert rules(check(clone, base="HEAD^1")) == ["new-access"]
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "merged", f"file://{repo}", str(shallow))
    shown = ungated("check", shallow, "--base", "HEAD^1")
    assert shown.exit_code == 2
    assert "`git fetch --deepen=1`" in shown.stderr


def test_history_tells_what_came_moved_and_went(repo):
    start = git(repo, "rev-parse", "HEAD")
    append(repo, SERVICE, NEW_CALL)
    commit(repo, "add one")
    (repo / "README.md").write_text("nothing\n")
    commit(repo, "say nothing")
    _move(repo)
    commit(repo, "move one")
    edit(repo, SERVICE, (NEW_CALL, ""))
    commit(repo, "take it away")
    shown = ungated("history", repo, "--since", start)
    assert shown.exit_code == 0, shown.stderr
    titles = [line.split(" ", 2)[2] for line in shown.stdout.splitlines() if not line.startswith(" ")]
    assert titles == ["add one", "move one", "take it away"]
    assert f"  + call of getRelease in another at {SERVICE}:" in shown.stdout
    assert f", from {PROXY}:" in shown.stdout
    told = json.loads(ungated("history", repo, "--since", start, "--format", "json").stdout)["commits"]
    assert [(len(one["added"]), len(one["moved"]), len(one["removed"])) for one in told] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]


def scripts(name):
    """The `run` blocks of action.yml, in order; `name` only for messages."""
    text = (Path(__file__).parents[1] / name).read_text()
    blocks = re.findall(r"^( +)run: \|\n((?:\1  .*\n|\n)+)", text, re.MULTILINE)
    return [dedent(block) for _, block in blocks]


def test_the_action_fails_the_merge_of_a_change(repo, tmp_path):
    git(repo, "checkout", "-q", "-b", "mine")
    append(repo, SERVICE, NEW_CALL)
    commit(repo)
    git(repo, "checkout", "-q", "--detach", "main")
    git(repo, "merge", "-q", "--no-ff", "--no-edit", "mine")
    ran, sarif = _action(repo, tmp_path, BASE="HEAD^1", SARIF=str(tmp_path / "out.sarif"))
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith(f"::error file={SERVICE},line=")
    assert len(json.loads(sarif.read_text())["runs"][0]["results"]) == 1
    git(repo, "checkout", "-q", "--detach", "main")
    git(repo, "merge", "-q", "--no-ff", "--no-edit", "-s", "ours", "mine")
    assert _action(repo, tmp_path, BASE="HEAD^1")[0].returncode == 0


def _action(repo, tmp_path, **inputs):
    """The step of the action that checks, with the command of this tree."""
    command = tmp_path / "ungated"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m audit.cli "$@"\n')
    command.chmod(0o755)
    given = {"UNGATED": str(command), "ROOT": ".", "BASE": "", "RULES": "", "SARIF": "", **inputs}
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "UNGATED_CACHE_DIR": str(tmp_path / "cache"),
        **given,
    }
    script = scripts("action.yml")[1]
    ran = subprocess.run(["bash", "-c", script], cwd=repo, env=environment, check=False, capture_output=True, text=True)
    return ran, Path(given["SARIF"] or tmp_path)


def test_inputs_of_the_action_are_no_code(repo, tmp_path):
    ran, _ = _action(repo, tmp_path, BASE='HEAD"; touch pwned; "')
    assert ran.returncode == 2
    assert not (repo / "pwned").exists()
    assert not re.search(r"\$\{\{", "".join(scripts("action.yml"))), "inputs reach a script by its environment only"


def test_a_hook_of_git_refuses_the_commit(repo):
    """As pre-commit runs it: git has set its variables for the hook."""
    entry = re.search(r"entry: ungated (.*)", (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text())
    hook = repo / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    root = Path(__file__).parents[1]
    hook.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m audit.cli {entry[1]}\n')
    hook.chmod(0o755)
    edit(repo, PROXY, ("DAY_MS", "DAY_MILLISECONDS"))
    commit(repo, "a change of nothing")
    append(repo, SERVICE, NEW_CALL)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(repo, "past the gate")
    assert b"new-access" in refused.value.stdout + refused.value.stderr


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


def test_a_tree_that_lost_everything_does_not_pass(repo):
    for path in repo.iterdir():
        if path.name not in (".git", "package.json"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert rules(check(repo)) == ["client-lost"]


BROKEN = "<<<<<<< ours\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> theirs\n"


def test_a_file_that_the_change_makes_unreadable_is_code_3(repo):
    (repo / SERVICE).write_text(BROKEN + (repo / SERVICE).read_text())
    assert ungated("check", repo, "--base", "HEAD").exit_code == 3
    commit(repo, "broken for good")
    (repo / "README.md").write_text("nothing\n")
    assert ungated("check", repo, "--base", "HEAD").exit_code == 0


def test_rules_that_exempt_what_the_change_adds_are_told(repo):
    append(repo, SERVICE, NEW_CALL)
    exempt = '[[except]]\nsubject = "getRelease"\nbecause = "meant"\n'
    own = f'version = 1\nextends = "lml"\nname = "lml"\ntitle = "t"\n{exempt}'
    (repo / "ungated.toml").write_text(own)
    found = check(repo)
    assert set(rules(found)) == {"exempted-here"}
    assert any("new-access" in one["message"] and one["file"] == SERVICE for one in found)
    commit(repo)
    assert check(repo) == [], "once it is merged it is the rule"


def test_an_edit_of_comments_in_the_rules_is_told_and_nothing_else(repo):
    ungated("init", repo, "--from", "lml")
    commit(repo)
    edit(repo, "ungated.toml", ("# Rules", "# The rules"))
    assert [one["message"] for one in check(repo)] == ["this change edits ungated.toml"]
