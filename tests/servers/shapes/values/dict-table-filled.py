TABLE = {}
def reg(f):
    TABLE[f.__name__] = f
    return f
@reg
async def a(d: Discogs):
    return await d.album(1)
@app.get("/x")  # unclear
async def h(d: Discogs = Depends(discogs)):
    return await TABLE["a"](d)
