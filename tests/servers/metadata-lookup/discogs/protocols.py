from typing import Protocol

from discogs.models import Release


class ReleaseCache(Protocol):
    """What the service asks of a cache; `PgCache` fits without saying so."""

    async def get_release(self, release_id: int) -> Release | None: ...

    async def write_release(self, release: Release) -> None: ...

    async def releases_with(self, track: str) -> list[Release]: ...
