# What a constructor has put into its object it finds there, and so do the methods that it calls; one that follows from
# the fields calls a method at its end.
import os
from dataclasses import InitVar, astuple, dataclass

import requests
from fastapi import FastAPI

app = FastAPI()


class Card:
    def __init__(self, title):
        self.title = title
        self.fill()

    def fill(self):
        self.shown = self.title.upper()
        self.note = "none"


@dataclass
class Made:
    title: str
    note: str = "none"

    def __post_init__(self):
        self.shown = self.title


@dataclass
class Given:
    raw: InitVar[dict]
    title: str = ""
    note: str = ""

    def __post_init__(self, raw):
        self.title = raw["title"]


@app.get("/card")
def card():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
    return Card(item["title"]).shown  # sink: http GET /card ; proven: http GET /card


@app.get("/card-note")
def card_note():
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    return Card(item["title"]).note  # ok: the other field


@app.get("/made")
def made():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders
    return Made(item["title"]).shown  # sink: http GET /made ; proven: http GET /made


@app.get("/made-note")
def made_note():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    return Made(item["title"]).note  # ok: the other field


@app.get("/given")
def given():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: renders
    return Given(item).title  # sink: http GET /given ; proven: http GET /given


@app.get("/given-note")
def given_note():
    item = requests.get(os.environ["ACME_URL"] + "/items/6").json()  # expect: request GET /items/6 ; reach: contained
    return Given(item).note  # ok: the other field


@app.get("/listed")
def listed():
    item = requests.get(os.environ["ACME_URL"] + "/items/7").json()  # expect: request GET /items/7 ; reach: renders
    title, _note = astuple(Made(item["title"]))
    return title  # sink: http GET /listed ; possible: http GET /listed
