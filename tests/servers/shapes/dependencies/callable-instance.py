class C:
    async def __call__(self):
        return await discogs().find("x")
c = C()
@app.get("/x")  # reaches: discogs-string-search
async def h(x=Depends(c)):
    return x
