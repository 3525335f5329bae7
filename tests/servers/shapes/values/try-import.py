try:
    from other import fetch
except ImportError:
    async def fetch(d: Discogs):
        return await d.find("x")
@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    return await fetch(d)
