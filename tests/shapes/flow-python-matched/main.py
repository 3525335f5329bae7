# Patterns take members of objects by their names and places, as the class says these.
import os
from dataclasses import dataclass

import requests
from fastapi import FastAPI

app = FastAPI()


@dataclass
class Item:
    title: str
    note: str


class Pair:
    __match_args__ = ("note", "title")

    def __init__(self, title, note):
        self.title = title
        self.note = note


@app.get("/place")
def place():
    found = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    match Item(found["title"], "x"):
        case Item(title, _):
            return title  # sink: http GET /place ; proven: http GET /place


@app.get("/other-place")
def other_place():
    found = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: decides
    item = Item(found["title"], "x")
    match item:
        case Item(_, note):
            return note  # sink: http GET /other-place ; ok: the other member, if it matches


@app.get("/name")
def name():
    found = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    match Item(found["title"], "x"):
        case Item(title=shown):
            return shown  # sink: http GET /name ; proven: http GET /name


@app.get("/said")
def said():
    found = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: renders
    match Pair(found["title"], "x"):
        case Pair(_, title):
            return title  # sink: http GET /said ; proven: http GET /said


@app.get("/said-other")
def said_other():
    found = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: decides
    match Pair(found["title"], "x"):
        case Pair(note):
            return note  # sink: http GET /said-other ; ok: the other member, if it matches
