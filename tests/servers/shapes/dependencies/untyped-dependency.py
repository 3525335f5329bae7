def dep():
    return Discogs()
@app.get("/x")  # unclear
async def h(d=Depends(dep)):
    return await d.find("x")
