# What is cut out of a list has the elements between two places, each nearer to the beginning.
import os

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


def both():
    return [1, httpx.get(f"{URL}/items/1").json(), 3]  # expect: request GET /items/1 ; reach: renders


@app.get("/behind")
def behind():
    return both()[1:][0]  # sink: http GET /behind ; proven: http GET /behind


@app.get("/before")
def before():
    return both()[:1]  # ok: it stands behind


@app.get("/after")
def after():
    return both()[2:]  # ok: it stands before


@app.get("/last")
def last():
    return both()[-2:][0]  # sink: http GET /last


@app.get("/reversed")
def turned():
    return both()[::-1][0]  # sink: http GET /reversed


@app.get("/some/{count}")
def some(count: int):
    return both()[count:][0]  # sink: http GET /some/{count}
