# How many there are decides a list that has one for each, whatever stands in it.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/each")
def each():
    items = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: decides
    return ["x" for _ in items]  # sink: http GET /each ; proven: http GET /each


@app.get("/mapped")
def mapped():
    items = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: decides
    return list(map(lambda _: "x", items))  # sink: http GET /mapped ; proven: http GET /mapped


@app.get("/numbers")
def numbers():
    items = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: decides
    return [number for number, _ in enumerate(items)]  # sink: http GET /numbers ; proven: http GET /numbers


@app.get("/two")
def two():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    return ["x" for _ in [item["title"], "b"]]  # ok: always two
