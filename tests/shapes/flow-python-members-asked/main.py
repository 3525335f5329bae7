# A dictionary is asked for the member of a name, which is that one and no other; an object may have code for that.
import os

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


class Row:
    def __init__(self, held, note):
        self.held, self.note = held, note

    def __getitem__(self, name):
        return self.held[name]


def found():
    item = httpx.get(f"{URL}/items/1").json()  # expect: request GET /items/1 ; reach: renders
    return {"item": item, "count": 1}


@app.get("/got")
def got():
    return found().get("item")  # sink: http GET /got ; proven: http GET /got


@app.get("/count")
def count():
    return found().get("count")  # ok: another member


@app.get("/popped")
def popped():
    return found().pop("count", 0)  # ok: another member


@app.get("/set")
def set_by_default():
    return found().setdefault("count", 2)  # ok: another member


@app.get("/key/{key}")
def by_key(key: str):
    return found().get(key)  # sink: http GET /key/{key}


@app.get("/row")
def row():
    return Row(found()["item"], "x")["title"]  # sink: http GET /row ; proven: http GET /row


@app.get("/note")
def note():
    return Row({}, found()["item"])["title"]  # ok: not what it is asked of


@app.get("/cleared")
def cleared():
    rows = [found()["item"]]
    rows.clear()
    return rows  # ok: nothing is left
