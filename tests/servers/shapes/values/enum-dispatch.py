class K:
    A = "a"
@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    op = d.album if K.A else d.find
    return await op(1)
