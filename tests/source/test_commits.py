"""What git knows: renames, the commits along first parents, who is at work."""

from __future__ import annotations

import os
from functools import partial

import pytest

from audit.source import UnknownRevisionError, first_parents, is_shallow, person, renames, renames_between
from tests.repository import git as repository_git
from tests.repository import repository

LINES = "".join(f"const line{n} = {n};\n" for n in range(20))


@pytest.fixture
def git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")

    (tmp_path / "a b.ts").write_text(LINES)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "ü\n.ts").write_text(LINES[::-1])
    return partial(repository_git, repository(tmp_path))


def test_renames_of_the_work_tree_and_between_commits(git, tmp_path):
    git("mv", "a b.ts", "c.ts")
    git("mv", "sub/ü\n.ts", "sub/new.ts")
    moved = {"a b.ts": "c.ts", "sub/ü\n.ts": "sub/new.ts"}
    assert renames(str(tmp_path), "HEAD") == moved
    git("commit", "-q", "-m", "moved\x02 and\ttold")
    assert renames_between(str(tmp_path), "HEAD^", "HEAD") == moved
    assert renames(str(tmp_path / "sub"), "HEAD^") == {"ü\n.ts": "new.ts"}


def test_a_touched_file_is_no_rename_and_the_index_stays_as_it_is(git, tmp_path):
    """`git diff` notes in the index that a file is the old one; a repository that is audited is not written to."""
    git("mv", "sub/ü\n.ts", "sub/new.ts")
    os.utime(tmp_path / "a b.ts", (1, 1))
    index = (tmp_path / ".git/index").read_bytes()
    assert renames(str(tmp_path), "HEAD") == {"sub/ü\n.ts": "sub/new.ts"}
    assert (tmp_path / ".git/index").read_bytes() == index


def test_commits_with_their_paths_and_renames(git, tmp_path):
    git("mv", "a b.ts", "c.ts")
    (tmp_path / "d.ts").write_text("x")
    git("add", "-A")
    git("commit", "-q", "-m", "moved")
    git("commit", "-q", "--allow-empty", "-m", "nothing")
    start, moved, nothing = first_parents(str(tmp_path))
    assert (start.parent, start.title) == ("", "start")
    assert (moved.parent, set(moved.paths), moved.renames) == (start.id, {"a b.ts", "c.ts", "d.ts"}, {"a b.ts": "c.ts"})
    assert (nothing.paths, nothing.renames) == ((), {})
    assert [one.title for one in first_parents(str(tmp_path), "HEAD~1")] == ["nothing"]


def test_a_merge_is_a_change_from_its_first_parent(git, tmp_path):
    git("checkout", "-q", "-b", "mine")
    (tmp_path / "mine.ts").write_text("x")
    git("add", "-A")
    git("commit", "-q", "-m", "mine")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "merged", "mine")
    (merge,) = first_parents(str(tmp_path), "HEAD^1")
    assert (merge.title, merge.paths) == ("merged", ("mine.ts",))


def test_an_unknown_revision_is_the_users_mistake(git, tmp_path):
    with pytest.raises(UnknownRevisionError):
        first_parents(str(tmp_path), "nowhere")


def test_who_is_at_work(git, tmp_path):
    assert person(str(tmp_path)) is None
    git("config", "user.email", "ada@example.org")
    assert person(str(tmp_path)) == "ada@example.org"
    git("config", "user.name", "Ada")
    assert person(str(tmp_path)) == "Ada"
    assert not is_shallow(str(tmp_path))
