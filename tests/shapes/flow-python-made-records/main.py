# Records that calls make: their parts are those that are given, and one record has nothing of another one.
import collections
import os
from collections import namedtuple
from dataclasses import asdict, dataclass, replace
from types import SimpleNamespace

import requests
from fastapi import FastAPI

app = FastAPI()
Row = namedtuple("Row", "title note")
Part = namedtuple("Part", ["note", "title"])


@dataclass
class Card:
    title: str
    note: str = ""


@app.get("/pairs")
def pairs():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    return dict([("title", item["title"]), ("note", "x")])["title"]  # sink: http GET /pairs ; proven: http GET /pairs


@app.get("/pairs-other")
def pairs_other():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    return dict([("title", item["title"]), ("note", "x")])["note"]  # ok: the other part


@app.get("/tuple")
def tuple():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    return Row(item["title"], "x").title  # sink: http GET /tuple ; proven: http GET /tuple


@app.get("/tuple-other")
def tuple_other():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    return Row(title=item["title"], note="x").note  # ok: the other part


@app.get("/tuple-number")
def tuple_number():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: renders
    return Part("x", item["title"])[1]  # sink: http GET /tuple-number ; proven: http GET /tuple-number


@app.get("/tuple-named")
def tuple_named():
    item = requests.get(os.environ["ACME_URL"] + "/items/17").json()  # expect: request GET /items/17 ; reach: renders
    pair = collections.namedtuple("Pair", "title note")(item["title"], "x")
    return pair.title  # sink: http GET /tuple-named ; proven: http GET /tuple-named


@app.get("/tuple-named-other")
def tuple_named_other():
    item = requests.get(os.environ["ACME_URL"] + "/items/18").json()  # expect: request GET /items/18 ; reach: contained
    pair = collections.namedtuple("Pair", "title note")(item["title"], "x")
    return pair.note  # ok: the other part


@app.get("/as-dict")
def as_dict():
    item = requests.get(os.environ["ACME_URL"] + "/items/6").json()  # expect: request GET /items/6 ; reach: renders
    return asdict(Card(item["title"]))["title"]  # sink: http GET /as-dict ; proven: http GET /as-dict


@app.get("/replaced")
def replaced():
    item = requests.get(os.environ["ACME_URL"] + "/items/7").json()  # expect: request GET /items/7 ; reach: renders
    return replace(Card("x"), title=item["title"]).title  # sink: http GET /replaced ; proven: http GET /replaced


@app.get("/replaced-other")
def replaced_other():
    item = requests.get(os.environ["ACME_URL"] + "/items/8").json()  # expect: request GET /items/8 ; reach: contained
    return replace(Card("x"), title=item["title"]).note  # ok: the other part


@app.get("/space")
def space():
    item = requests.get(os.environ["ACME_URL"] + "/items/9").json()  # expect: request GET /items/9 ; reach: renders
    return SimpleNamespace(title=item["title"], note="x").title  # sink: http GET /space ; proven: http GET /space


@app.get("/space-other")
def space_other():
    item = requests.get(os.environ["ACME_URL"] + "/items/10").json()  # expect: request GET /items/10 ; reach: contained
    return SimpleNamespace(title=item["title"], note="x").note  # ok: the other part
