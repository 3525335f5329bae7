"""The sample server: each route, what it reaches and both claims stand on the line of its handler."""

from __future__ import annotations

import re

import pytest

from tests.sample import SERVER
from tests.served import built_in, kinds, served

_ROUTE = re.compile(r"# ((?:GET|POST) \S+): (.+); reaches (.+)$")
_SINK = re.compile(r"# sink( below)?: (\S+)$")


@pytest.fixture(scope="module")
def found():
    return served(SERVER, built_in())


def lines():
    for path in sorted(SERVER.rglob("*.py")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            yield path.relative_to(SERVER).as_posix(), number, line


def _claims(server) -> str:
    return ", ".join(f"{claim} {state}" for claim, state in server.claims.items())


def test_routes_claims_and_what_is_reached_are_as_marked(found) -> None:
    marked = {}
    for file, number, line in lines():
        if match := _ROUTE.search(line):
            marked[match[1]] = (file, number, match[2], match[3])
    assert {endpoint: (one.at.file, one.at.line, _claims(one), kinds(one)) for endpoint, one in found.items()} == marked


def test_sinks_stand_where_they_are_marked(found) -> None:
    marked = set()
    for file, number, line in lines():
        if match := _SINK.search(line):
            marked.add((match[2], file, number + bool(match[1])))
    assert {
        (kind, place.file, place.line)
        for one in found.values()
        for kind, places in one.reaches.items()
        for place in places
    } == marked


def test_a_cache_that_may_be_missing_is_a_condition(found) -> None:
    assert found["GET /api/v1/discogs/release/{}"].when == ("cache configured",)
    assert found["GET /api/v1/discogs/entity/{}/{}"].when == ()


def test_the_chain_tells_calls_from_mentions_and_dependencies(found) -> None:
    release = found["GET /api/v1/discogs/release/{}"]
    (fetched,) = release.reaches["discogs-by-id"]
    assert [(hop.function, hop.file, hop.via) for hop in fetched.chain] == [
        ("DiscogsService.get_release", "discogs/router.py", "call"),
        ("DiscogsService.get_release.fetch", "discogs/service.py", "mention"),
        ("DiscogsClient.release", "discogs/service.py", "call"),
    ]
