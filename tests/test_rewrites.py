"""What is said of the sample does not hang on how its code is written: the same program in other words has the same
report, line by line.
"""

from __future__ import annotations

import json
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from audit import pipeline
from audit.extract.typescript.parse import parse_again
from reports.json import to_json
from tests import harness, sample
from tests.expectations import Word
from tests.rewrites import REWRITES, Rewrite, rewritten

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

FEWEST = 5
"""Files of the sample that a rewrite changes: one that finds nothing to change shows nothing."""


@pytest.mark.parametrize("rewrite", REWRITES, ids=lambda one: one.name)
def test_report_is_the_same(rewrite: Rewrite, tmp_path: Path) -> None:
    root = shutil.copytree(sample.SAMPLE, tmp_path / "sample", symlinks=True)
    changed = [path for path in sorted(root.rglob("*.ts")) if not path.is_symlink() and _write(path, rewrite)]
    assert len(changed) >= FEWEST
    report = json.loads(to_json(pipeline.report(str(root), cache=False)))
    assert _said(report) == _of_sample()


@cache
def _of_sample() -> frozenset[str]:
    return _said(sample.audited_json())


def _said(report: dict[str, Any]) -> frozenset[str]:
    """Each access with its gate, reach and keys, each sink and each place where a value is lost."""
    found = {f"{one.file}:{one.line}: {one.word.value}: {one.text}" for one in harness.items(report)}
    return frozenset(one for one in found if f" {Word.DAMAGED.value}:" not in one)


def _write(path: Path, rewrite: Rewrite) -> bool:
    """Rewrite a file that can be read as a whole; what is no TypeScript then is a fault of the rewrite."""
    before = path.read_bytes()
    if parse_again(before, "typescript").tree.root_node.has_error or path.name.endswith(".d.ts"):
        return False
    after = rewritten(before, rewrite, "typescript")
    assert not parse_again(after, "typescript").tree.root_node.has_error, path
    path.write_bytes(after)
    return before != after
