# Objects of classes with __call__ are called, handed to what calls them, and kept in fields.
import os

import requests
from flask import Flask

app = Flask(__name__)


class Loader:
    def __init__(self, kind):
        self.kind = kind
        self.last = None

    def __call__(self, id):
        self.last = requests.get(os.environ["ACME_URL"] + f"/items/{id}").json()  # expect: request GET /items/{} ; reach: renders
        return self.last


class Quiet:
    def __call__(self, id):
        return requests.get(os.environ["ACME_URL"] + "/quiet").json()  # expect: request GET /quiet ; reach: contained


class Echo:
    def __init__(self, item):
        self.item = item

    def __call__(self):
        return self.item


load = Loader("a")
quiet = Quiet()


class Service:
    def __init__(self, loader):
        self.loader = loader

    def show(self):
        return self.loader(3)


service = Service(Loader("b"))


@app.get("/one")
def one():
    quiet(1)
    return load(1)  # sink: http GET /one


@app.get("/many")
def many():
    list(map(quiet, [1]))
    return list(map(load, [1, 2]))  # sink: http GET /many


@app.get("/field")
def field():
    return service.show()  # sink: http GET /field


@app.get("/echo")
def echo():
    made = Echo(load(5))
    return made()  # sink: http GET /echo


@app.get("/other")
def other():
    made = Echo(5)
    load(6)
    return made()  # ok: another object


class Kept:
    def __init__(self, id):
        self.item = requests.get(os.environ["ACME_URL"] + f"/kept/{id}").json()  # expect: request GET /kept/{} ; reach: renders
        self.id = id


@app.get("/kept")
def kept():
    return [one.item for one in map(Kept, [1, 2])]  # sink: http GET /kept


@app.get("/ids")
def ids():
    return [one.id for one in map(Kept, [1, 2])]  # ok: what it was made with
