from contextlib import asynccontextmanager
from collections.abc import AsyncIterator
@asynccontextmanager
async def opened() -> AsyncIterator[Discogs]:
    yield Discogs()
@app.get("/x")  # reaches: discogs-string-search
async def h():
    async with opened() as d:
        return await d.find("x")
