# Functions that take the URL, the path or the base: their own line is no access, each call with the service's is one.
import os
import urllib.request

BASE = os.environ["ACME_URL"]


def get(url: str, timeout: int = 5) -> bytes:
    with urllib.request.urlopen(url, timeout=timeout) as response:  # here: get ; ok: its endpoint is open
        return response.read()


def call(path: str, method: str = "GET") -> None:
    urllib.request.urlopen(urllib.request.Request(BASE + path, method=method))  # here: call ; ok: its endpoint is open


def query(base: str, item_id: int) -> bytes:
    return get(f"{base}/items/{item_id}")  # here: query ; ok: its host is open


get(f"{BASE}/health")  # expect: request GET /health through get
get(url=BASE + "/items?q=x", timeout=9)  # expect: request GET /items through get
call("/items", "POST")  # expect: request POST /items through call
query(BASE, 1)  # expect: request GET /items/{} through query, get
get("https://other.example/health")  # ok: another host
query(os.environ["OTHER_URL"], 1)  # ok: another service
