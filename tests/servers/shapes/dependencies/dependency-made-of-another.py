async def checked():
    await discogs().find("x")


def required(getter):
    async def dependency(found=Depends(getter)) -> Discogs:
        return found

    return dependency


@app.get("/x")  # reaches: discogs-string-search
async def h(d: Discogs = Depends(required(checked))):
    return d
