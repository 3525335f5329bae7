@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    return await asyncio.to_thread(d.find, "x")
