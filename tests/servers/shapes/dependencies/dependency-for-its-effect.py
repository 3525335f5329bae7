async def check():
    await discogs().find("x")
@app.get("/x", dependencies=[Depends(check)])  # reaches: discogs-string-search
async def h():
    return 1
