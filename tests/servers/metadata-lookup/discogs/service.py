from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.fallthrough import fall_through

from discogs.models import Artist, Release

if TYPE_CHECKING:
    from discogs.cache import PgCache
    from discogs.client import DiscogsClient
    from discogs.protocols import ReleaseCache


class DiscogsService:
    def __init__(self, client: DiscogsClient, cache: ReleaseCache | None) -> None:
        self._client = client
        self._cache = cache
        self._artists: PgCache | None = cache

    async def get_release(self, release_id: int) -> Release | None:
        async def fetch() -> Release | None:
            found = await self._client.release(release_id)
            return Release(**found)

        return await fall_through(
            lambda: self._cache.get_release(release_id) if self._cache else None,
            fetch,
            self._cache.write_release if self._cache else None,
        )

    async def get_artist(self, artist_id: int) -> Artist | None:
        if self._artists is not None and (kept := await self._artists.get_artist(artist_id)):
            return kept
        return Artist(**await self._client.artist(artist_id))  # fetched, and not kept

    async def releases_with(self, track: str) -> list[Release]:
        if self._cache and (kept := await self._cache.releases_with(track)):
            return kept
        found = await self._client.search(track=track)
        return await asyncio.gather(*[self._resolved(one) for one in found["results"]])

    async def _resolved(self, one: dict) -> Release | None:
        return await self.get_release(one["id"])

    async def close(self) -> None:
        await self._client.close()
