"""The documentation: every link leads somewhere, and the layers of the engine are those that import-linter holds."""

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ENGINE = (ROOT / "docs" / "engine.md").read_text()
CHANGING = (ROOT / "docs" / "changing.md").read_text()


def anchors(page):
    """What GitHub calls the headings of a page."""
    outside = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.*)$", outside, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(gfm, page):
    lost = []
    for link in gfm.read(page.read_text()).links:
        if re.match(r"[a-z]+:", link):
            continue
        path, _, heading = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        known = target.exists() and target.is_relative_to(ROOT)
        if not known or (heading and heading not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_pages_link_to_each_other(gfm):
    """What the test above looks at is there: the index names every page."""
    named = {link for link in gfm.read((ROOT / "docs" / "index.md").read_text()).links if "/" not in link}
    assert named == {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}


def test_the_places_that_changes_go_to_are_there():
    named = re.findall(r"`((?:audit|rules|reports|tests)(?:/[^`]*)?|\w+/|[\w*]+\.py)`", CHANGING)
    assert len(named) > 50
    assert [one for one in named if not [*ROOT.glob(one.rstrip("/")), *(ROOT / "tests").glob(one.rstrip("/"))]] == []


def test_the_engine_is_told_by_its_layers():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["id"] == "layers")
    held = [re.findall(r"\w+", line) for line in layers]
    told = [re.findall(r"audit\.(\w+)", line[:32]) for line in ENGINE.splitlines() if re.match(r"audit\.\w+ ", line)]
    assert told == held


def test_the_drawing_names_every_layer_that_a_report_passes():
    drawn = set(re.findall(r"audit\.(\w+)", ENGINE.split("```mermaid")[1].split("```")[0]))
    told = {
        name for line in ENGINE.splitlines() if line.startswith("audit.") for name in re.findall(r"audit\.(\w+)", line)
    }
    assert drawn == told - {"pipeline", "review", "history", "stages"}
