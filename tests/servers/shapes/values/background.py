from fastapi import BackgroundTasks
@app.get("/x")  # reaches: discogs-string-search
async def h(bg: BackgroundTasks, d: Discogs = Depends(discogs)):
    bg.add_task(d.find, "x")
