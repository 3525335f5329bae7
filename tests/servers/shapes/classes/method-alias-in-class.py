class S:
    async def go(self):
        return await discogs().find("x")
    run = go
@app.get("/x")  # reaches: discogs-string-search
async def h(s: S = Depends(S)):
    return await s.run()
