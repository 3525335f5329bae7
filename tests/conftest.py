"""What several files of tests share."""

from __future__ import annotations

import shutil

import pytest

from audit import pipeline
from tests.gfm import NODE, Parser
from tests.repository import git, repository
from tests.sample import SAMPLE


@pytest.fixture(scope="session")
def start(tmp_path_factory):
    """The sample as the one commit of a repository, and a cache that holds what is known of it.

    That the cache changes no answer is for `test_reuse` to hold.
    """
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


@pytest.fixture(scope="module")
def gfm():
    """A reader of GitHub's Markdown; other tests count the processes that are left."""
    if NODE is None:
        pytest.skip("needs node")
    parser = Parser()
    yield parser
    parser.close()
