"""What several files of tests share."""

from __future__ import annotations

import re
import shutil
import sys
import types

import pytest
from hypothesis import HealthCheck, settings

import audit
from audit.pipeline import report
from reports.html import to_html
from tests import made
from tests.gfm import NODE, Parser
from tests.repository import git, repository
from tests.sample import SAMPLE

# How long an example takes says more of the machine, and of what else it does, than of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def start(tmp_path_factory):
    """The sample as the one commit of a repository, and a cache that holds what is known of it.

    That the cache changes no answer is for `test_reuse` to hold.
    """
    place = tmp_path_factory.mktemp("start")
    root = repository(shutil.copytree(SAMPLE, place / "repo"))
    git(root, "config", "user.name", "Ada")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("UNGATED_CACHE_DIR", str(place / "cache"))
        report(str(root))
    return place


@pytest.fixture
def repo(start, tmp_path, monkeypatch):
    """A clone of its own for each test, and a cache: what a test adds to it, no other one takes over."""
    shutil.copytree(start / "cache", tmp_path / "cache")
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "cache"))
    return shutil.copytree(start / "repo", tmp_path / "repo")


@pytest.fixture(scope="module")
def gfm():
    """A reader of GitHub's Markdown."""
    if NODE is None:
        pytest.skip("needs node")
    parser = Parser()
    yield parser
    parser.close()


@pytest.fixture(scope="module")
def chromium():
    """A browser that runs."""
    from tests.browser import browser

    with browser() as running:
        yield running


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a report at an address behind #; at the end no network was asked, and nothing stands on the console."""
    said, asked, contexts = [], [], []

    def opening(made, where="", **options):
        file = tmp_path / "report.html"
        file.write_text(to_html(made))
        contexts.append(chromium.new_context(viewport={"width": 1500, "height": 950}, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{file.as_uri()}{where}")
        return page

    yield opening
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not re.match(r"file:///.*/report\.html(#.*)?$|data:,$", url)] == []


@pytest.fixture
def pipeline(monkeypatch):
    """The engine, replaced: it keeps what it was asked, and gives or raises what a test sets."""
    stand_in = types.ModuleType("audit.pipeline")
    stand_in.asked, stand_in.gives = [], made.report()

    def asked(root, **options):
        stand_in.asked.append((root, options))
        if isinstance(stand_in.gives, BaseException):
            raise stand_in.gives
        return stand_in.gives

    stand_in.report = asked
    stand_in.root_of = lambda root: root or "."
    monkeypatch.setitem(sys.modules, "audit.pipeline", stand_in)
    monkeypatch.setattr(audit, "pipeline", stand_in, raising=False)
    return stand_in
