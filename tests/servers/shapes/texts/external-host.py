@app.get("/x")  # reaches: external-string-search
async def h():
    return httpx.get("https://music.example/find?q=1")
