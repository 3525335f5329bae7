import aiosqlite


class LibraryDB:
    """`search` is also a name of the Discogs client's: names alone prove nothing."""

    def __init__(self, path: str) -> None:
        self._path = path

    async def search(self, query: str) -> list[dict]:
        async with aiosqlite.connect(self._path) as conn:
            cursor = await conn.execute("SELECT * FROM library_fts WHERE library_fts MATCH ?", (query,))  # sink: library-search
            return [dict(row) for row in await cursor.fetchall()]
