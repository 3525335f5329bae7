"""What programs answer when they run is on the paths that the report has of them; no gate is where they get past it.

They are made at random of the constructs in `typescript.toml` and `python.toml`. A part of the item that is answered
must be among the fields of a path, or the access has an escape; no step of a proven path is in another program. Those
of `guards.toml` ask for rows of a table: an access that has ever been asked for a flagged one is behind no guard or
filter. For more than each run of the tests makes: `UNGATED_PROGRAMS=100 pytest tests/running`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests import harness
from tests.differential.reference import typescript
from tests.harness import CLIENT, SHAPES
from tests.running.guards import Guarded
from tests.running.programs import HERE, Program, language

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = typescript()
ROUNDS = range(int(os.environ.get("UNGATED_PROGRAMS", "3")))
EACH = 60
FIELDS = {"QTITLE": "title", "QARTIST": "artist", "QTAGS": "tags", "QURL": "cover.url", "QSIZE": "cover.size"}


def _write(root: Path, name: str, suffix: str, seed: int) -> Path:
    """A folder with a file for each program."""
    random, constructs = Random(seed), language(name)
    app = root / "programs" / "app"
    app.mkdir(parents=True)
    made, library = (Guarded, "rows") if name == "guards" else (Program, "lib")
    (app / f"{library}{suffix}").write_text((HERE / f"{library}{suffix}").read_text())
    for number in range(EACH):
        (app / f"p{number}{suffix}").write_text(made(constructs, random, number, random.randint(2, 4)).text)
    if suffix == ".ts":
        imports = "".join(f"import {{ router as r{number} }} from './p{number}';\n" for number in range(EACH))
        uses = "".join(f"app.use(r{number});\n" for number in range(EACH))
        (app / "main.ts").write_text(
            f"import express from 'express';\n{imports}const app = express();\n{uses}app.listen(3000);\n"
        )
    else:
        imports = "".join(f"from app.p{number} import router as r{number}\n" for number in range(EACH))
        uses = "".join(f"app.include_router(r{number})\n" for number in range(EACH))
        (app / "__init__.py").touch()
        (app / "main.py").write_text(f"from fastapi import FastAPI\n{imports}app = FastAPI()\n{uses}")
    return harness.assemble(root / "programs", CLIENT, root / "root")


def _run(*command: str) -> dict[str, Any]:
    """What is said of each program; text where it cannot run."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=120)  # a program may go round for ever
    return {f"app/{name}": what for name, what in map(json.loads, done.stdout.splitlines())}


def _answers(*command: str) -> dict[str, list[str]]:
    """The fields that each program answers; those that cannot run are left out."""
    found = _run(*command).items()
    return {name: [FIELDS[one] for one in what] for name, what in found if isinstance(what, list)}


def _is_among(field: str, fields: list[str]) -> bool:
    """`*` and `[]` stand for all of the item, or any part of it."""
    return any(one in ("*", "[]") or f"{field}.".startswith(f"{one}.") or one.startswith(field) for one in fields)


def _wrong(access: dict[str, Any], answered: list[str], library: str) -> Iterator[str]:
    shown = [path for path in access["paths"] if path["sink"]["kind"] == "http" and path["flow"] == "explicit"]
    fields = [field for path in shown for field in path["fields"]]
    lost = [field for field in answered if not _is_among(field, fields)]
    if lost and not access["escapes"]:
        yield f"{', '.join(lost)} not among {fields}"
    proven = [path for path in access["paths"] if path["confidence"] == "proven"]
    files = {step["file"] for path in proven for step in path["steps"]}
    if not files <= {access["file"], library}:
        yield f"steps in {sorted(files)}"


def _hold(root: Path, answers: dict[str, list[str]], library: str) -> None:
    """The report on programs against what they answered."""
    assert len(answers) > EACH * 0.9
    assert sum(map(bool, answers.values())) > EACH / 6
    accesses = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    held = [one for one in accesses if one["file"] in answers]
    assert {one["file"] for one in held} == answers.keys()
    wrong = {one["file"]: said for one in held for said in _wrong(one, answers[one["file"]], library)}
    text = "\n".join(f"{said}\n{(root / file).read_text()}" for file, said in wrong.items())
    assert not wrong, text


@pytest.mark.skipif(PACKAGE is None, reason="no TypeScript: `npm ci` in tests/node")
@pytest.mark.parametrize("seed", ROUNDS)
def test_what_programs_of_typescript_answer_is_on_their_paths(seed: int, tmp_path: Path) -> None:
    root = _write(tmp_path, "typescript", ".ts", seed)
    answers = _answers("node", str(HERE / "run_typescript.cjs"), str(PACKAGE), str(root / "app"))
    _hold(root, answers, "app/lib.ts")


@pytest.mark.parametrize("seed", ROUNDS)
def test_what_programs_of_python_answer_is_on_their_paths(seed: int, tmp_path: Path) -> None:
    root = _write(tmp_path, "python", ".py", seed)
    _hold(root, _answers(sys.executable, str(HERE / "run_python.py"), str(root)), "app/lib.py")


@pytest.mark.skipif(PACKAGE is None, reason="no TypeScript: `npm ci` in tests/node")
@pytest.mark.parametrize("seed", ROUNDS)
def test_programs_that_ask_for_flagged_rows_have_no_gate(seed: int, tmp_path: Path) -> None:
    root = _write(tmp_path, "guards", ".ts", seed)
    asked = _run("node", str(HERE / "run_guards.cjs"), str(PACKAGE), str(root / "app"))
    accesses = harness.run(root, SHAPES / "ungated.toml", paths=True)["accesses"]
    gates = {one["file"]: one["gate"]["state"] for one in accesses}
    assert len(asked) == len(accesses) == EACH
    assert gates.keys() == asked.keys()
    assert sum(state != "none" for state in gates.values()) > EACH / 20
    wrong = {name: said for name, said in gates.items() if said != "none" and asked[name]["flagged"]}
    assert not wrong, "\n".join(f"{said}\n{(root / name).read_text()}" for name, said in wrong.items())
