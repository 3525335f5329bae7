"""A walk through commits says of each what a run that knows nothing says, although it looks at nothing twice."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.extract.sql import remembered
from audit.history import steps
from audit.reuse import Work
from audit.source import first_parents
from audit.store import Memory, NullStore
from reports.json import to_json
from tests.edits import Edit, done, edits
from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parent / "projects" / "backend-service"
MANY = int(os.environ.get("UNGATED_EDITS", "3"))


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the one commit of a repository."""
    root = tmp_path_factory.mktemp("walk") / "tree"
    shutil.copytree(SAMPLE, root)
    git(root, "init", "-q")
    git(root, "add", "-f", ".")
    git(root, "commit", "-qm", "as it is")
    return root


@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(edits(), min_size=1, max_size=3))
def test_a_walk_says_of_each_commit_what_a_run_alone_says(committed: Path, made: list[Edit]) -> None:
    first = git(committed, "rev-parse", "HEAD")
    try:
        for one in made:
            done(committed, one)
            git(committed, "add", "-fA", ".")
            git(committed, "commit", "-q", "--allow-empty", "-m", "edited")
        walked, alone = dict(said(committed, first)), dict(said_alone(committed, first))
        assert walked == {commit: alone[commit] for commit in walked}  # it passes over what touches no access
    finally:
        git(committed, "reset", "-q", "--hard", first)


def said(root: Path, since: str) -> Iterator[tuple[str, bytes]]:
    """Each commit with its report, by a walk that keeps all it can."""
    for step in steps(str(root), first_parents(str(root), since), None, Work(Memory(), beside=False), "gated"):
        yield step.commit.id, to_json(step.head.report) if step.head is not None else b""


def said_alone(root: Path, since: str) -> Iterator[tuple[str, bytes]]:
    """The same, each from nothing."""
    for commit in first_parents(str(root), since):
        remembered.forget()
        for step in steps(str(root), [commit], None, Work(NullStore()), "gated"):
            yield commit.id, to_json(step.head.report) if step.head is not None else b""
