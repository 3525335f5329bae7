# `functools.partial` around a request: what it fixes stands there, what is given comes from who calls it.
import functools
import os
from functools import partial

import requests

from own import partial as bound

BASE = os.getenv("ACME_URL", "")
OTHER = os.getenv("OTHER_URL", "")
get = partial(requests.get, timeout=5)
fixed = functools.partial(requests.get, BASE + "/fixed")  # expect: request GET /fixed
send = partial(requests.request, "POST")
made = partial(requests.request, url=BASE + "/made")
other = partial(requests.get, OTHER + "/fixed")  # ok: another service
unknown = bound(requests.get, OTHER + "/items")  # ok: no partial of functools, and another service


def fetch(path, timeout):
    return requests.get(BASE + path, timeout=timeout)


thing = partial(fetch, "/thing")  # expect: request GET /thing through main.py:21


class Client:
    def __init__(self, base):
        self.post = partial(requests.post, base + "/posts")  # expect: request POST /posts

    def add(self, body):
        return self.post(json=body)


def show(item_id: int) -> None:
    get(f"{BASE}/items/{item_id}")  # expect: request GET /items/{} through main.py:12
    get(OTHER + "/items")  # ok: another service
    fixed()
    send(BASE + "/posted")  # expect: request POST /posted through main.py:14
    made("PUT")  # expect: request PUT /made through main.py:15
    thing(5)
    Client(BASE).add({})
