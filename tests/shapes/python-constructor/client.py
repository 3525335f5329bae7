import urllib.request


class Client:
    def __init__(self, base_url: str, timeout: float = 5.0) -> None:
        self.base_url = base_url.rstrip("/")
        self._timeout = timeout

    def item(self, item_id: int) -> bytes:
        request = urllib.request.Request(f"{self.base_url}/items/{item_id}", headers=self._headers())
        with urllib.request.urlopen(request, timeout=self._timeout) as response:  # expect: request GET /items/{}
            return response.read()

    def _headers(self) -> dict[str, str]:
        return {"x-base": self.base_url}


class Other:
    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def item(self, item_id: int) -> bytes:
        with urllib.request.urlopen(f"{self.base_url}/items/{item_id}") as response:  # ok: only ever made with another URL
            return response.read()
