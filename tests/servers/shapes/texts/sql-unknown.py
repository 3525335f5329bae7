@app.get("/x")  # reaches: unknown
async def h(conn):
    return await conn.fetch(open("q.sql").read())
