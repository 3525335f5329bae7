from typing import Annotated
Dep = Annotated[Discogs, Depends(discogs)]
@app.get("/x")  # reaches: discogs-string-search
async def h(d: Dep):
    return await d.find("x")
