# A class that gives out an object it has made before, and what a task keeps for those that it calls: possible ways.
import contextvars
import os

import requests
from fastapi import FastAPI

app = FastAPI()
current = contextvars.ContextVar("current")
other = contextvars.ContextVar("other")


class Only:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one


class Each:
    pass


@app.get("/only")
def only():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    Only().title = item["title"]
    return Only().title  # sink: http GET /only ; possible: http GET /only


@app.get("/each")
def each():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    Each().title = item["title"]
    return Each().title  # ok: another object


@app.get("/kept")
def kept():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    current.set(item["title"])
    return current.get()  # sink: http GET /kept ; possible: http GET /kept


@app.get("/other")
def kept_otherwise():
    return other.get()  # ok: another variable
