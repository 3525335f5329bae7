"""What reaches the sinks of small programs is what their comments say, no more and no less."""

from __future__ import annotations

import pytest

from tests.flowing import Files, cases, marked, run


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in cases()])
def test_sinks_are_reached_as_marked(files: Files) -> None:
    assert run(files).sinks == marked(files)


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in cases()])
def test_without_implicit_data_only_that_is_missing(files: Files) -> None:
    wanted = {place: text for place, text in marked(files).items() if not text.startswith("implicit")}
    assert run(files, implicit=False).sinks == wanted
