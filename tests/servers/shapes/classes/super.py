class Base:
    async def go(self):
        return await discogs().find("x")
class Sub(Base):
    async def go(self):
        return await super().go()
@app.get("/x")  # reaches: discogs-string-search
async def h(b: Sub = Depends(Sub)):
    return await b.go()
