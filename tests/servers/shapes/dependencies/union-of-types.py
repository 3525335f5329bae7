@app.get("/x")  # reaches: library-search
async def h(x: Discogs | Library):
    return await x.search("x")
