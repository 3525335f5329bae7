# A class that a class method calls makes an object of its own; a method that is read from its class is given the object
# first.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


class Box:
    def __init__(self, value):
        self.value = value

    @classmethod
    def of(cls, value):
        return cls(value)

    def shape(self, row):
        return {"own": self.value, "row": row["title"]}

    def keep(self, value):
        self.value = value


class Named(Box):
    def __init__(self, name, value):
        Box.__init__(self, value)
        self.name = name

    def shape(self, row):
        return Box.shape(self, row)


@app.get("/made")
def made():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    return Box.of(item["title"]).value  # sink: http GET /made ; proven: http GET /made


@app.get("/made/otherwise")
def made_otherwise():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    Box.of(item["title"])
    return Box.of("none").value  # ok: another object


@app.get("/above")
def above():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    return Named("x", item["title"]).value  # sink: http GET /above ; proven: http GET /above


@app.get("/beside")
def beside():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    return Named(item["title"], "x").value  # ok: the name


@app.get("/shaped")
def shaped():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: renders
    return Named("x", "y").shape(item)  # sink: http GET /shaped ; proven: http GET /shaped


@app.get("/own")
def own():
    item = requests.get(os.environ["ACME_URL"] + "/items/6").json()  # expect: request GET /items/6 ; reach: renders
    return Box.shape(Named("x", item["cover"]), {"title": "x"})  # sink: http GET /own ; proven: http GET /own


@app.get("/kept")
def kept():
    item = requests.get(os.environ["ACME_URL"] + "/items/7").json()  # expect: request GET /items/7 ; reach: renders
    box, other = Box("x"), Box("y")
    Box.keep(box, item["title"])
    print(other.value)  # ok: the other one
    return box.value  # sink: http GET /kept ; proven: http GET /kept


@app.get("/mapped")
def mapped():
    item = requests.get(os.environ["ACME_URL"] + "/items/8").json()  # expect: request GET /items/8 ; reach: renders
    return list(map(Box.shape, [Box(item)], [{"title": "x"}]))  # sink: http GET /mapped ; proven: http GET /mapped
