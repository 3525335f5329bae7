from typing import Protocol
class Finder(Protocol):
    async def locate(self, text: str) -> dict: ...
@app.get("/x")  # unclear
async def h(f: Finder):
    return await f.locate("x")
