def cached(f):
    @functools.wraps(f)
    async def inner(*a, **k):
        return await f(*a, **k)
    return inner
@cached
async def look(d: Discogs) -> dict:
    return await d.find("x")
@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    return await look(d)
