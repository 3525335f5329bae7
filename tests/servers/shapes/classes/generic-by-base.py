from typing import Generic, TypeVar
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item
@app.get("/x")  # reaches: discogs-string-search
async def h(b: Box[Discogs]):
    return await b.item.find("x")
