@app.get("/x")  # reaches: cache-by-key
async def h(conn):
    prepared = await conn.prepare("SELECT * FROM album WHERE id = $1")
    return await prepared.fetch(5)
