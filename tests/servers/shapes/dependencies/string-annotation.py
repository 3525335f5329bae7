@app.get("/x")  # reaches: discogs-string-search
async def h(x: "Discogs | None" = Depends(discogs)):
    return await x.find("x")
