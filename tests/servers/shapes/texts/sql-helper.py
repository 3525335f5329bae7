async def run(conn, sql: str):
    return await conn.fetch(sql)
@app.get("/x")  # reaches: cache-by-key
async def h(conn):
    return await run(conn, "SELECT * FROM album WHERE id = $1")
