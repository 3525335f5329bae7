@app.get("/x")  # reaches: discogs-by-id
async def h(d: Discogs = Depends(discogs)):
    async def one(i):
        return await d.album(i)
    return await asyncio.gather(*[one(i) for i in range(3)])
