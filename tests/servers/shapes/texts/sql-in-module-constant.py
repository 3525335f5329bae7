Q = "SELECT * FROM album WHERE id = $1"
@app.get("/x")  # reaches: cache-by-key
async def h(conn):
    return await conn.fetch(Q)
