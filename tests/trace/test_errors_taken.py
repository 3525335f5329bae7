"""Whether what is called passes an error on (`next`) is asked only where somebody takes errors."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from audit.flow.code import Spot
from audit.trace.sink.failing import ErrorHandlers
from audit.trace.sink.responses import Responses
from tests.routing import Project

if TYPE_CHECKING:
    from pathlib import Path

    from audit.flow.routes import Routes

CHECKS = """\
export function check(schema, value) { return schema.safeParse(value); }
const again = (schema, value) => check(schema, value);
export const all = (pairs) => pairs.map(([schema, value]) => again(schema, value));
"""
TAKEN = """\
import express from 'express';
const app = express();
app.use((error, req, res, next) => { res.status(500).json({}); });
"""


def _origins(routes: Routes) -> object:
    return routes.handlers._origins


@pytest.mark.parametrize(("app", "cut"), [("export {};\n", False), (TAKEN, True)])
def test_asked_where_errors_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, app: str, *, cut: bool) -> None:
    monkeypatch.setattr("audit.flow.routes.back._BUDGET", 2)
    (tmp_path / "checks.ts").write_text(CHECKS)
    (tmp_path / "app.ts").write_text(app)
    with Project(tmp_path) as project:
        function = project.function("checks.ts", "check")
        graph = project.code.graph(function.file, function.unit)
        callee = next(site.callee for site in graph.calls if site.method == "safeParse")
        origins = _origins(project.routes)
        handlers = ErrorHandlers(origins, Responses(project.routes, origins, Mock()))  # type: ignore[arg-type]
        assert handlers.of(Spot(function.file, function.unit, callee)) == ()
        assert project.routes.cut is cut
