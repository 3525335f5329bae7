"""A change of the sample changes where results are said to end up as it must, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit import pipeline
from tests.mutations import Mutation
from tests.sample import SAMPLE, audited

if TYPE_CHECKING:
    from audit.model import Report

POSTERS = ("getArtistDetails", "jobs/concerts-poster-enrichment/job.ts")
KEYS = ("DATABASE_URL_DISCOGS", "jobs/artist-identity-etl/job.ts")
"""Where the keys come from that posters are asked for with: it reaches what they reach, as their argument."""
ARTISTS = ("getArtistDetails", "apps/backend/controllers/proxy.controller.ts")
ENTITIES = ("resolveEntity", "apps/backend/controllers/proxy.controller.ts")
Sinks = dict[tuple[str, str], set[str]]


def _sinks(report: Report) -> Sinks:
    """What each access in production reaches by more than a decision: routes, columns and channels."""
    found: Sinks = {}
    for access in report.accesses:
        for path in access.paths if access.scope == "production" else ():
            named = (*path.sink.routes, *path.sink.columns, *filter(None, [path.sink.channel]))
            if path.flow != "implicit" and path.sink.kind != "log":
                found.setdefault((access.subject, access.file), set()).update(named)
    return found


@cache
def _of_sample() -> Sinks:
    return _sinks(audited())


def _changed(mutation: Mutation, target: Path) -> Sinks:
    """The sinks of the accesses that the mutation gives others."""
    found = _sinks(pipeline.report(str(mutation.apply(SAMPLE, target)), cache=False))
    return {key: sinks for key, sinks in found.items() if sinks != _of_sample().get(key)} | {
        key: set() for key in _of_sample() if key not in found
    }


def test_the_sample_shows_posters_on_two_routes() -> None:
    assert _of_sample()[POSTERS] == {"concerts.image_url", "GET /concerts", "GET /concerts/:id"}


def test_a_literal_in_the_place_of_the_value_cuts_its_paths(tmp_path: Path) -> None:
    edits = {"image_url: imageUrl": "image_url: null"}
    cut = Mutation("a literal", edits, file="jobs/concerts-poster-enrichment/writer.ts")
    assert _changed(cut, tmp_path / "sample") == {POSTERS: set(), KEYS: _of_sample()[KEYS] - _of_sample()[POSTERS]}


def test_a_handler_that_reads_the_column_too_adds_its_route(tmp_path: Path) -> None:
    handler = "concertsRoute.get('/range', async (_req, res) => {\n  res.json(await listConcerts());\n});\n\n"
    edits = {"concertsRoute.get('/:id'": handler + "concertsRoute.get('/:id'"}
    added = Mutation("another reader", edits, file="apps/backend/routes/concerts.route.ts")
    grown = {key: _of_sample()[key] | {"GET /concerts/range"} for key in (POSTERS, KEYS)}
    assert _changed(added, tmp_path / "sample") == grown


def test_caches_that_are_asked_with_each_others_keys_do_not_mix(tmp_path: Path) -> None:
    edits = {
        "export const resolveEntity": "const entityCache = new LRUCache<string, { name: string }>({ max: 5 });\n\n"
        "export const resolveEntity",
        "  const entity = await": "  const kept = entityCache.get(`artist:${id}`);\n  const entity = kept ?? await",
        "  res.json({ name: entity.name": "  entityCache.set(`artist:${id}`, entity);\n  res.json({ name: entity.name",
        "artistCache.get(id)": "artistCache.get(`${id}` as never)",
        "artistCache.set(id,": "artistCache.set(`${id}` as never,",
    }
    swapped = Mutation("keys", edits, file="apps/backend/controllers/proxy.controller.ts")
    assert _changed(swapped, tmp_path / "sample") == {}
    assert _of_sample()[ARTISTS] == {"GET /proxy/metadata/artist"}
    assert _of_sample()[ENTITIES] == {"GET /proxy/entity/resolve"}
