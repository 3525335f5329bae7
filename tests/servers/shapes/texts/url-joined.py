BASE = "https://api.discogs.com"
@app.get("/x")  # reaches: discogs-by-id
async def h(i: int):
    async with httpx.AsyncClient() as c:
        return await c.get(f"{BASE}/albums/{i}")
