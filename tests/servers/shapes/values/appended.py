@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    fs = []
    fs.append(d.find)
    for f in fs:
        await f("x")
