# What is taken out of a list around a starred name, set by default, given by name to a partial function, made of each
# element, written as a table into memory, put under a key of a class of its own, and what a parameter begins with that
# is called like a name outside; a decorator of records that is imported under another name.
import csv
import functools
import io
import os
from dataclasses import dataclass as record

import httpx
from fastapi import FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


class Row:
    def __init__(self, title, note="x"):
        self.title = title
        self.note = note


def first(title, note):
    return title


def handed(*args, **more):
    return first(*args, **more)


@app.get("/between")
def between():
    item = httpx.get(f"{BASE}/between").json()  # expect: request GET /between ; reach: renders
    _, *rest, _ = ["x", item["title"], "y"]
    return rest[0]  # sink: http GET /between ; proven: http GET /between


@app.get("/before")
def before():
    item = httpx.get(f"{BASE}/before").json()  # expect: request GET /before ; reach: contained
    one, *rest, last = ["x", "y", item["title"]]
    return one  # ok: what stands before


@app.get("/last")
def last():
    item = httpx.get(f"{BASE}/last").json()  # expect: request GET /last ; reach: contained
    _, *rest, end = [item["title"], "x", "y"]
    return end  # ok: what stands first is not behind


@app.get("/matched")
def matched():
    item = httpx.get(f"{BASE}/matched").json()  # expect: request GET /matched ; reach: renders
    match ["x", item["title"]]:
        case [*_, end]:
            return end  # sink: http GET /matched ; proven: http GET /matched


@app.get("/default")
def default():
    item = httpx.get(f"{BASE}/default").json()  # expect: request GET /default ; reach: renders
    row = {}
    row.setdefault("in", {}).setdefault("title", item["title"])
    return row["in"]["title"]  # sink: http GET /default ; proven: http GET /default


@app.get("/default-other")
def default_other():
    item = httpx.get(f"{BASE}/default-other").json()  # expect: request GET /default-other ; reach: contained
    row = {"note": "x"}
    row.setdefault("title", item["title"])
    return row["note"]  # ok: another key


@app.get("/named")
def named():
    item = httpx.get(f"{BASE}/named").json()  # expect: request GET /named ; reach: renders
    return functools.partial(first, note="x")(title=item["title"])  # sink: http GET /named ; proven: http GET /named


@app.get("/named-other")
def named_other():
    item = httpx.get(f"{BASE}/named-other").json()  # expect: request GET /named-other ; reach: contained
    return functools.partial(first, title="x")(note=item["title"])  # ok: the other parameter


@app.get("/handed")
def handed_on():
    item = httpx.get(f"{BASE}/handed").json()  # expect: request GET /handed ; reach: renders
    return handed(note="x", title=item["title"])  # sink: http GET /handed ; proven: http GET /handed


@app.get("/handed-other")
def handed_other():
    item = httpx.get(f"{BASE}/handed-other").json()  # expect: request GET /handed-other ; reach: contained
    return handed("x", note=item["title"])  # ok: the other parameter


@app.get("/each")
def each():
    item = httpx.get(f"{BASE}/each").json()  # expect: request GET /each ; reach: renders
    return [row.title for row in map(Row, [item["title"]])]  # sink: http GET /each ; proven: http GET /each


@app.get("/each-other")
def each_other():
    item = httpx.get(f"{BASE}/each-other").json()  # expect: request GET /each-other ; reach: contained
    return [row.note for row in map(Row, [item["title"]])]  # ok: the other field


@app.get("/table")
def table():
    item = httpx.get(f"{BASE}/table").json()  # expect: request GET /table ; reach: renders
    held = io.StringIO()
    csv.writer(held).writerow(["x", item["title"]])  # sink: file
    return held.getvalue()  # sink: http GET /table ; proven: http GET /table


@app.get("/table-named")
def table_named():
    item = httpx.get(f"{BASE}/table-named").json()  # expect: request GET /table-named ; reach: renders
    held = io.StringIO()
    writer = csv.DictWriter(held, fieldnames=["title"])
    writer.writeheader()
    writer.writerow({"title": item["title"]})  # sink: file
    return held.getvalue()  # sink: http GET /table-named ; proven: http GET /table-named


class Kept:
    def __init__(self):
        self.rows = {}

    def __setitem__(self, key, row):
        self.rows[key] = row
        self.key = key

    def __getitem__(self, key):
        return self.rows[key]


@record(frozen=True)
class Card:
    title: object
    note: object = None


@app.get("/kept")
def kept():
    item = httpx.get(f"{BASE}/kept").json()  # expect: request GET /kept ; reach: renders
    rows = Kept()
    rows["title"] = item["title"]
    return rows["title"]  # sink: http GET /kept ; proven: http GET /kept


@app.get("/kept-key")
def kept_key():
    item = httpx.get(f"{BASE}/kept-key").json()  # expect: request GET /kept-key ; reach: contained
    rows = Kept()
    rows["title"] = item["title"]
    return rows.key  # ok: the key


@app.get("/card")
def card():
    item = httpx.get(f"{BASE}/card").json()  # expect: request GET /card ; reach: renders
    return Card(item["title"], "x").title  # sink: http GET /card ; proven: http GET /card


@app.get("/card-other")
def card_other():
    item = httpx.get(f"{BASE}/card-other").json()  # expect: request GET /card-other ; reach: contained
    return Card("x", item["title"]).title  # ok: the other field


@app.get("/begun")
def begun():
    item = httpx.get(f"{BASE}/begun").json()  # expect: request GET /begun ; reach: renders
    later = []
    for title in [item["title"]]:
        later.append(lambda title=title: title)
    return [one() for one in later]  # sink: http GET /begun ; proven: http GET /begun


@app.get("/begun-other")
def begun_other():
    item = httpx.get(f"{BASE}/begun-other").json()  # expect: request GET /begun-other ; reach: contained
    title = item["title"]
    note = "x"
    later = [lambda title=note: title]
    return later[0]()  # ok: another name of the same spelling


class Shown:
    def __init__(self, title):
        self._title = title

    def get_title(self):
        return self._title

    def set_title(self, title):
        self._title = title

    title = property(get_title, set_title)
    upper = property(fget=lambda self: self._title.upper())
    note = property(lambda self: "x")


@app.get("/property")
def of_property():
    item = httpx.get(f"{BASE}/property").json()  # expect: request GET /property ; reach: renders
    return Shown(item["title"]).title  # sink: http GET /property ; proven: http GET /property


@app.get("/property-set")
def property_set():
    item = httpx.get(f"{BASE}/property-set").json()  # expect: request GET /property-set ; reach: renders
    shown = Shown("x")
    shown.title = item["title"]
    return shown.upper  # sink: http GET /property-set ; proven: http GET /property-set


@app.get("/property-other")
def property_other():
    item = httpx.get(f"{BASE}/property-other").json()  # expect: request GET /property-other ; reach: contained
    return Shown(item["title"]).note  # ok: another property
