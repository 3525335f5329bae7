"""A request of the sample is found however it is written, and what only looks like one is not."""

from __future__ import annotations

import importlib
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit import pipeline
from reports.json import to_json
from tests import harness
from tests.expectations import STRICT, Word, expected
from tests.mutations import ALIKE, REWRITTEN, Mutation
from tests.sample import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPARED = STRICT | {Word.LOOK_ALIKE}


@pytest.fixture(scope="module", autouse=True)
def _facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Facts of files that no mutation changes are kept, by content; children that read Python inherit libcst."""
    importlib.import_module("audit.extract.python.file")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNGATED_CACHE_DIR", str(tmp_path_factory.mktemp("facts")))
        yield


@pytest.mark.parametrize("mutation", [*REWRITTEN, *ALIKE], ids=lambda one: one.name)
def test_report_is_the_same_but_for_the_line(mutation: Mutation, tmp_path: Path) -> None:
    changed = mutation.apply(SAMPLE, tmp_path / "sample")
    assert _marked(changed) == _of_sample()
    report = json.loads(to_json(pipeline.report(str(changed), paths=False)))
    assert harness.differences(changed, report, COMPARED) == ""


def test_every_mutation_has_a_name_of_its_own() -> None:
    names = [one.name for one in (*REWRITTEN, *ALIKE)]
    assert len(names) == len(set(names))


@cache
def _of_sample() -> list[str]:
    return _marked(SAMPLE)


def _marked(root: Path) -> list[str]:
    """The accesses that are marked, wherever they stand and whatever they go through."""
    texts = [item.text for item in expected(root) if item.word is Word.EXPECT]
    return sorted(re.sub(r" through \S+(?:, \S+)*", "", text) for text in texts)
