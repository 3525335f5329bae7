def both() -> tuple[Discogs, Library]:
    ...
@app.get("/x")  # reaches: library-search
async def h():
    d, lib = both()
    return await lib.search("x")
