"""Idioms of servers, each in a file of `tests/servers/shapes/`: what a handler reaches through it.

What cannot be told is never called proven. The classes that the handlers use stand in `tests.served.HEAD`; what is
expected stands on the line of the route:

    # reaches: KIND, KIND     these kinds, "nothing", or "unknown" for what the rules have no word for; nothing is lost
    # unclear                 something on the way could not be told, and nothing is proven
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.served import kinds, of

FOLDER = Path(__file__).parents[1] / "servers" / "shapes"
SHAPES = sorted(FOLDER.glob("*/*.py"))
EXPECTED = re.compile(r"^@app\.get\(.*\)  # (unclear|reaches: (.+))$", re.MULTILINE)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_handler_reaches_what_is_marked(shape: Path, tmp_path: Path) -> None:
    code = shape.read_text()
    ((mark, reached),) = EXPECTED.findall(code)
    server = of(tmp_path, code)
    if mark == "unclear":
        assert server.unresolved
        assert "proven" not in server.claims.values()
    else:
        assert kinds(server) == reached
        assert not server.unresolved
