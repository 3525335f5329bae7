# Fields of models have other names, by which they are given and shown; those of named tuples have numbers.
import os
from typing import NamedTuple

import requests
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI()


class Item(BaseModel):
    title: str = Field(alias="itemTitle")
    kind: str = ""


class Shown(BaseModel):
    title: str = Field("", serialization_alias="heading")
    kind: str = ""


class Renamed(BaseModel):
    model_config = ConfigDict(alias_generator=str.upper)
    title: str


class Pair(NamedTuple):
    title: str
    number: int


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


@app.get("/given")
def given():
    return Item(itemTitle=load()["title"])  # sink: http GET /given ; proven: http GET /given


@app.get("/given/name")
def given_name():
    return Item(itemTitle=load()["title"]).title  # sink: http GET /given/name ; proven: http GET /given/name


@app.get("/given/other")
def given_other():
    return Item(itemTitle=load()["title"]).kind  # ok: another field


@app.get("/shown")
def shown():
    return Shown(title=load()["title"]).model_dump(by_alias=True)["heading"]  # sink: http GET /shown ; proven: http GET /shown


@app.get("/shown/other")
def shown_other():
    return Shown(title=load()["title"]).model_dump(by_alias=True)["kind"]  # ok: another field


@app.get("/renamed")
def renamed():
    return Renamed(TITLE=load()["title"])  # sink: http GET /renamed


@app.get("/picked")
def picked():
    return Item(itemTitle=load()["title"]).model_dump(exclude={"title"})  # sink: http GET /picked ; possible: http GET /picked


@app.get("/numbered")
def numbered():
    return Pair(load()["title"], 1)[0]  # sink: http GET /numbered ; proven: http GET /numbered


@app.get("/numbered/other")
def numbered_other():
    return Pair(load()["title"], 1)[1]  # ok: another field


@app.get("/taken")
def taken():
    title, _ = Pair(load()["title"], 1)
    return title  # sink: http GET /taken ; proven: http GET /taken


@app.get("/taken/other")
def taken_other():
    _, number = Pair(load()["title"], 1)
    return number  # ok: another field
