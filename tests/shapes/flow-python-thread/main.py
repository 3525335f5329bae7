# What a function gives that runs in a thread is what awaiting it gives.
import asyncio
import os
import threading

import anyio
import requests
from anyio import to_thread


def load(path, kept):
    return requests.get(f"{os.environ['ACME_URL']}{path}").json()  # here: sends


async def main():
    found = await to_thread.run_sync(load, "/items/1", 3)  # expect: request GET /items/1 through sends
    print(found["title"])  # sink: log
    named = await anyio.to_thread.run_sync(load, "/items/2", 3)  # expect: request GET /items/2 through sends
    print(named["title"])  # sink: log
    print(await to_thread.run_sync(len, "kept"))  # ok: nothing of an answer


def shown(item):
    print(item["title"])  # sink: log


def later():
    item = load("/items/3", 3)  # expect: request GET /items/3 through sends
    threading.Thread(target=shown, args=(item,)).start()


asyncio.run(main())
later()
