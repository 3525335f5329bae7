@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    return await asyncio.gather(*map(d.album, [1]))
