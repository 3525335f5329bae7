class S:
    @staticmethod
    async def go(d: Discogs):
        return await d.find("x")
    @classmethod
    async def went(cls, d: Discogs):
        return await cls.go(d)
@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(discogs)):
    return await S.went(d)
