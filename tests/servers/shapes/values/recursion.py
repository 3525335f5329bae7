async def a(d: Discogs, n: int):
    return await b(d, n)
async def b(d: Discogs, n: int):
    return await (a(d, n) if n else d.album(n))
@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    return await a(d, 3)
