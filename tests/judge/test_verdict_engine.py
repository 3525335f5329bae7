"""The verdicts on the sample project: what the engine finds for them, and that one edit changes what it should."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import harness
from tests.sample import SAMPLE, audited_json, edit, edited

SERVICE = "apps/backend/services/library.service.ts"
WRITER = "jobs/library-identity-consumer/writer.ts"
ROTATION = "GET /library/rotation/:rotation_id/tracks"
CATALOGUE = "GET /proxy/library/:libraryId/tracks"
SUGGESTIONS = "GET /library/:id/compilation-tracks/suggestions"


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return audited_json()


def after(target: Path, file: str, *changes: tuple[str, str]) -> dict[str, Any]:
    """The report on the sample with an edit."""
    return harness.run(edited(target / "sample", file, *changes), paths=True)


def shown(report: dict[str, Any], subject: str) -> dict[str, tuple[str, list[str]]]:
    """Flagged state and conditions by route, of the values that a subject gives."""
    return {
        route: (path["flagged"]["state"], [one["name"] for one in path["conditions"]])
        for access in report["accesses"]
        if access["subject"] == subject and access["scope"] == "production"
        for path in access["paths"]
        if path["flow"] == "explicit"
        for route in path["sink"]["routes"]
    }


def named(report: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    return next(one for one in report[kind] if one["id"] == name)


def places(found: dict[str, Any]) -> list[tuple[str, int]]:
    return [(one["file"], one["line"]) for one in found["recommendation"]["places"]]


def line_of(file: str, text: str, after: str = "") -> int:
    """The line of a text in the sample, behind another one."""
    whole = (SAMPLE / file).read_text()
    return whole[: whole.index(text, whole.index(after))].count("\n") + 1


class TestKeys:
    def test_each_route_has_the_keys_of_its_own_callers(self, report):
        found = shown(report, "getRelease")
        assert found[ROTATION] == ("yes", [])
        assert found[SUGGESTIONS][0] == "no"  # its query leaves flagged rows out

    def test_the_filter_belongs_to_the_queries_that_resolve_the_key(self, report):
        asked = line_of(SERVICE, ".select({ missing", "findRotationKey")
        assert (SERVICE, asked) in places(named(report, "subjects", "getRelease"))
        filtered = line_of(SERVICE, ".select(", "findCompilationKey")
        assert (SERVICE, filtered) not in places(named(report, "subjects", "getRelease"))

    def test_a_filter_in_that_query_takes_its_route_out(self, tmp_path):
        old = ".where(eq(rotation.id, rotationId))"
        new = ".where(and(eq(rotation.id, rotationId), eq(library.discogs_unavailable, false)))"
        found = after(tmp_path, SERVICE, (old, new))
        assert shown(found, "getRelease")[ROTATION][0] == "no"

    def test_also_where_the_key_is_what_another_access_answered(self, tmp_path):
        """The row's title keys a lookup, and what that finds keys the release: the same query feeds both."""
        old = "const tracks = await libraryService.tracksOfRelease(row.discogs_release_id);"
        new = (
            "const found = await lmlLookupCoordinator.lookup(row.artist, row.title, undefined, {});\n"
            "  const tracks = await libraryService.tracksOfRelease(found.results[0].release_id);"
        )
        select = ".select({ missing: library.missing, discogs_release_id: rotation.discogs_release_id })"
        wide = select.replace(" }", ", artist: library.artist_name, title: library.album_title }")
        where = ".where(eq(rotation.id, rotationId))"
        filtered = ".where(and(eq(rotation.id, rotationId), eq(library.discogs_unavailable, false)))"
        controller = "apps/backend/controllers/library.controller.ts"
        states = []
        for number, clause in enumerate((where, filtered)):
            root = edited(tmp_path / str(number), controller, (old, new))
            edit(root, SERVICE, (select, wide), (where, clause))
            states.append(shown(harness.run(root, paths=True), "getRelease")[ROTATION][0])
        assert states == ["yes", "no"]

    def test_a_filter_on_another_column_does_not(self, tmp_path):
        old = ".where(eq(rotation.id, rotationId))"
        new = ".where(and(eq(rotation.id, rotationId), eq(library.missing, false)))"
        found = after(tmp_path, SERVICE, (old, new))
        assert shown(found, "getRelease")[ROTATION][0] == "yes"

    def test_both_jobs_are_told_apart_by_what_their_queries_ask(self, report):
        job = named(report, "groups", "job:library-identity-consumer")
        select = "jobs/library-identity-consumer/select.ts"
        assert job["recommendation"]["decision"] == "gate-by-filter"
        assert places(job) == [(select, line_of(select, "db.execute"))]
        assert [one["decision"] for one in job["options"]] == ["gate-by-filter", "migrate"]


class TestDormant:
    def test_a_column_that_only_null_is_written_to(self, report):
        assert named(report, "triggers", "library_identity-hot-read")["state"] == "dormant"

    def test_a_value_wakes_the_trigger_and_names_the_route(self, report, tmp_path):
        found = after(tmp_path, WRITER, ("discogs_release_id: null", "discogs_release_id: Number(library_id)"))
        was, now = (named(one, "triggers", "library_identity-hot-read") for one in (report, found))
        assert now["state"] == "met"
        notes = {one["note"] for one in now["evidence"]} - {one["note"] for one in was["evidence"]}
        assert f"{CATALOGUE} reads library_identity.discogs_release_id" in notes

    def test_what_a_request_brings_is_a_value(self, report):
        assert shown(report, "getRelease")[ROTATION][1] == []  # `releaseId ?? null` in addToRotation

    def test_a_query_that_only_a_job_runs_is_not_read_while_a_request_is_answered(self, report):
        found = named(report, "triggers", "library_identity-hot-read")
        assert not any("last_verified_at" in one["note"] for one in found["evidence"])


class TestTies:
    SOURCE = "apps/backend/services/request-line/search-pipeline.ts"
    OLD = "const found = await Promise.all(titles.map((title) => deps.searchCatalogue(title)));"
    NEW = (
        "const names = new Map<number, string>();\n"
        "  for (const title of titles) for (const item of await deps.searchCatalogue(title)) names.set(KEY, title);\n"
        "  const found = [[...names].map(([id, title]) => ({ id, artist: '', title }))];"
    )

    @pytest.mark.parametrize(("key", "tied"), [("item.id", True), ("names.size", False)])
    def test_free_text_that_is_kept_under_the_id_of_a_row(self, key, tied, tmp_path):
        found = after(tmp_path, self.SOURCE, (self.OLD, self.NEW.replace("KEY", key)))
        notes = {
            fact["note"]
            for access in found["accesses"]
            if access["subject"] == "searchTrackReleases"
            for path in access["paths"]
            for fact in path["flagged"]["evidence"]
        }
        assert ("kept under library.id, of a row that can be flagged" in notes) is tied

    def test_what_is_told_before_it_is_kept_there_is_tied_to_no_row(self, tmp_path):
        told = "{\n    console.log(title);\n    for (const item of"
        new = self.NEW.replace("for (const item of", told).replace("KEY, title);", "item.id, title);\n  }")
        found = after(tmp_path, self.SOURCE, (self.OLD, new))
        log = line_of(self.SOURCE, self.OLD) + 2
        states = {
            (path["sink"]["kind"], path["flagged"]["state"])
            for access in found["accesses"]
            if access["subject"] == "searchTrackReleases"
            for path in access["paths"]
            if path["flow"] == "explicit"
            if path["sink"]["kind"] == "http" or (path["sink"]["file"], path["sink"]["line"]) == (self.SOURCE, log)
        }
        assert states == {("http", "yes"), ("log", "no")}


class TestSetting:
    FLAG = "sets library.discogs_unavailable and clears nothing"
    CONTROLLER = "apps/backend/controllers/library.controller.ts"
    OLD = ".set({ discogs_unavailable: Boolean(unavailable),"

    def notes(self, report):
        return [one["note"] for one in named(report, "triggers", "flagged-album-can-render")["evidence"]]

    def test_setting_the_flag_clears_nothing(self, report):
        assert any(self.FLAG in note for note in self.notes(report))

    def test_setting_it_by_a_computed_key_is_setting_it(self, tmp_path):
        body = "const { unavailable, note } = req.body;"
        loop = (
            f"{body}\n  const set: Record<string, unknown> = {{}};\n"
            "  for (const key of ['discogs_unavailable', 'missing'] as const) set[key] = req.body[key];"
        )
        old = f"{self.OLD} discogs_unavailable_note: note ?? null }})"
        found = after(tmp_path, self.CONTROLLER, (body, loop), (old, ".set(set)"))
        assert any(self.FLAG in note for note in self.notes(found))

    def test_a_column_that_is_cleared_with_it(self, tmp_path):
        new = ".set({ canonical_entity_id: null, discogs_unavailable: Boolean(unavailable),"
        assert not any(self.FLAG in note for note in self.notes(after(tmp_path, self.CONTROLLER, (self.OLD, new))))


class TestVariables:
    SOURCE = "apps/backend/controllers/proxy.controller.ts"
    OLD = "const { type, id } = req.query;"

    def conditions(self, report):
        return shown(report, "resolveEntity")["GET /proxy/entity/resolve"][1]

    def test_none_where_nothing_asks_for_one(self, report):
        assert self.conditions(report) == []

    def test_an_exit_before_the_access(self, tmp_path):
        new = f"if (!process.env.ENTITY_KEY) return;\n  {self.OLD}"
        assert self.conditions(after(tmp_path, self.SOURCE, (self.OLD, new))) == ["ENTITY_KEY"]


class TestVariablesOfWhatWasAskedBefore:
    """What one answer is the key of is not there where that was never asked for."""

    MAIN = """\
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { parse } from 'some-parser';

const app = express();
app.get('/second', async (req, res) => {
  const text = process.env.PARSER ? await parse(req.query.q) : OTHERWISE;
  const found = text ? await findItems(text) : [];
  res.json(await getItem(found[0].id));
});
"""

    def conditions(self, tmp_path: Path, otherwise: str) -> list[str]:
        shapes = Path(__file__).parents[1] / "shapes"
        root = harness.assemble(shapes / "keyed-requests", shapes / "client", tmp_path / "project")
        (root / "main.ts").write_text(self.MAIN.replace("OTHERWISE", otherwise))
        report = harness.run(root, root / "ungated.toml", paths=True)
        return shown(report, "getItem")["GET /second"][1]

    def test_the_first_one_needs_a_variable_so_does_the_second(self, tmp_path: Path) -> None:
        assert self.conditions(tmp_path, "null") == ["PARSER"]

    def test_the_first_one_is_asked_either_way(self, tmp_path: Path) -> None:
        assert self.conditions(tmp_path, "await parse('')") == []


class TestCallersThatNothingRuns:
    """A helper is called by a route, and by a function that stores what it gets and that nobody calls."""

    MAIN = """\
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

const ask = async (serial: number) => (await getItem(serial)).json();

const app = express();
app.get('/items/:id', async (req, res) => {
  const [row] = await db.select({ serial: items.serial }).from(items).where(eq(items.id, Number(req.params.id)));
  res.json(await ask(row.serial));
});
DEAD
"""
    DEAD = """\
async function keep(row: { serial: number }) {
  await db.insert(notes).values({ text: await ask(row.serial) });
}"""

    def states(self, tmp_path, dead):
        shapes = Path(__file__).parents[1] / "shapes"
        root = harness.assemble(shapes / "keyed-requests", shapes / "client", tmp_path / "project")
        (root / "schema.ts").write_text(
            (root / "schema.ts").read_text() + "export const notes = pgTable('notes', { text: text('text') });\n"
        )
        (root / "main.ts").write_text(self.MAIN.replace("DEAD", dead))
        report = harness.run(root, root / "ungated.toml", paths=True)
        (found,) = (one for one in report["accesses"] if one["file"] == "main.ts")
        return {path["sink"]["kind"]: path["flagged"]["state"] for path in found["paths"] if path["flow"] == "explicit"}

    def test_there_is_no_path_through_them(self, tmp_path):
        assert self.states(tmp_path, self.DEAD) == {"http": "yes"}

    def test_it_does_where_something_calls_them(self, tmp_path):
        live = self.DEAD + "\nfor (const row of await db.select().from(items)) await keep(row);"
        assert self.states(tmp_path, live) == {"http": "yes", "database": "yes"}


class TestTheFlagInTheTree:
    """Whether anything can be flagged is read off the tree: a column that is declared, or any code that names it."""

    @staticmethod
    def _renamed(target: Path, *files: str) -> dict[str, Any]:
        root = shutil.copytree(SAMPLE, target / "sample")
        for one in (root / file for file in files) if files else root.rglob("*.*"):
            if one.is_file():
                text = one.read_text().replace("discogs_unavailable", "withheld")
                one.write_text(text if files else text.replace("discogsUnavailable", "withheld"))
        return harness.run(root, paths=True)

    def test_a_tree_that_declares_it(self, report: dict[str, Any]) -> None:
        assert report["found"]["flag"] == "declared"
        assert named(report, "subjects", "getRelease")["flagged"] == "yes"
        assert named(report, "triggers", "flagged-album-can-render")["state"] == "met"

    def test_a_tree_that_knows_no_flag(self, tmp_path: Path) -> None:
        report = self._renamed(tmp_path)
        assert report["found"]["flag"] == "absent"
        getter = named(report, "subjects", "getRelease")
        assert (getter["flagged"], getter["recommendation"]["decision"]) == ("unknown", None)
        assert {state for state, _ in shown(report, "getRelease").values()} == {"unknown"}
        assert named(report, "subjects", "getArtistDetails")["flagged"] == "no"
        assert named(report, "triggers", "flagged-album-can-render")["state"] == "unknown"
        (note,) = [one["note"] for one in report["drift"] if one["note"].startswith("the rules name the flag")]
        assert note.endswith("nothing in this tree declares or names it: nothing is flagged here")

    def test_a_tree_whose_tables_are_declared_elsewhere(self, tmp_path: Path) -> None:
        report = self._renamed(tmp_path, "shared/database/src/schema.ts")
        assert report["found"]["flag"] == "named"
        assert named(report, "subjects", "getRelease")["flagged"] == "yes"
