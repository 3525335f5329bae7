"""A server written for one test or kept in a folder, and what is found in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from audit.extract.python.records import record
from audit.extract.reading import Reader
from audit.extract.record import key_of
from audit.rulebook import builtin_rules, load_rules
from audit.server import Service, start
from audit.source import WorkTree
from audit.store import NullStore
from tests.trees import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audit.model import Server
    from audit.rulebook import Rules
    from audit.source import Snapshot

RULES = b"""version = 1
name = "served"
title = "Written for a test"

[service]
url_env = ["METADATA_URL"]

[[server.sink]]
kind = "none"
sql = ["^SELECT 1$"]
http = ["GET /ping"]
[[server.sink]]
kind = "cache-fuzzy"
sql = ["similarity("]
[[server.sink]]
kind = "cache-write"
sql = ["INSERT INTO album"]
[[server.sink]]
kind = "library-search"
call = ["Library.search"]
[[server.sink]]
kind = "discogs-string-search"
http = ["GET /search"]
[[server.sink]]
kind = "discogs-by-id"
http = ["GET /albums/{}"]
[[server.sink]]
kind = "external-string-search"
http = ["GET https://music.example/find"]
[[server.sink]]
kind = "cache-by-key"
sql = ["id = $1"]

[scope]
test = ["tests/**"]
"""
HEAD = """
import asyncio
import functools
import httpx
from fastapi import APIRouter, Depends, FastAPI

app = FastAPI()


class Cache:
    def __init__(self, pool):
        self.pool = pool

    async def album(self, album_id: int) -> dict | None:
        return await self.pool.fetchrow("SELECT * FROM album WHERE id = $1", album_id)

    async def keep(self, album: dict) -> None:
        await self.pool.execute("INSERT INTO album (id) VALUES ($1)", album["id"])


class Discogs:
    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache
        self.http = httpx.AsyncClient(base_url="https://api.discogs.com")

    async def album(self, album_id: int) -> dict:
        return (await self.http.get(f"/albums/{album_id}")).json()

    async def find(self, text: str) -> dict:
        return (await self.http.get("/search", params={"q": text})).json()


class Library:
    async def search(self, text: str) -> list[dict]:
        return []


def discogs() -> Discogs:
    return Discogs()


"""
"""The start of a server of one module: what its handlers may reach."""


def rules() -> Rules:
    """Rules in the words of these servers."""
    return load_rules("served.toml", RULES, builtin_rules)


def built_in() -> Rules:
    """The rules that come with the tool, for a server that speaks their words."""
    return load_rules("lml.toml", builtin_rules("lml") or b"", builtin_rules)


def served(root: Path, by: Rules) -> dict[str, Server]:
    """What each route of the server in a folder reaches, by endpoint."""
    with _service(root, by) as service:
        endpoints = [f"{one.verb} {one.path}" for one in service.routes()]
        return {endpoint: service.of(endpoint, "c0ffee") for endpoint in endpoints}


def answered(root: Path, endpoint: str) -> Server:
    """What is said of an endpoint that may have no route."""
    with _service(root, rules()) as service:
        return service.of(endpoint, "c0ffee")


@contextmanager
def _service(root: Path, by: Rules) -> Iterator[Service]:
    with WorkTree(str(root)) as snapshot:
        python = start(snapshot, _reader(snapshot), [by])
        try:
            yield Service(python, by)
        finally:
            python.close()


def _reader(snapshot: Snapshot) -> Reader:
    """A reader that knows every file already: a process for each of a hundred tests would take a minute."""
    reader = Reader(NullStore())
    for path in snapshot.files():
        source = snapshot.read(path)
        if path.endswith(".py") and isinstance(source, bytes):
            made = record(source, ())
            if not made.reason:
                reader.absorb({key_of(snapshot.digest(path), "python"): made})
    return reader


def written(root: Path, files: dict[str, str]) -> dict[str, Server]:
    """The same of files that a test writes."""
    return served(write(root, files), rules())


def of(root: Path, handler: str) -> Server:
    """What the one handler reaches that is written behind `HEAD`."""
    (answer,) = written(root, {"main.py": HEAD + handler}).values()
    return answer


def kinds(server: Server) -> str:
    """What is reached, in one line; "nothing" for nothing."""
    return ", ".join(sorted(server.reaches)) or "nothing"
