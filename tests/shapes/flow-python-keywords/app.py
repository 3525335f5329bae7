"""What code outside of the tree is given by keywords is in what it makes, under their names."""

import os

import httpx
from fastapi import FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


@app.get("/made")
def made():
    item = httpx.get(f"{BASE}/made").json()  # expect: request GET /made ; reach: renders
    return dict(title=item["title"])  # sink: http GET /made


@app.get("/copied")
def copied():
    item = httpx.get(f"{BASE}/copied").json()  # expect: request GET /copied ; reach: renders
    return dict({"id": 1}, title=item["title"])  # sink: http GET /copied


@app.get("/put")
def put():
    item = httpx.get(f"{BASE}/put").json()  # expect: request GET /put ; reach: renders
    row = {}
    row.update({"id": 1}, title=item["title"])
    return row["title"]  # sink: http GET /put


@app.get("/more")
def more():
    item = httpx.get(f"{BASE}/more").json()  # expect: request GET /more ; reach: renders
    given = {"title": item["title"]}
    return dict(id=1, **given)["title"]  # sink: http GET /more


@app.get("/named")
def named():
    item = httpx.get(f"{BASE}/named").json()  # expect: request GET /named ; reach: contained
    return dict(id=1, title=item["title"])["id"]  # ok: the other name


def shown(title, note=None):
    return title


def passed(**more):
    return shown(**more)


@app.get("/passed")
def passed_on():
    item = httpx.get(f"{BASE}/passed").json()  # expect: request GET /passed ; reach: renders
    return passed(**item)  # sink: http GET /passed


@app.get("/computed")
def computed():
    item = httpx.get(f"{BASE}/computed").json()  # expect: request GET /computed ; reach: renders
    return shown(**{key: item[key] for key in ("title", "note")})  # sink: http GET /computed


@app.get("/left-out")
def left_out():
    item = httpx.get(f"{BASE}/left-out").json()  # expect: request GET /left-out ; reach: renders
    given = {key: value for key, value in {"title": "x", "note": item["title"]}.items() if key in ("title", "note")}
    return shown(**given)  # sink: http GET /left-out ; possible: http GET /left-out


@app.get("/given")
def given_too():
    item = httpx.get(f"{BASE}/given").json()  # expect: request GET /given ; reach: contained
    return passed(**{"note": item["title"]}, title="x")  # ok: the other parameter
