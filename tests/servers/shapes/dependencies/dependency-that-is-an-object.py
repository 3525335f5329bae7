async def checked():
    await discogs().find("x")


class Required:
    def __init__(self, role: str) -> None:
        self.role = role

    async def __call__(self, _: None = Depends(checked)) -> str:
        return self.role


@app.get("/x")  # reaches: discogs-string-search
async def h(role: str = Depends(Required("dj"))):
    return role
