from collections.abc import Callable, Awaitable
async def first[T](f: Callable[[], Awaitable[T]]) -> T:
    return await f()
async def mk() -> Discogs:
    return Discogs()
@app.get("/x")  # reaches: discogs-string-search
async def h():
    return await (await first(mk)).find("x")
