"""Which argument goes to which parameter, where other code calls the function later."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import requests

URL = os.environ["ACME_URL"]
OTHER = "https://other.example"


def load(path, base=OTHER):
    return requests.get(f"{base}{path}")  # here: sends ; ok: a wrapper's own line


with ThreadPoolExecutor() as pool:
    pool.submit(load, "/a", URL)  # expect: request GET /a through sends
    pool.submit(load, "/b", base=URL)  # expect: request GET /b through sends
    pool.submit(load, URL, OTHER)  # ok: only the path behind another service
    pool.submit(load, base=OTHER, path=URL)  # ok: the same, by names
    pool.submit(requests.get, url=URL + "/c")  # expect: request GET /c
    list(pool.map(load, ["/d"], [URL]))  # expect: request GET /d through sends
    list(pool.map(load, [URL], [OTHER]))  # ok: only the path behind another service
list(map(load, ["/e"], [URL]))  # expect: request GET /e through sends


async def later():
    await asyncio.to_thread(load, "/f", base=URL)  # expect: request GET /f through sends
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, load, "/g", URL)  # expect: request GET /g through sends
    await loop.run_in_executor(None, load, URL)  # ok: only the path behind another service
    loop.call_later(5, load, "/h", URL)  # expect: request GET /h through sends
