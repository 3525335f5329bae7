# An object of which nobody says what it is may be any that has the field in which the value is.
import os

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


class Row:
    def __init__(self, held):
        self.held = held

    def __getitem__(self, name):
        return self.held[name]

    def get(self, name):
        return self.held.get(name)


class Other:
    def __init__(self, kept):
        self.kept = kept

    def get(self, name):
        print(self.kept, name)  # ok: no row has this field


def item():
    return httpx.get(f"{URL}/items/1").json()  # expect: request GET /items/1 ; reach: renders


@app.get("/subscribed")
def subscribed():
    rows = [row for row in [Row(item())]]
    return rows[0]["title"]  # sink: http GET /subscribed ; possible: http GET /subscribed


@app.get("/got")
def got():
    rows = [row for row in [Row(item())]]
    return rows[0].get("title")  # sink: http GET /got
