from typing import cast
@app.get("/x")  # reaches: discogs-string-search
async def h(request: object):
    return await cast(Discogs, request).find("x")
