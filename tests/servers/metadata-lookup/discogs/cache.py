from discogs.models import Artist, Release

_FIELDS = "id, title"


class PgCache:
    def __init__(self, pool):
        self.pool = pool

    async def get_release(self, release_id: int) -> Release | None:
        row = await self.pool.fetchrow(f"SELECT {_FIELDS} FROM release WHERE id = $1", release_id)  # sink: cache-by-key
        return Release(**row) if row else None

    async def get_artist(self, artist_id: int) -> Artist | None:
        row = await self.pool.fetchrow("SELECT id, name FROM artist WHERE id = $1", artist_id)  # sink: cache-by-key
        return Artist(**row) if row else None

    async def write_release(self, release: Release) -> None:
        await self.pool.execute("INSERT INTO release (id) VALUES ($1)", release.id)  # sink: cache-write

    async def write_artist(self, artist: Artist) -> None:
        async with self.pool.acquire() as conn:
            await conn.execute("INSERT INTO artist (id) VALUES ($1)", artist.id)  # nobody calls it

    async def releases_with(self, track: str) -> list[Release]:
        # sink below: cache-fuzzy
        query = """
            SELECT release_id FROM release_track
            WHERE lower(title) % lower($1) ORDER BY similarity(lower(title), lower($1)) DESC
        """
        rows = await self.pool.fetch(query, track)
        return [Release(**row) for row in rows]
