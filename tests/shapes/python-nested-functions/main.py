# The request stands in a closure, a generator, a thread's work. Read so: a parameter of the function around it is not its own,
# hence `load` is no wrapper and its line is the access.
import os
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen


def make(base: str):
    def load(item_id: int) -> bytes:
        return urlopen(f"{base}/items/{item_id}").read()  # expect: request GET /items/{}

    return load


def pages(ids: list[int]):
    url = os.environ["ACME_URL"]
    yield from (urlopen(f"{url}/pages/{i}").read() for i in ids)  # expect: request GET /pages/{}


acme = make(os.environ["ACME_URL"])
acme(1)  # ok: a function that merely sends
with ThreadPoolExecutor() as pool:
    pool.map(acme, [1, 2])  # ok: a function that merely sends
