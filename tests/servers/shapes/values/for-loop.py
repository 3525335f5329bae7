@app.get("/x")  # reaches: discogs-string-search
async def h():
    for d in [discogs(), discogs()]:
        await d.find("x")
