@app.get("/x")  # reaches: discogs-string-search
async def h():
    if (d := discogs()):
        return await d.find("x")
