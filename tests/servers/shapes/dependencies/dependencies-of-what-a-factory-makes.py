async def checked():
    await discogs().find("x")


def with_check(*, strict: bool):
    async def dependency(_: None = Depends(checked)) -> Discogs:
        return discogs()

    return dependency


@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h(d: Discogs = Depends(with_check(strict=True))):
    return await d.album(1)
