"""What programs answer when they run is on the paths that the report has of them.

They are made at random of the constructs in `constructs.toml`. A part of the item that is answered must be among the
fields of a path, or the access has an escape; and no step of a path is in another program. More than each run of the
tests makes: `UNGATED_PROGRAMS=100 pytest tests/running`.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests import harness
from tests.differential.reference import typescript
from tests.harness import CLIENT, SHAPES
from tests.running.programs import HERE, Program, write

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = typescript()
pytestmark = pytest.mark.skipif(PACKAGE is None, reason="no TypeScript: `npm ci` in tests/node")

ROUNDS = int(os.environ.get("UNGATED_PROGRAMS", "4"))
EACH = 60
FIELDS = {"QTITLE": "title", "QARTIST": "artist", "QTAGS": "tags", "QURL": "cover.url", "QSIZE": "cover.size"}


def _answers(root: Path) -> dict[str, list[str]]:
    """The fields that each program answers; those that cannot run are left out."""
    done = subprocess.run(
        ["node", str(HERE / "run.cjs"), str(PACKAGE), str(root / "app")], stdout=subprocess.PIPE, check=True
    )
    found = dict(map(json.loads, done.stdout.splitlines()))
    return {f"app/{name}": [FIELDS[one] for one in what] for name, what in found.items() if isinstance(what, list)}


def _is_among(field: str, fields: list[str]) -> bool:
    """`*` and `[]` stand for all of the item, or any part of it."""
    return any(one in ("*", "[]") or f"{field}.".startswith(f"{one}.") or one.startswith(field) for one in fields)


def _wrong(access: dict[str, Any], answered: list[str]) -> Iterator[str]:
    shown = [path for path in access["paths"] if path["sink"]["kind"] == "http" and path["flow"] == "explicit"]
    fields = [field for path in shown for field in path["fields"]]
    lost = [field for field in answered if not _is_among(field, fields)]
    if lost and not access["escapes"]:
        yield f"{', '.join(lost)} not among {fields}"
    files = {step["file"] for path in access["paths"] for step in path["steps"]}
    if not files <= {access["file"], "app/lib.ts"}:
        yield f"steps in {sorted(files)}"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_programs_answer_is_on_their_paths(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    programs = [Program(random, number, deep=random.randint(2, 4)) for number in range(EACH)]
    write(tmp_path / "programs", programs)
    root = harness.assemble(tmp_path / "programs", CLIENT, tmp_path / "root")
    answers = _answers(root)
    assert len(answers) > EACH * 0.9
    assert sum(map(bool, answers.values())) > EACH / 3
    accesses = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    wrong = {
        one["file"]: said for one in accesses if one["file"] in answers for said in _wrong(one, answers[one["file"]])
    }
    text = "\n".join(f"{said}\n{(root / file).read_text()}" for file, said in wrong.items())
    assert not wrong, text
