class S:
    async def __aenter__(self) -> "S":
        self.d = Discogs()
        await self.d.album(1)
        return self
    async def __aexit__(self, *a):
        pass
    async def go(self):
        return await self.d.find("x")
@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h():
    async with S() as s:
        return await s.go()
