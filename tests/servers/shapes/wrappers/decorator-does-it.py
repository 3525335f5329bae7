def logged(f):
    async def inner(*a, **k):
        await discogs().find("x")
        return await f(*a, **k)
    return inner
@app.get("/x")  # reaches: discogs-string-search
@logged
async def h():
    return 1
