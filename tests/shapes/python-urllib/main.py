# urllib: a URL or a Request, whose method is said or follows from its data.
import json
import os
import urllib.request
from urllib.request import Request, urlopen

BASE = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]


def show(item_id: int) -> bytes:
    request = urllib.request.Request(f"{BASE}/items/{item_id}")
    with urllib.request.urlopen(request, timeout=5) as response:  # expect: request GET /items/{}
        return response.read()


def add(title: str) -> None:
    data = json.dumps({"title": title}).encode()
    urlopen(Request(f"{BASE}/items?soft=1", data=data))  # expect: request POST /items
    urlopen(Request(BASE + "/items", data=data, method="PUT"))  # expect: request PUT /items
    urlopen(f"{OTHER}/items")  # ok: another service
