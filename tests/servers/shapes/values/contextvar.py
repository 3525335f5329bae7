from contextvars import ContextVar
current: ContextVar[Discogs] = ContextVar("c")
@app.get("/x")  # reaches: discogs-string-search
async def h():
    return await current.get().find("x")
