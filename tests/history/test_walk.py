"""A walk through commits says of each what a run that knows nothing says, although it looks at nothing twice."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.extract.sql import remembered
from audit.find import audit_of
from audit.flow.code import Code
from audit.flow.graph import build
from audit.history import steps
from audit.ledger import check_change
from audit.link.program import Program
from audit.reuse import Work
from audit.rulebook import load_rules
from audit.source import WorkTree, first_parents
from audit.store import NullStore
from reports.json import to_json
from tests.checked import NEW_CALL, SERVICE
from tests.edits import Edit, done, edits
from tests.memory import Memory
from tests.repository import commit, git
from tests.written import CLIENT, RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.pipeline import Depth

SAMPLE = Path(__file__).parents[1] / "projects" / "backend-service"
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


@settings(max_examples=MANY, suppress_health_check=list(HealthCheck))
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


MORE = """
export const more = async () => {
  const [row] = await db.select().from(library);
  return lml.lookupMetadata(row.artist_name);
};
"""
PREDICATE = "and(eq(library.id, libraryId), eq(library.discogs_unavailable, false))"
EDITS = (
    ("apps/worker/main.ts", "discogsUnavailable: ", "other: ", "gate-weakened"),
    (SERVICE, PREDICATE, "eq(library.id, libraryId)", "gate-weakened"),
    (SERVICE, None, NEW_CALL, "new-access"),
    ("apps/worker/main.ts", None, MORE, "flag-missing"),
)


@pytest.mark.parametrize(("path", "old", "new", "rule"), EDITS)
def test_findings_about_gates_need_no_paths(committed: Path, path: str, old: str | None, new: str, rule: str) -> None:
    first = git(committed, "rev-parse", "HEAD")
    text = (committed / path).read_text(encoding="utf-8")
    try:
        (committed / path).write_text(text + new if old is None else text.replace(old, new), encoding="utf-8")
        commit(committed)
        said = [told(committed, first, depth) for depth in ("gated", "followed")]
        assert rule in {one[0] for one in said[0]}
        assert said[0] == said[1]
    finally:
        git(committed, "reset", "-q", "--hard", first)


def told(root: Path, since: str, depth: Depth) -> set[tuple[str, str]]:
    """What a check fails for that does not speak of paths: the rule, and the place."""
    (step,) = steps(str(root), first_parents(str(root), since), None, Work(NullStore()), depth)
    assert step.base is not None
    assert step.head is not None
    findings = check_change(step.base, step.head, {}, dt.date(2026, 1, 1)).findings
    ours = ("new-access", "flag-missing", "gate-weakened", "client-lost")
    return {(one.rule, f"{one.file}:{one.line}") for one in findings if one.rule in ours}


def said(root: Path, since: str) -> Iterator[tuple[str, bytes]]:
    """Each commit with its report, by a walk that keeps all it can."""
    for step in steps(str(root), first_parents(str(root), since), None, Work(Memory(), beside=False), "gated"):
        yield step.commit.id, to_json(step.head.report) if step.head is not None else b""


def said_alone(root: Path, since: str) -> Iterator[tuple[str, bytes]]:
    """The same, each from nothing."""
    for one in first_parents(str(root), since):
        remembered.forget()
        for step in steps(str(root), [one], None, Work(NullStore()), "gated"):
            yield one.id, to_json(step.head.report) if step.head is not None else b""


GETTER = {
    "acme.ts": CLIENT,
    "ungated.toml": RULES,
    "config.ts": "export class Config {\n  get url() { return process.env.ACME_URL; }\n}\n",
    "send.ts": "import { Config } from './config';\nexport const send = () => fetch(`${new Config().url}/items`);\n",
}


def test_graphs_are_as_they_were_made_once_requests_were_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in GETTER.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    given_back, seen = Code.give_back, []

    def noted(code: Code) -> None:
        facts = code.program.facts("send.ts")
        assert facts is not None
        graphs = [code.graph("send.ts", unit) for unit in range(len(facts.outline().units))]
        seen.append(sum(len(one.accessed) for one in graphs))
        given_back(code)
        made = [build("send.ts", facts.body(unit)) for unit in range(len(graphs))]
        assert [(one.calls, one.accessed) for one in graphs] == [(one.calls, {}) for one in made]

    monkeypatch.setattr(Code, "give_back", noted)
    with WorkTree(tmp_path) as snapshot:
        program = Program(snapshot, Work(NullStore(), beside=False).reader)
        report = audit_of(program, load_rules("ungated.toml", RULES.encode(), lambda _: None))
    assert report is not None
    assert [one.subject for one in report.accesses if one.kind == "request"] == ["GET /items"]
    assert seen == [1]
