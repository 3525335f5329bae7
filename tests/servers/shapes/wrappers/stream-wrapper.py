class Api:
    def __init__(self):
        self._s = httpx.Client()
    def call(self, method, url):
        return self._s.request(method, url)
    def get(self, url):
        return self.call("GET", url)
@app.get("/x")  # reaches: discogs-string-search
def h(a: Api = Depends(Api)):
    return a.get("/search")
