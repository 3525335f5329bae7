@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    return await getattr(d, "find")("x")
