from abc import ABC, abstractmethod
class F(ABC):
    @abstractmethod
    async def go(self) -> dict: ...
class G(F):
    async def go(self) -> dict:
        return await discogs().find("x")
@app.get("/x")  # reaches: discogs-string-search
async def h(f: F):
    return await f.go()
