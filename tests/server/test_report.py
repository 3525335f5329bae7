"""`report --server`: what the service's checkout says stands with the subjects of the audited tree."""

from __future__ import annotations

import datetime as dt

import pytest

from audit import pipeline, review
from audit.model import UserError
from tests.repository import git, repository
from tests.sample import SAMPLE, SERVER


def asked(server: str):
    made = pipeline.report(str(SAMPLE), cache=False, paths=False, server=server)
    return {one.id: one.server for one in made.subjects}


@pytest.fixture(scope="module")
def found():
    return asked(str(SERVER))


def test_exports_and_endpoints_have_their_routes(found) -> None:
    assert found["getRelease"] == found["GET /api/v1/discogs/release/{}"]
    assert found["getRelease"].handler == "get_release"
    assert found["searchTrackReleases"].claims["not-string-resolve"] == "refuted"
    assert found["resolveEntity"].handler == "build_identity_router.resolve_entity"


def test_a_route_that_is_not_there_is_unknown(found) -> None:
    assert found["bulkLookupMetadata"].route == "absent"
    assert set(found["bulkLookupMetadata"].claims.values()) == {"unknown"}


def test_findings_come_with_what_the_service_says(found) -> None:
    """A log of findings beside a document, from one run: both speak of the service."""
    today = dt.date(2026, 5, 1)
    made = review.check(str(SAMPLE), today=today, cache=False, server=str(SERVER)).report
    assert {one.id: one.server for one in made.subjects} == found
    assert made.findings


def test_a_database_has_no_route(found) -> None:
    assert found["DATABASE_URL_DISCOGS"] is None


def test_a_revision_needs_no_work_tree(tmp_path) -> None:
    main = tmp_path / "main.py"
    main.write_text('from fastapi import FastAPI\napp = FastAPI()\n@app.get("/health")\ndef health(): ...\n')
    repository(tmp_path)
    git(tmp_path, "tag", "first")
    main.write_text("")
    assert asked(f"{tmp_path}@first")["GET /health"].route == "present"
    assert asked(str(tmp_path))["GET /health"].route == "absent"
    with pytest.raises(UserError, match="second"):
        asked(f"{tmp_path}@second")


def test_a_checkout_that_is_not_there_is_a_mistake(tmp_path) -> None:
    with pytest.raises(UserError, match="there is no folder"):
        asked(str(tmp_path / "nowhere"))


def test_a_finished_report_is_not_taken_for_another_service(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("UNGATED_CACHE_DIR", str(tmp_path / "cache"))
    empty = tmp_path / "empty"
    empty.mkdir()

    def route(server: str | None) -> str | None:
        made = pipeline.report(str(SAMPLE), paths=False, server=server)
        told = next(one.server for one in made.subjects if one.id == "getRelease")
        return told.route if told is not None else None

    assert [route(None), route(str(SERVER)), route(str(empty)), route(None)] == [None, "present", "absent", None]
