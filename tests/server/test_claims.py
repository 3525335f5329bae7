"""The two claims: what proves, refutes and weakens each, and that a missing annotation takes a proof away."""

from __future__ import annotations

import pytest

from tests.sample import SERVER
from tests.served import answered, built_in, of, served

RELEASE, SEARCH = "GET /api/v1/discogs/release/{}", "GET /api/v1/library/search"

START = """
class Service:
    def __init__(self, discogs: Discogs, cache: Cache{optional}) -> None:
        self.discogs = discogs
        self.cache = cache

    async def album(self, album_id: int) -> dict:
{body}

@app.get("/x")
async def handler(album_id: int, service: Service = Depends(Service)):
    return await service.album(album_id)
"""


def claimed(tmp_path, body: str, optional: str = ""):
    lines = "".join(f"        {line}\n" for line in body.strip().splitlines())
    return of(tmp_path, START.format(optional=optional, body=lines))


def test_read_fetch_and_write_prove_the_cache(tmp_path) -> None:
    body = """
if kept := await self.cache.album(album_id):
    return kept
found = await self.discogs.album(album_id)
await self.cache.keep(found)
return found
"""
    server = claimed(tmp_path, body)
    assert server.claims == {"pg-cached": "proven", "not-string-resolve": "proven"}
    assert server.when == ()


def test_an_optional_cache_is_a_condition(tmp_path) -> None:
    body = """
if self.cache and (kept := await self.cache.album(album_id)):
    return kept
found = await self.discogs.album(album_id)
if self.cache:
    await self.cache.keep(found)
return found
"""
    server = claimed(tmp_path, body, optional=" | None")
    assert server.claims["pg-cached"] == "proven"
    assert server.when == ("cache configured",)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("return await self.discogs.album(album_id)", "refuted"),
        ("return await self.cache.album(album_id)", "proven"),
        ("return await self.cache.album(album_id) or await self.discogs.album(album_id)", "partly"),
        ("found = await self.discogs.album(album_id)\nawait self.cache.keep(found)\nreturn found", "refuted"),
        (
            "await self.cache.keep(await self.discogs.album(album_id))\nreturn await self.cache.album(1)",
            "partly",
        ),
    ],
)
def test_what_is_missing_of_a_cache(body: str, state: str, tmp_path) -> None:
    assert claimed(tmp_path, body).claims["pg-cached"] == state


def test_a_cached_neighbour_covers_nothing(tmp_path) -> None:
    """What comes behind a function that reads the cache for itself is not cached by that."""
    handler = """
class Service:
    def __init__(self, discogs: Discogs, cache: Cache) -> None:
        self.discogs, self.cache = discogs, cache

    async def album(self, album_id: int) -> dict:
        if kept := await self.cache.album(album_id):
            return kept
        found = await Discogs.album(self.discogs, album_id)
        await self.cache.keep(found)
        return found

@app.get("/x")
async def handler(service: Service = Depends(Service), discogs: Discogs = Depends(discogs)):
    await service.album(1)
    return await discogs.album(2)
"""
    assert of(tmp_path, handler).claims["pg-cached"] == "partly"


def test_reading_in_every_caller_covers_a_helper(tmp_path) -> None:
    handler = """
async def fetched(discogs: Discogs, cache: Cache, album_id: int) -> dict:
    found = await discogs.album(album_id)
    await cache.keep(found)
    return found

async def one(discogs: Discogs, cache: Cache) -> dict:
    return await cache.album(1) or await fetched(discogs, cache, 1)

{other}

@app.get("/x")
async def handler(cache: Cache, discogs: Discogs = Depends(discogs)):
    await one(discogs, cache)
    await two(discogs, cache)
"""
    two = "async def two(discogs: Discogs, cache: Cache):\n    return "
    reads = f"{two}await cache.album(2) or await fetched(discogs, cache, 2)"
    reads_not = f"{two}await fetched(discogs, cache, 2)"
    assert of(tmp_path, handler.format(other=reads)).claims["pg-cached"] == "proven"
    assert of(tmp_path, handler.format(other=reads_not)).claims["pg-cached"] == "partly"


def test_a_route_that_is_absent_names_both_commits(tmp_path) -> None:
    (tmp_path / "main.py").write_text("from fastapi import FastAPI\napp = FastAPI()\n")
    server = answered(tmp_path, "GET /albums/{}")
    assert (server.route, set(server.claims.values())) == ("absent", {"unknown"})
    assert server.unresolved[0].file == "main.py"
    assert "c0ffee" in server.unresolved[0].note
    assert "a folder without a commit" in server.unresolved[0].note


@pytest.mark.parametrize(
    ("file", "annotated", "bare"),
    [
        (
            "discogs/service.py",
            "client: DiscogsClient, cache: ReleaseCache | None",
            "client, cache: ReleaseCache | None",
        ),
        ("discogs/service.py", "client: DiscogsClient, cache: ReleaseCache | None", "client: DiscogsClient, cache"),
        ("discogs/client.py", "async def _client(self) -> httpx.AsyncClient:", "async def _client(self):"),
        ("core/dependencies.py", "Annotated[DiscogsService, Depends", "Annotated[object, Depends"),
    ],
)
def test_without_an_annotation_a_proof_is_unknown(file: str, annotated: str, bare: str, tmp_path) -> None:
    import shutil

    copy = tmp_path / "server"
    shutil.copytree(SERVER, copy)
    before = served(copy, built_in())
    path = copy / file
    assert annotated in path.read_text()
    path.write_text(path.read_text().replace(annotated, bare))
    after = served(copy, built_in())
    assert set(before[RELEASE].claims.values()) == {"proven"}
    assert set(after[RELEASE].claims.values()) == {"unknown"}
    assert after[RELEASE].unresolved
    assert after[SEARCH].claims == before[SEARCH].claims  # what does not rest on it stays proven
