"""What is read from a column ends up somewhere whether or not an access writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.extract.reading import Reader
from audit.link.program import Program
from audit.pipeline import analysed, candidates_for, report
from audit.source import WorkTree
from audit.store import NullStore
from audit.trace import Following, Traced
from tests import harness

FOLDER = Path(__file__).parents[1]
SAMPLE = FOLDER / "projects" / "backend-service"
SHAPES = FOLDER / "shapes"


@pytest.fixture(scope="module")
def traced() -> Traced:
    with WorkTree(str(SAMPLE)) as snapshot:
        program = Program(snapshot, Reader(NullStore()))
        made = analysed(program, candidates_for(snapshot, None), "found")
        assert made is not None
        return Following(program, made.rules, made.report.accesses).result()


def routes(traced: Traced, table: str, column: str) -> set[str]:
    return {route for path in traced.columns(table)[column] for route in path.sink.routes}


def test_a_column_that_an_access_writes_leads_to_its_readers(traced: Traced) -> None:
    assert routes(traced, "concerts", "image_url") == {"GET /concerts", "GET /concerts/:id"}


def test_a_column_that_no_access_writes_leads_to_its_readers_too(traced: Traced) -> None:
    assert "concerts.venue" not in {
        column for access in traced.accesses for path in access.paths for column in path.sink.columns
    }
    assert routes(traced, "concerts", "venue") == {"GET /concerts", "GET /concerts/:id"}


def test_asking_for_columns_changes_no_access(traced: Traced) -> None:
    before = traced.accesses
    traced.columns("rotation")
    assert traced.accesses == before


def test_a_table_that_is_not_declared_has_no_columns(traced: Traced) -> None:
    assert traced.columns("no_such_table") == {}


def test_whether_a_row_has_a_value_is_not_the_value(tmp_path: Path) -> None:
    """What is read back is shown at two routes; a third one only says whether there is something."""
    root = harness.assemble(SHAPES / "column-drizzle-update", SHAPES / "client", tmp_path / "shape")
    made = report(str(root), rules=str(SHAPES / "ungated.toml"), cache=False)
    shown = {route for access in made.accesses for path in access.paths for route in path.sink.routes}
    assert shown == {"GET /labels", "GET /first-label"}
