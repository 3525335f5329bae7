# The function that sends is given by its name to code of this file, of the library, and of a package that is not here.
import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

import requests
from outside import attempt

BASE = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]
URLS = [BASE + "/a", BASE + "/b"]


def retry(run, *args, **options):
    return run(*args, **options)


def one(path):
    return requests.get(BASE + path)


def show():
    list(map(requests.get, URLS))  # expect: request GET /a ; request GET /b
    retry(requests.get, BASE + "/c", timeout=3)  # expect: request GET /c through main.py:17
    retry(print, BASE + "/c")  # ok: it is given a function that sends nothing
    retry(requests.get, OTHER)  # ok: another service
    attempt(requests.get, BASE + "/d")  # expect: request GET /d ; unresolved: that it calls it is a guess
    attempt(print, BASE + "/d")  # ok: it is given a function that sends nothing
    threading.Thread(target=requests.get, args=(BASE + "/e",)).start()  # expect: request GET /e
    threading.Thread(target=one, args=("/f",)).start()  # expect: request GET /f through main.py:21
    with ThreadPoolExecutor() as pool:
        pool.submit(requests.post, BASE + "/g")  # expect: request POST /g
        pool.map(requests.get, [BASE + "/h"])  # expect: request GET /h
        pool.submit(one, "/i")  # expect: request GET /i through main.py:21
    with ThreadPool(2) as pool:
        pool.apply(requests.post, (BASE + "/j", None))  # expect: request POST /j


async def later():
    await asyncio.to_thread(requests.get, BASE + "/k")  # expect: request GET /k
    await asyncio.get_event_loop().run_in_executor(None, requests.get, BASE + "/l")  # expect: request GET /l
