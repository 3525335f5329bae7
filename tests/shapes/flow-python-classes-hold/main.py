# What a class holds all of its objects have, unless they have another one of their own.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


class Shelf:
    kept = []
    last = None

    def put(self, item):
        self.kept.append(item)
        self.last = item


class Own:
    kept = []

    def __init__(self):
        self.kept = []

    def put(self, item):
        self.kept.append(item)


@app.get("/class")
def of_class():
    Shelf().put(requests.get(os.environ["ACME_URL"] + "/items/1").json())  # expect: request GET /items/1 ; reach: renders
    return Shelf.kept  # sink: http GET /class ; proven: http GET /class


@app.get("/object")
def of_object():
    return Shelf().kept  # sink: http GET /object ; proven: http GET /object


@app.get("/last")
def last():
    return Shelf.last  # ok: each object has its own


@app.get("/own")
def own():
    Own().put(requests.get(os.environ["ACME_URL"] + "/items/2").json())  # expect: request GET /items/2 ; reach: contained
    return [Own().kept, Own.kept]  # ok: each object has its own
