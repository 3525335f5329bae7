# A pool, or a thread, is given a function and what it is called with: each argument in its place.
import asyncio
import json
import os
from concurrent.futures import ThreadPoolExecutor

import requests

BASE = os.environ["ACME_URL"]


def save(path, item):
    with open(path, "w") as file:
        json.dump(item, file)  # sink: file


def count(path, _item):
    with open("count.json", "w") as file:
        json.dump(1, file)  # ok: a number of its own


def pooled():
    item = requests.get(BASE + "/a").json()  # expect: request GET /a ; reach: stores
    with ThreadPoolExecutor() as pool:
        pool.submit(save, "a.json", item)
        pool.submit(count, "a.json", item)


async def threaded():
    item = requests.get(BASE + "/b").json()  # expect: request GET /b ; reach: stores
    await asyncio.to_thread(save, "b.json", item)


pooled()
asyncio.run(threaded())
