"""Dependencies, some of them made by factories."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated

import asyncpg
from discogs.cache import PgCache
from discogs.client import DiscogsClient
from discogs.service import DiscogsService
from fastapi import Depends
from identity.store import IdentityStore
from library.db import LibraryDB

from core.settings import Settings

_service: DiscogsService | None = None


def get_settings() -> Settings:
    return Settings()


async def get_pool(settings: Settings = Depends(get_settings)) -> asyncpg.Pool | None:
    return await asyncpg.create_pool(settings.cache_url) if settings.cache_url else None


def service_with(*, cached: bool) -> Callable[..., DiscogsService]:
    async def get_service(settings: Settings = Depends(get_settings), pool=Depends(get_pool)) -> DiscogsService:
        global _service
        if _service is None:
            _service = DiscogsService(DiscogsClient(settings.discogs_token), PgCache(pool) if cached and pool else None)
        return _service

    return get_service


async def get_identities(pool: asyncpg.Pool = Depends(get_pool)) -> AsyncIterator[IdentityStore]:
    yield IdentityStore(pool)


def get_library() -> LibraryDB:
    return LibraryDB("library.db")


ServiceDep = Annotated[DiscogsService, Depends(service_with(cached=True))]
type IdentitiesDep = Annotated[IdentityStore, Depends(get_identities)]
LibraryDep = Annotated[LibraryDB, Depends(get_library)]
