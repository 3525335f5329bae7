@app.get("/x")  # unclear
async def h(name: str, d: Discogs = Depends(discogs)):
    return await getattr(d, name)("x")
