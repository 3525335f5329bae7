# What an instance was given is written into by way of the instance: whoever gave it has that. Beside each one that is
# given something else, or whose field gets another object.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


class Holder:
    def __init__(self, held, other=None):
        self.held = held
        self.other = other

    def get(self):
        return self.held


class Sub(Holder):
    def __init__(self, first, second):
        super().__init__(second)


@app.get("/field")
def field():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    own = {}
    Holder(own).held["title"] = item["title"]
    return own  # sink: http GET /field ; proven: http GET /field


@app.get("/method")
def method():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: renders
    own = {}
    holder = Holder(own)
    holder.get()["title"] = item["title"]
    return own  # sink: http GET /method ; proven: http GET /method


@app.get("/above")
def above():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    own = {}
    Sub({}, own).held["title"] = item["title"]
    return own  # sink: http GET /above ; proven: http GET /above


@app.get("/other-argument")
def other_argument():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    own = {}
    Holder({}, own).held["title"] = item["title"]
    return own  # ok: the other argument


@app.get("/replaced")
def replaced():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: contained
    own = {}
    holder = Holder(own)
    holder.held = {"title": item["title"]}
    return own  # ok: the field has another object
