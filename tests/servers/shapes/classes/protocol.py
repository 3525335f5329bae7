from typing import Protocol
class Finder(Protocol):
    async def find(self, text: str) -> dict: ...
@app.get("/x")  # reaches: discogs-string-search
async def h(f: Finder = Depends(discogs)):
    return await f.find("x")
