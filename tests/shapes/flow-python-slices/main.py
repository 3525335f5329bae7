# What is cut out of a list has the elements between two places, each nearer to the beginning.
import os

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


def both():
    return [1, httpx.get(f"{URL}/items/1").json(), 3]  # expect: request GET /items/1 ; reach: renders


@app.get("/behind")
def behind():
    return both()[1:][0]  # sink: http GET /behind ; proven: http GET /behind


@app.get("/before")
def before():
    return both()[:1]  # ok: it stands behind


@app.get("/after")
def after():
    return both()[2:]  # ok: it stands before


@app.get("/last")
def last():
    return both()[-2:][0]  # sink: http GET /last


@app.get("/reversed")
def turned():
    return both()[::-1][0]  # sink: http GET /reversed


@app.get("/some/{count}")
def some(count: int):
    return both()[count:][0]  # sink: http GET /some/{count}


def load():
    return httpx.get(f"{URL}/items/2").json()  # expect: request GET /items/2 ; reach: renders


@app.get("/emptied")
def emptied():
    rows = [load()]
    del rows[:]
    return rows  # ok: nothing is left


@app.get("/replaced")
def replaced():
    rows = [load()]
    rows[:] = ["other"]
    return rows  # ok: others are there now


@app.get("/sifted")
def sifted():
    rows = [load()]
    rows[:] = [row for row in rows if row["title"]]
    return rows  # sink: http GET /sifted


def fill(rows):
    rows[:] = [load()]


@app.get("/filled")
def filled():
    rows = ["other"]
    fill(rows)
    return rows  # sink: http GET /filled
