class S:
    @property
    def d(self) -> Discogs:
        return Discogs()
@app.get("/x")  # reaches: discogs-string-search
async def h(s: S = Depends(S)):
    return await s.d.find("x")
