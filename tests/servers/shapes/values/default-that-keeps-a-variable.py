@app.get("/x")  # reaches: discogs-string-search
async def h(held: Discogs = Depends(discogs)):
    found = [lambda text, held=held: held.find(text)]
    return await found[0]("x")
