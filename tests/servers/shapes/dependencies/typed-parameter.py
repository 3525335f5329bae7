@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    return await d.album(1)
