@app.get("/x")  # reaches: discogs-string-search
async def h(d=Depends(discogs)):
    return await d.find("x")
