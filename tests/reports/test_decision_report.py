"""The decision report of the sample monorepo, as a run writes it: every link resolves, and it stays up to date."""

from __future__ import annotations

import posixpath
import re
import shutil
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from audit.cli.app import app
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("sample") / "backend-service"
    shutil.copytree(SAMPLE, root)
    (root / "docs").mkdir()
    made = ungated("report", root, "-o", f"markdown={root / 'docs/gate.md'}", "-o", f"text={root / 'gate.txt'}")
    assert made.exit_code == 0, made.output
    return root


@pytest.fixture(scope="module")
def document(root):
    return (root / "docs/gate.md").read_text()


def ungated(command, root, *arguments):
    return CliRunner().invoke(app, [command, str(root), "--no-cache", *arguments])


def test_every_link_leads_to_a_file_of_the_tree(root, document, gfm):
    links = {unquote(link) for link in gfm.read(document).links}
    assert len(links) > 5
    assert [link for link in links if not (root / "docs" / link).is_file()] == []


def test_it_answers_in_one_screen_of_lines(document):
    assert document.count("\n") < 250
    assert document.startswith("# LML access outside the Not-on-Discogs gate\n")
    assert "| `getRelease` | 2 | album |" in document
    assert not re.search(r"\.ts:\d", document)


def test_the_plain_text_agrees(root, document):
    text = (root / "gate.txt").read_text()
    decided = re.search(r"Decided: (\d+) of (\d+)\.", document)
    rows = re.findall(r"^[^ ]+: shown to people at: .*; decision: (.*)$", text, re.MULTILINE)
    due = [row for row in rows if row != "none needed"]
    assert len(due) == int(decided[2])
    assert sum(row != "open" for row in due) == int(decided[1])


def test_it_outlives_moved_lines_and_is_out_of_date_when_a_fact_changes(root):
    client = root / "shared/lml-client/src/index.ts"
    client.write_text(f"// a line more\n\n{client.read_text()}")
    assert ungated("report", root, "--check", str(root / "docs/gate.md")).exit_code == 0
    routes = root / "apps/backend/routes/library.route.ts"
    routes.write_text(routes.read_text().replace("/rotation/:", "/rotations/:"))
    shown = ungated("report", root, "--check", str(root / "docs/gate.md"))
    assert shown.exit_code == 1
    assert re.search(r"^\+.*/rotations/:", shown.stdout, re.MULTILINE)
    assert posixpath.join("docs", "gate.md") in shown.stderr
