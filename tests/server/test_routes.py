"""Routes: for each way of putting routers together, a folder of `tests/servers/routes/`.

A comment `# route: GET /a, GET /b` says under which paths the handler of its line is found; there are no others. What
cannot be told of a path is `?`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.served import rules, served

FOLDER = Path(__file__).parents[1] / "servers" / "routes"
SERVERS = sorted(path for path in FOLDER.iterdir() if path.is_dir())
MARK = re.compile(r"  # route: (.+)$", re.MULTILINE)


@pytest.mark.parametrize("root", SERVERS, ids=lambda path: path.name)
def test_handlers_are_found_under_the_marked_paths(root: Path) -> None:
    marks = [mark for path in root.rglob("*.py") for mark in MARK.findall(path.read_text())]
    assert sorted(served(root, rules())) == sorted(route for mark in marks for route in mark.split(", "))


def test_most_of_them_have_a_route() -> None:
    marked = [root for root in SERVERS if any(MARK.search(path.read_text()) for path in root.rglob("*.py"))]
    assert {root.name for root in SERVERS} - {root.name for root in marked} == {"not-included", "tests-are-no-routes"}
