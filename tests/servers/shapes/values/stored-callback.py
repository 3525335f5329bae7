class R:
    def __init__(self, f):
        self._f = f
    async def run(self):
        return await self._f("x")
def mk() -> R:
    return R(discogs().find)
@app.get("/x")  # reaches: discogs-string-search
async def h(r: R = Depends(mk)):
    return await r.run()
