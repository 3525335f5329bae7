"""The sample monorepo and the service that it calls: where they stand, edited copies, and what a run makes of it."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import pipeline
from reports.json import to_json

if TYPE_CHECKING:
    from audit.model import Report

SAMPLE = Path(__file__).parent / "projects" / "backend-service"
SERVER = Path(__file__).parent / "servers" / "metadata-lookup"


@cache
def audited() -> Report:
    """The report on the sample as it stands, made once for all who only look at it. Ask before patching the engine."""
    return pipeline.report(str(SAMPLE), cache=False)


@cache
def audited_json() -> dict[str, Any]:
    """The same as JSON; not to be changed."""
    read: dict[str, Any] = json.loads(to_json(audited()))
    return read


def edited(target: Path, file: str, *changes: tuple[str, str]) -> Path:
    """A copy of the sample at `target` with an edit."""
    root = shutil.copytree(SAMPLE, target)
    edit(root, file, *changes)
    return root


def edit(root: Path, file: str, *changes: tuple[str, str]) -> None:
    """Make every old text in a file the new one; a text that is not there fails the test."""
    text = (root / file).read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (root / file).write_text(text)
