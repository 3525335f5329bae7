@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    f = functools.partial(d.find, "x")
    return await f()
