@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    data = await d.album(1)
    return [x.get("title", "").lower() for x in data.get("rows", [])]
