@app.get("/x")  # reaches: unknown
async def h():
    return httpx.get("https://else.example/find")
