async def a(d: Discogs):
    return await d.album(1)
TABLE = {"a": a}
@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    return await TABLE["a"](d)
