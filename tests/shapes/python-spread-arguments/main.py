# What is spread into a request: `*list`, `**options`, and what `*args, **options` of a helper hand on.
import os

import requests

BASE = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]


def send(*args, **options):
    return requests.request(*args, **options)


def get(path, **options):
    return requests.get(BASE + path, **options)


def show(given):
    args = [BASE + "/a"]
    options = {"url": BASE + "/b", "timeout": 3}
    requests.get(*args)  # expect: request GET /a
    requests.post(**options)  # expect: request POST /b
    requests.get(*[BASE + "/c"])  # expect: request GET /c
    requests.request(**{"method": "PUT", "url": BASE + "/d"})  # expect: request PUT /d
    send("POST", BASE + "/e")  # expect: request POST /e through main.py:11
    send("POST", url=BASE + "/f")  # expect: request POST /f through main.py:11
    get("/g", timeout=3)  # expect: request GET /g through main.py:15
    requests.post(**{"url": OTHER, "data": BASE})  # ok: the address stands in the body
    send("POST", url=OTHER, data=BASE)  # ok: another service
