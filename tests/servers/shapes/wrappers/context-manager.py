from contextlib import asynccontextmanager
@asynccontextmanager
async def opened():
    yield Discogs()
@app.get("/x")  # unclear
async def h():
    async with opened() as d:
        return await d.find("x")
