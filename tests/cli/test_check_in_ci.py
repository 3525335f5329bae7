"""`check` where no person runs it: in a pull request, in the action for GitHub, in a hook of git."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.checked import NEW_CALL, PROXY, SERVICE, append, check, rules, ungated
from tests.repository import commit, git
from tests.sample import edit


def test_the_job_summary_has_all_findings(repo, tmp_path, monkeypatch):
    place = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
    shown = ungated("check", repo, "--format", "github")
    assert shown.stdout.count("::error ") == 10
    assert place.read_text().count("**error**") > 10


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


def scripts(name):
    """The `run` blocks of action.yml, in order; `name` only for messages."""
    text = (Path(__file__).parents[2] / name).read_text()
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
        "PYTHONPATH": str(Path(__file__).parents[2]),
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
    entry = re.search(r"entry: ungated (.*)", (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    hook = repo / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    root = Path(__file__).parents[2]
    hook.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m audit.cli {entry[1]}\n')
    hook.chmod(0o755)
    edit(repo, PROXY, ("DAY_MS", "DAY_MILLISECONDS"))
    commit(repo, "a change of nothing")
    append(repo, SERVICE, NEW_CALL)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(repo, "past the gate")
    assert b"new-access" in refused.value.stdout + refused.value.stderr
