# Names that are computed for what a dict holds are in the dict, and come out where these are asked for.
import os
from concurrent.futures import ThreadPoolExecutor, as_completed

import httpx
from fastapi import FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


def load(n):
    return httpx.get(f"{BASE}/items/{n}").json()  # expect: request GET /items/{} ; reach: renders


@app.get("/futures")
def futures():
    found = {}
    with ThreadPoolExecutor(4) as pool:
        asked = {pool.submit(load, n): n for n in (1, 2)}
        for one in as_completed(asked):
            found[asked[one]] = one.result()
    return found  # sink: http GET /futures


@app.get("/names")
def names():
    return {one["title"]: True for one in load(1)["parts"]}  # sink: http GET /names


@app.get("/keys")
def keys():
    seen = {one["title"]: 1 for one in load(1)["parts"]}
    return list(seen.keys())  # sink: http GET /keys


@app.get("/written")
def written():
    seen = {}
    for one in load(1)["parts"]:
        seen[one["title"]] = 1
    return list(seen.keys())  # sink: http GET /written


@app.get("/places")
def places():
    marks = [0, 0]
    marks[last()["number"]] = 1
    return marks  # sink: http GET /places


def last():
    return httpx.get(f"{BASE}/last").json()  # expect: request GET /last ; reach: decides


def other():
    return httpx.get(f"{BASE}/others").json()  # expect: request GET /others ; reach: decides


@app.get("/numbers")
def numbers():
    seen = {one["title"]: 1 for one in other()["parts"]}
    return list(seen.values())  # sink: http GET /numbers
