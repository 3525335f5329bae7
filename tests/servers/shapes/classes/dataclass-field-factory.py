from dataclasses import dataclass, field
@dataclass
class P:
    d: Discogs = field(default_factory=discogs)
    fs: list = field(default_factory=list)
@app.get("/x")  # reaches: discogs-string-search
async def h():
    return await P().d.find("x")
