# What is put into a dict or a list is the same object there: what is written into it by way of that is shown where the
# object is shown. A copy is another one, and so is what stands in another dict.
import itertools
import os
from collections import defaultdict

import httpx
from fastapi import FastAPI

app = FastAPI()
http = httpx.Client(base_url=os.environ["ACME_URL"])


def indexed(rows):
    return {row["id"]: row for row in rows}


class Index:
    def __init__(self):
        self.by_id = {}

    def add(self, row):
        self.by_id[row["id"]] = row

    def at(self, key):
        return self.by_id.get(key)


@app.post("/comprehension")
def comprehension(rows: list, key: int):
    by_id = {row["id"]: row for row in rows}
    item = http.get("/items/1").json()  # expect: request GET /items/1 ; reach: renders
    by_id[key]["title"] = item["title"]
    return rows  # sink: http POST /comprehension ; proven: http POST /comprehension


@app.post("/copied")
def copied(rows: list, key: int):
    by_id = {row["id"]: dict(row) for row in rows}
    item = http.get("/items/2").json()  # expect: request GET /items/2 ; reach: contained
    by_id[key]["title"] = item["title"]
    return rows  # ok: the dict has copies


@app.post("/loop")
def loop(rows: list, key: int):
    by_id = {}
    for row in rows:
        by_id[row["id"]] = row
    item = http.get("/items/3").json()  # expect: request GET /items/3 ; reach: renders
    found = by_id.get(key)
    if found:
        found.update(title=item["title"])
    return rows  # sink: http POST /loop ; proven: http POST /loop


@app.post("/groups")
def groups(rows: list):
    by_kind = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row)
    item = http.get("/items/4").json()  # expect: request GET /items/4 ; reach: renders
    for row in by_kind["new"]:
        row["title"] = item["title"]
    return rows  # sink: http POST /groups ; possible: http POST /groups


@app.post("/other")
def other(rows: list):
    kept = {row["id"]: row for row in rows}
    fresh = {"a": {}}
    item = http.get("/items/5").json()  # expect: request GET /items/5 ; reach: contained
    fresh["a"]["title"] = item["title"]
    return list(kept.values())  # ok: the other dict


@app.post("/put")
def put(rows: list):
    named = {"first": rows[0]}
    item = http.get("/items/6").json()  # expect: request GET /items/6 ; reach: contained
    named["second"] = {"title": item["title"]}
    return rows  # ok: something else is put there, nothing is written into this


@app.post("/function")
def by_function(rows: list, key: int):
    by_id = indexed(rows)
    item = http.get("/items/7").json()  # expect: request GET /items/7 ; reach: renders
    by_id[key]["title"] = item["title"]
    return rows  # sink: http POST /function ; proven: http POST /function


@app.post("/object")
def by_object(rows: list, key: int):
    index = Index()
    for row in rows:
        index.add(row)
    item = http.get("/items/8").json()  # expect: request GET /items/8 ; reach: renders
    index.at(key)["title"] = item["title"]
    return rows  # sink: http POST /object ; proven: http POST /object


@app.post("/grouped")
def grouped(rows: list):
    item = http.get("/items/9").json()  # expect: request GET /items/9 ; reach: renders
    for _, group in itertools.groupby(rows, key=lambda row: row["kind"]):
        for row in group:
            row["title"] = item["title"]
    return rows  # sink: http POST /grouped ; proven: http POST /grouped


@app.post("/pairs")
def pairs(rows: list):
    item = http.get("/items/10").json()  # expect: request GET /items/10 ; reach: renders
    for row, _ in itertools.zip_longest(rows, [1]):
        row["title"] = item["title"]
    return rows  # sink: http POST /pairs ; proven: http POST /pairs
