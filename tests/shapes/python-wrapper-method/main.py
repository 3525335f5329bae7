# A method that takes the path, on objects made with different bases; a subclass that calls it by `super`.
import os

import httpx


class Api:
    def __init__(self, base: str) -> None:
        self._http = httpx.Client(base_url=base)

    def get(self, path: str) -> httpx.Response:
        return self._http.get(path)  # here: get ; ok: its endpoint is open


class Items(Api):
    def __init__(self) -> None:
        super().__init__(os.environ["ACME_URL"])

    def one(self, item_id: int) -> httpx.Response:
        return super().get(f"/items/{item_id}")  # expect: request GET /items/{} through get


acme = Api(os.environ["ACME_URL"])
other = Api("https://other.example")
acme.get("/health")  # expect: request GET /health through get
Items().one(1)  # ok: a method that merely sends
other.get("/health")  # ok: an object with another base
