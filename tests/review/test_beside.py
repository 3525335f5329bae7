"""The base of a change is the same whether another process analyses it or this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.pipeline import candidates_for
from audit.reuse import Work
from audit.review import tree_of
from audit.review.beside import BaseSide
from audit.source import Revision, commit_of
from audit.store import NullStore
from tests.repository import commit, repository
from tests.written import CLIENT, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from audit.ledger import Side

MAIN = "import { getItem } from './acme';\nexport const show = async () => console.log(await getItem(1));\n"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    for name, text in {"acme.ts": CLIENT, "ungated.toml": RULES, "main.ts": MAIN}.items():
        (tmp_path / name).write_text(text)
    return repository(tmp_path)


def sides(repo: Path) -> tuple[Side | None, Side | None, Work]:
    """The side by another process and by this one, and what this one was told of files."""
    commit, told = commit_of(str(repo), "HEAD"), Work(NullStore())
    with Revision(str(repo), commit) as here, Revision(str(repo), commit) as there:
        candidates = candidates_for(here, None)
        other = BaseSide(tree_of(there, told), str(repo), commit, candidates, cache=False)
        return other.result(), tree_of(here, Work(NullStore())).side(candidates), told


@pytest.mark.parametrize("cores", [2, 8])
def test_another_process_finds_what_this_one_would(repo: Path, cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    other, own, told = sides(repo)
    assert own is not None
    assert own.report.accesses
    assert other == own
    assert told.reader.grown()


def test_a_process_that_dies_costs_no_result(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(_: BaseSide) -> None:
        raise MemoryError

    monkeypatch.setattr(BaseSide, "_answer", dead)
    other, own, _ = sides(repo)
    assert other == own


def test_rules_that_find_nothing_give_no_side(repo: Path) -> None:
    (repo / "acme.ts").unlink()
    (repo / "main.ts").write_text("export const nothing = 1;\n")
    commit(repo)
    other, own, _ = sides(repo)
    assert (other, own) == (None, None)
