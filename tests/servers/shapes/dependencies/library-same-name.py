@app.get("/x")  # reaches: library-search
async def h(lib: Library):
    return await lib.search("x")
