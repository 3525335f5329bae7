class Q:
    def __init__(self, d: Discogs = Depends(discogs)):
        self.d = d
@app.get("/x")  # reaches: discogs-string-search
async def h(q: Q = Depends()):
    return await q.d.find("x")
