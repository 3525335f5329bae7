@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h(ds: dict[str, Discogs]):
    for name, d in ds.items():
        await d.find("x")
    await ds["a"].album(1)
