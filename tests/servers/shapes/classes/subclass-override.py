class Base:
    async def go(self):
        return 1
class Sub(Base):
    async def go(self):
        return await discogs().find("x")
@app.get("/x")  # reaches: discogs-string-search
async def h(b: Base = Depends(Sub)):
    return await b.go()
