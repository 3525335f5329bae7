"""Filters, checks and caches: one edit of a predicate flips one verdict, and evidence stands where the reason is."""

# ruff: noqa: E501 - one case to a line
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import harness
from tests.expectations import Word, expected
from tests.sample import audited_json, edit, edited

GUARDS = ["key === null", "key", "!source", "keys", "keys.length === 0", "key == null"]
FOLDER = Path(__file__).parents[1] / "shapes"
States = dict[tuple[str, int], str]
"""The state of every access by its file and line."""


def _states(report: dict[str, Any]) -> States:
    return {(one["file"], one["line"]): one["gate"]["state"] for one in report["accesses"] if one["gate"]}


def _flipped(was: States, now: States) -> list[tuple[str, str]]:
    """What an edit turns the states of accesses from, and into."""
    return [(was[key], now[key]) for key in was if was[key] != now[key]]


@pytest.mark.parametrize(
    ("shape", "old", "new", "before", "after"),
    [
        ("gate-filter", "and(eq(items.id, id), eq(items.withheld, false))", "eq(items.id, id)", "filter", "none"),
        ("gate-filter", "WHERE withheld = false AND", "WHERE withheld = true AND", "filter", "none"),
        ("gate-filter", "WHERE id > 1 ${some ? sql`AND NOT withheld` : sql``}", "WHERE NOT withheld", "none", "filter"),
        ("gate-filter", "COALESCE(i.withheld, false) = false", "COALESCE(i.withheld, false) IS NOT NULL", "filter", "none"),
        ("gate-guard", "if (row.withheld) continue;", "if (row.withheld) console.log(row);", "guard", "none"),
        ("gate-guard", "if (!row.withheld) continue;", "if (row.withheld) continue;", "none", "guard"),
        ("gate-guard", "filter((row) => row.withheld)", "filter((row) => !row.withheld)", "none", "guard"),
        ("gate-guard-resolved", "console.warn('withheld');\n  return found.id", "return null;\n  return found.id", "none", "guard"),
        ("gate-guard-resolved", "console.warn('none');", "return null;", "none", "guard"),
        ("gate-late", "if (flags?.withheld) return { withheld: true };", "if (flags) console.log(1);", "guard", "late"),
        ("gate-caches", "`${row.title}|${row.withheld}`", "`${row.title}`", "argument", "late"),
        ("gate-caches", "if (row.withheld) return null;\n  const hit", "console.log(row);\n  const hit", "guard", "none"),
    ],
)  # fmt: skip
def test_one_edit_flips_one_verdict(shape: str, old: str, new: str, before: str, after: str, tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / shape, FOLDER / "client", tmp_path / shape)
    was = _states(harness.run(root, harness.rules_of(root), paths=True))
    edit(root, "main.ts", (old, new))
    assert _flipped(was, _states(harness.run(root, harness.rules_of(root), paths=True))) == [(before, after)]


@pytest.mark.parametrize("shape", ["gate-caches", "gate-guard", "gate-filter-job", "gate-late"])
def test_caches_are_named_where_they_are_marked_and_nowhere_else(shape: str, tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / shape, FOLDER / "client", tmp_path / shape)
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    found = {item for item in harness.items(report) if item.word is Word.DEFECT and "cache" in item.text}
    assert found == {item for item in expected(root) if item.word is Word.DEFECT}


def test_the_evidence_of_a_filter_is_the_predicate_and_that_of_a_guard_its_check(tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / "gate-filter-job", FOLDER / "client", tmp_path / "job")
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    (filtered,) = (one["gate"] for one in report["accesses"] if one["gate"]["state"] == "filter")
    (fact,) = filtered["evidence"]
    assert (root / fact["file"]).read_text().splitlines()[fact["line"] - 1].strip().endswith('"withheld" = false')
    root = harness.assemble(FOLDER / "gate-guard-resolved", FOLDER / "client", tmp_path / "guard")
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    notes = {fact["note"] for one in report["accesses"] for fact in one["gate"]["evidence"]}
    assert notes == {f"a flagged row does not pass `{said}`" for said in GUARDS}


QUERY = """WHERE l."id" > ${afterId} AND l."canonical_entity_id" """


@pytest.mark.parametrize(
    ("file", "old", "new", "before", "after"),
    [
        ("jobs/library-identity-consumer/select.ts", QUERY, f'{QUERY.replace("AND", """AND l."discogs_unavailable" = false AND""")}', "none", "filter"),
        ("jobs/library-identity-consumer/select.ts", "sql`NOT EXISTS", "sql`l.discogs_unavailable IS NOT TRUE AND NOT EXISTS", "none", "filter"),
        ("jobs/library-canonical-entity-backfill/job.ts", 'AND NOT l."discogs_unavailable"', 'AND l."discogs_unavailable"', "filter", "none"),
        ("apps/worker/main.ts", "eq(library.discogs_unavailable, true)", "eq(library.discogs_unavailable, false)", "none", "filter"),
        ("apps/backend/controllers/proxy.controller.ts", "row.discogs_unavailable || ", "", "guard", "none"),
    ],
    ids=lambda text: text[:40],
)  # fmt: skip
def test_one_predicate_flips_one_verdict_of_the_sample(
    file: str, old: str, new: str, before: str, after: str, tmp_path: Path
) -> None:
    root = edited(tmp_path / "sample", file, (old, new))
    assert _flipped(_states(audited_json()), _states(harness.run(root, paths=True))) == [(before, after)]


def test_a_check_behind_the_access_guards_the_paths_that_pass_it(tmp_path: Path) -> None:
    root = harness.assemble(FOLDER / "gate-path", FOLDER / "client", tmp_path / "path")
    report = harness.run(root, FOLDER / "ungated.toml", paths=True)
    paths = [path for one in report["accesses"] for path in one["paths"] if path["sink"]["kind"] == "http"]
    guards = {route: path["guard"] and path["guard"]["note"] for path in paths for route in path["sink"]["routes"]}
    passed = "a flagged row's value does not pass `row.withheld`"
    assert guards == {
        "GET /checked": passed, "GET /found": passed, "GET /own/:id": passed,
        "GET /beside/:id": passed.replace("row.", "flag."),
        "GET /told": None, "GET /either": None,
        "GET /other/:id/:of": None, "GET /second": None,
    }  # fmt: skip
