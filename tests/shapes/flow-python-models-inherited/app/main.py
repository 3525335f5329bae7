# Models and records that extend others take the fields of both, also of another file.
import os
from dataclasses import asdict, dataclass

import httpx
from fastapi import FastAPI

from app import models
from app.models import Named, Row

app = FastAPI()
BASE = os.environ["ACME_URL"]


class Full(Named):
    note: str | None = None


class Whole(models.Named):
    note: str | None = None


@dataclass(frozen=True)
class Long(Row):
    note: object = None


class Plain(Row):
    note: str = ""


@app.get("/own")
def own():
    item = httpx.get(f"{BASE}/own").json()  # expect: request GET /own ; reach: renders
    return Full(title="x", note=item["title"]).note  # sink: http GET /own ; proven: http GET /own


@app.get("/above")
def above():
    item = httpx.get(f"{BASE}/above").json()  # expect: request GET /above ; reach: renders
    return Full(title=item["title"], note="x").title  # sink: http GET /above ; proven: http GET /above


@app.get("/other")
def other():
    item = httpx.get(f"{BASE}/other").json()  # expect: request GET /other ; reach: contained
    return Full(title="x", note=item["title"]).title  # ok: the other field


@app.get("/module")
def module():
    item = httpx.get(f"{BASE}/module").json()  # expect: request GET /module ; reach: renders
    return Whole(title="x", note=item["title"])  # sink: http GET /module ; proven: http GET /module


@app.get("/spread")
def spread():
    item = httpx.get(f"{BASE}/spread").json()  # expect: request GET /spread ; reach: renders
    return Full(**item, note="x").title  # sink: http GET /spread ; proven: http GET /spread


@app.get("/place")
def place():
    item = httpx.get(f"{BASE}/place").json()  # expect: request GET /place ; reach: renders
    return Long(item["title"], 1, 2).title  # sink: http GET /place ; proven: http GET /place


@app.get("/third")
def third():
    item = httpx.get(f"{BASE}/third").json()  # expect: request GET /third ; reach: renders
    return Long(1, 1, item["title"]).note  # sink: http GET /third ; proven: http GET /third


@app.get("/third-other")
def third_other():
    item = httpx.get(f"{BASE}/third-other").json()  # expect: request GET /third-other ; reach: contained
    return Long(1, 1, item["title"]).title  # ok: another place


@app.get("/dict")
def as_dict():
    item = httpx.get(f"{BASE}/dict").json()  # expect: request GET /dict ; reach: renders
    return asdict(Long(title=item["title"]))  # sink: http GET /dict ; proven: http GET /dict


@app.get("/plain")
def plain():
    item = httpx.get(f"{BASE}/plain").json()  # expect: request GET /plain ; reach: renders
    return Plain(item["title"]).title  # sink: http GET /plain ; proven: http GET /plain
