from typing import Protocol


class Source(Protocol):
    async def get(self, wanted: str) -> dict: ...


class ById:
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText:
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


async def first(source: Source, wanted: str) -> dict:
    return await source.get(wanted)


@app.get("/x")  # reaches: discogs-by-id
async def h():
    return await first(ById(), "1")
