@app.get("/x")  # unclear
async def h(d: object = Depends(discogs)):
    assert isinstance(d, Discogs)
    return await d.find("x")
