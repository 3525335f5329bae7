# A field that pydantic leaves out where the object is written is in no answer; code that reads it has it.
import os

import requests
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Out(BaseModel):
    title: str
    note: str = Field(exclude=True)


class Outer(BaseModel):
    items: list[Out]


@app.get("/returned")
def returned():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: contained
    return Out(title="x", note=item["note"])  # ok: left out


@app.get("/declared")
def declared() -> Outer:
    item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    return Outer(items=[Out(title="x", note=item["note"])])  # ok: left out


@app.get("/modelled", response_model=Out)
def modelled():
    item = requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: contained
    return {"title": "x", "note": item["note"]}  # ok: left out


@app.get("/dumped")
def dumped():
    item = requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained
    return {"item": Out(title="x", note=item["note"]).model_dump()}  # ok: left out


@app.get("/read")
def read():
    item = requests.get(os.environ["ACME_URL"] + "/items/5").json()  # expect: request GET /items/5 ; reach: renders
    return {"note": Out(title="x", note=item["note"]).note}  # sink: http GET /read ; proven: http GET /read


@app.get("/title")
def title():
    item = requests.get(os.environ["ACME_URL"] + "/items/6").json()  # expect: request GET /items/6 ; reach: renders
    return Out(title=item["title"], note="x").model_dump()  # sink: http GET /title ; proven: http GET /title


@app.get("/title/declared")
def title_declared() -> Outer:
    item = requests.get(os.environ["ACME_URL"] + "/items/7").json()  # expect: request GET /items/7 ; reach: renders
    return Outer(items=[Out(**item)])  # sink: http GET /title/declared ; proven: http GET /title/declared
