"""No call is missed and none invented, TypeScript's own parser being the judge.

`corpus/` holds nasty shapes, each under a numbered comment; a shape is read alone and with its neighbours.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.extract.typescript.grammar.prepare import prepare
from audit.extract.typescript.parse import Parsed, _parser, parse
from audit.source.languages import dialect_of
from tests.differential.comparison import difference
from tests.differential.reference import Seen, survey, typescript

TESTS = Path(__file__).parent.parent
CORPUS = sorted((TESTS / "differential" / "corpus").iterdir())
LABEL = re.compile(r"^// (\d+)\. .*\n(?:(?!// \d+\. ).*\n?)*", re.MULTILINE)
DAMAGED = {"227", "267", "268"}
"""Shapes that no rewriting helps: they must be reported as damaged."""

PACKAGE = typescript()
pytestmark = pytest.mark.skipif(
    PACKAGE is None, reason="no TypeScript: `npm ci` in tests/node, or name its folder in UNGATED_TYPESCRIPT"
)


def shapes() -> Iterator[tuple[str, str, str]]:
    """Number, end of the file name, text."""
    for path in CORPUS:
        for found in LABEL.finditer(path.read_text(encoding="utf-8")):
            yield found[1], path.suffix, found[0]


def sources(root: Path) -> list[Path]:
    """Files under a folder that are TypeScript or JavaScript, dependencies left out."""
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in {".git", "node_modules"})
        found += [Path(folder, name) for name in sorted(files) if dialect_of(name) in {"typescript", "tsx"}]
    return [path for path in found if path.is_file() and "\n" not in str(path)]


def seen_in(files: list[Path]) -> dict[Path, Seen]:
    assert PACKAGE is not None
    return survey(PACKAGE, files)


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Seen]]:
    """Every shape in a file of its own, by number, and what TypeScript sees in it."""
    folder = tmp_path_factory.mktemp("shapes")
    paths = {}
    for number, suffix, text in shapes():
        paths[number] = folder / f"{number}{suffix}"
        paths[number].write_text(text, encoding="utf-8")
    seen = seen_in(list(paths.values()))
    return {number: (path, seen[path]) for number, path in paths.items()}


@pytest.mark.parametrize("number", [number for number, _, _ in shapes()])
def test_a_shape_is_read_as_typescript_reads_it(number: str, alone: dict[str, tuple[Path, Seen]]) -> None:
    path, seen = alone[number]
    assert seen.errors == 0, "the shape is no TypeScript"
    assert difference(path, seen) == ""
    parsed = parse(path.read_bytes(), dialect_of(path.name) or "")
    assert isinstance(parsed, Parsed)
    assert bool(parsed.damaged) == (number in DAMAGED)


def test_shapes_are_many_and_numbered_once() -> None:
    numbers = [number for number, _, _ in shapes()]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) >= 280


@pytest.mark.parametrize("folder", ["differential/corpus", "projects", "shapes"])
def test_a_folder_is_read_as_typescript_reads_it(folder: str) -> None:
    assert _differences(TESTS / folder) == ""


@pytest.mark.parametrize("folder", ["differential/corpus", "projects"])
def test_text_is_left_alone(folder: str) -> None:
    read = seen_in(sources(TESTS / folder))
    assert any(seen.texts and not seen.errors for seen in read.values())
    for path, seen in read.items():
        source = path.read_bytes()
        text, _ = prepare(source, _parser(dialect_of(path.name) or "").parse)
        for start, end in seen.texts if not seen.errors else ():
            old, new = source[start:end], text[start:end]
            assert new.isspace() or _same(old, new), (path, old, new)


def _same(old: bytes, new: bytes) -> bool:
    """Equal but for `&` and escapes, which the grammar takes for syntax where it meets them in error."""
    return all(now in (was, ord("|"), ord("x")) for was, now in zip(old, new, strict=True))


CHECKOUTS = os.environ.get("UNGATED_CHECKOUTS", "")


@pytest.mark.skipif(not CHECKOUTS, reason="UNGATED_CHECKOUTS names no folder")
def test_checkouts_are_read_as_typescript_reads_them() -> None:
    assert _differences(Path(CHECKOUTS)) == ""


def _differences(root: Path) -> str:
    """Files with syntax errors are left out: what they mean is anybody's guess."""
    seen = seen_in(sources(root))
    return "\n".join(filter(None, (difference(path, one) for path, one in seen.items() if not one.errors)))
