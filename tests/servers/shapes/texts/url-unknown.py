@app.get("/x")  # reaches: unknown
async def h(u: str):
    async with httpx.AsyncClient() as c:
        return await c.get(u)
