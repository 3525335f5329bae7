class Box[T]:
    def __init__(self, item: T) -> None:
        self.item = item
    def get(self) -> T:
        return self.item
@app.get("/x")  # reaches: discogs-string-search
async def h():
    b = Box(discogs())
    return await b.get().find("x")
