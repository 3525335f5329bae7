@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs | None = Depends(discogs)):
    return await d.find("x")
