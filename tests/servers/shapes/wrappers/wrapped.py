class W:
    def __init__(self, inner):
        self.inner = inner
    def __getattr__(self, name):
        return getattr(self.inner, name)
@app.get("/x")  # unclear
async def h(w: W):
    return await w.find("x")
