class IdentityStore:
    def __init__(self, pool) -> None:
        self._pool = pool

    async def by_key(self, source: str, external_id: str) -> dict | None:
        return await self._pool.fetchrow("SELECT id FROM entity.identity WHERE source = $1 AND external_id = $2", source, external_id)  # sink: identity-by-key

    async def by_name(self, name: str) -> dict | None:
        return await self._pool.fetchrow("SELECT id FROM entity.identity WHERE library_name = $1", name)  # sink: identity-by-name
