"""What TypeScript's own parser sees in files, and where that parser is found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Call(NamedTuple):
    """Byte offsets; `callee_end` without the marks `!` that end a callee, which change nothing."""

    start: int
    end: int
    callee_start: int
    callee_end: int


class Seen(NamedTuple):
    """`errors` counts syntax errors; `texts` are the spans of literals and of text in elements."""

    errors: int
    calls: frozenset[Call]
    texts: tuple[tuple[int, int], ...]


def typescript() -> Path | None:
    """The folder of the package, named by UNGATED_TYPESCRIPT or installed beside the tests; None without
    node.
    """
    named = os.environ.get("UNGATED_TYPESCRIPT")
    folder = Path(named) if named else _HERE.parent / "node" / "node_modules" / "typescript"
    return folder if shutil.which("node") and (folder / "package.json").is_file() else None


def survey(package: Path, files: Iterable[Path]) -> dict[Path, Seen]:
    """What TypeScript sees in each of the files."""
    done = subprocess.run(
        ["node", str(_HERE / "reference.cjs"), str(package)],
        input="\n".join(map(str, files)).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    seen = {}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        source = Path(row["path"]).read_bytes()
        calls = frozenset(call(source, *spans) for _, *spans in row["calls"])
        seen[Path(row["path"])] = Seen(row["errors"], calls, tuple(map(tuple, row["texts"])))
    return seen


def call(source: bytes, start: int, end: int, callee_start: int, callee_end: int) -> Call:
    """The call at these offsets, in the form in which two are compared."""
    callee = source[callee_start:callee_end].rstrip(b"! \t\r\n")
    return Call(start, end, callee_start, callee_start + len(callee))
