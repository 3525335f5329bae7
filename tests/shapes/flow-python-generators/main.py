# What a generator is sent is what its `yield` gives, and what it yields then is what sending gives.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


def told():
    item = yield
    while True:
        item = yield item["title"]


def titles():
    item = None
    while True:
        item = yield "none" if item is None else item["title"]


@app.get("/sent")
def sent():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    steps = titles()
    next(steps)
    return steps.send(item)  # sink: http GET /sent ; proven: http GET /sent


@app.get("/again")
def again():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: renders
    steps = told()
    next(steps)
    return steps.send(item)  # sink: http GET /again ; possible: http GET /again


@app.get("/other")
def other():
    requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: contained
    steps = told()
    next(steps)
    return steps.send({"title": "x"})  # ok: nothing of it
