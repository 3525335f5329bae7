class R:
    def __init__(self, f):
        self._f = f
    async def run(self):
        return await self._f("x")
RUN = None
def startup():
    global RUN
    RUN = R(discogs().find)
def get() -> R:
    return RUN
@app.get("/x")  # reaches: discogs-string-search
async def h(r: R = Depends(get)):
    return await r.run()
