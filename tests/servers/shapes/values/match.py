@app.get("/x")  # reaches: discogs-by-id, discogs-string-search
async def h(kind: str, d: Discogs = Depends(discogs)):
    match kind:
        case "a":
            return await d.album(1)
        case _:
            return await d.find("x")
