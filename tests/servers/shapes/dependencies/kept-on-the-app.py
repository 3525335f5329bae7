from fastapi import Request
@app.get("/x")  # unclear
async def h(request: Request):
    return await request.app.state.discogs.find("x")
