# Models: copies, dictionaries, lists that are sorted by a key, and functions
# that records are made with.
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import requests
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Item(BaseModel):
    title: str
    kind: str | None = None


class Page(BaseModel):
    rows: list[Item] = []


@dataclass
class Step:
    name: str
    execute: Callable


def load(number: int):
    return requests.get(os.environ["ACME_URL"] + f"/items/{number}").json()  # expect: request GET /items/{}


@app.get("/sorted")
async def in_order():
    rows = [Item(title=load(1)["title"])]
    rows.sort(key=lambda row: print(row.title))  # sink: log
    return Page(rows=rows)  # sink: http GET /sorted ; proven: http GET /sorted


@app.get("/copied")
async def copied():
    item = Page(rows=[Item(title="none")]).rows[0]
    return item.model_copy(update={"kind": load(2)["kind"]})  # sink: http GET /copied ; proven: http GET /copied


@app.get("/dumped")
async def dumped():
    return Item(title=load(3)["title"]).model_dump()  # sink: http GET /dumped ; proven: http GET /dumped


def titled(number, item):
    return item["title"]


def both(number, item, more=None):
    return [item["kind"], more]


def nothing(number, item):
    return number


def run(steps: list[Step], item):
    found = []
    for step in steps:
        found.append(step.execute(1, item))
    return found


@app.get("/steps")
async def steps():
    return run([Step(name="one", execute=titled), Step("two", partial(both, more=1))], load(4))  # sink: http GET /steps ; proven: http GET /steps


@app.get("/nothing")
async def none():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5
    return run([Step(name="none", execute=nothing)], item)  # ok: this step gives nothing of it
