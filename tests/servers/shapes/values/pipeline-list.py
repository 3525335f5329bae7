async def a(d: Discogs):
    return await d.album(1)
async def b(d: Discogs):
    return await d.find("x")
STEPS = [a, b]
@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    for s in STEPS:
        await s(d)
