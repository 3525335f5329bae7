"""`check` and `history` as people run them: on the sample monorepo, in a real git repository."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.checked import CONSUMER, NEW_CALL, PROXY, SERVICE, append, check, move, rules, ungated
from tests.repository import commit, git
from tests.sample import edit


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
    move(repo)
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


def test_a_client_that_is_gone_does_not_pass(repo):
    shutil.rmtree(repo / "shared/lml-client")
    found = check(repo)
    assert "client-lost" in rules(found)


def test_an_export_that_is_renamed_in_the_client_does_not_pass(repo):
    edit(repo, "shared/lml-client/src/index.ts", ("searchLibrary", "searchCatalogue"))
    assert "client-lost" in rules(check(repo))


def test_a_tree_with_nothing_to_look_for_is_the_users_mistake(tmp_path):
    (tmp_path / "a.ts").write_text("export const x = 1;\n")
    shown = ungated("check", tmp_path)
    assert shown.exit_code == 2
    assert "neither the client nor the service's variables were found" in shown.stderr


@pytest.mark.parametrize("style", ["text", "github", "sarif", "markdown"])
def test_every_format_has_the_finding_and_the_same_code(repo, style):
    append(repo, SERVICE, NEW_CALL)
    shown = ungated("check", repo, "--base", "HEAD", "--format", style)
    assert shown.exit_code == 1
    assert "new-access" in shown.stdout.replace("&#45;", "-")


def test_the_check_writes_nothing_into_the_repository(repo):
    append(repo, SERVICE, NEW_CALL)
    before = {path: path.stat().st_mtime_ns for path in repo.rglob("*") if path.is_file()}
    check(repo)
    assert {path: path.stat().st_mtime_ns for path in repo.rglob("*") if path.is_file()} == before


def test_history_tells_what_came_moved_and_went(repo):
    start = git(repo, "rev-parse", "HEAD")
    append(repo, SERVICE, NEW_CALL)
    commit(repo, "add one")
    (repo / "README.md").write_text("nothing\n")
    commit(repo, "say nothing")
    move(repo)
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
