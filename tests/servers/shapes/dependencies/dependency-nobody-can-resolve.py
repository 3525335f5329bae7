import plugins


REGISTRY = {}


@app.get("/x")  # unclear
async def h(d: Discogs = Depends(REGISTRY["discogs"])):
    return d
