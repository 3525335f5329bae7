from typing import Any
@app.get("/x")  # unclear
async def h(x: Any = Depends(discogs)):
    return await x.find("x")
