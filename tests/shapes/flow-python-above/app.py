"""What a constructor of the class above writes into its object is in what the call of the class makes."""

import os

import httpx
from fastapi import FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


class Held:
    def __init__(self, value, note):
        self.value = value
        self.note = note

    def get(self):
        return self.value


class Shelf(Held):
    def __init__(self, value, other):
        super().__init__(value, "held")
        self.other = other


class Board(Shelf):
    def __init__(self, value):
        super().__init__(value, None)


class Own(Held):
    def __init__(self, value):
        self.value = len("own")


@app.get("/shelf")
def shelf():
    item = httpx.get(f"{BASE}/shelf").json()  # expect: request GET /shelf ; reach: renders
    return Shelf(item["title"], 1).get()  # sink: http GET /shelf


@app.get("/board")
def board():
    item = httpx.get(f"{BASE}/board").json()  # expect: request GET /board ; reach: renders
    return {"title": Board(item["title"]).value}  # sink: http GET /board


@app.get("/note")
def note():
    item = httpx.get(f"{BASE}/note").json()  # expect: request GET /note ; reach: contained
    return Shelf(item["title"], 1).note  # ok: a text that the class above is given


@app.get("/other")
def other():
    item = httpx.get(f"{BASE}/other").json()  # expect: request GET /other ; reach: contained
    return Shelf(1, item["title"]).get()  # ok: the other one


@app.get("/own")
def own():
    item = httpx.get(f"{BASE}/own").json()  # expect: request GET /own ; reach: contained
    return Own(item["title"]).get()  # ok: it does not call the one above
