@app.get("/x")  # reaches: cache-fuzzy
async def h(conn):
    sql = "SELECT * FROM album WHERE " + "similarity(title, $1) > 0.3"
    return await conn.fetch(sql)
