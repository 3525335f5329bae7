# What a generator of the tree yields is what `with` gives, several things each at its own place.
import os
from contextlib import asynccontextmanager, contextmanager

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


@contextmanager
def item(number):
    yield httpx.get(f"{URL}/items/{number}").json(), 1  # expect: request GET /items/{} ; reach: renders


@asynccontextmanager
async def found():
    async with httpx.AsyncClient(base_url=URL) as client:
        response = await client.get("/items")  # expect: request GET /items ; reach: renders
        yield response.json(), 1


@app.get("/item")
def show_item():
    with item(1) as (row, _):
        return row  # sink: http GET /item ; proven: http GET /item


@app.get("/item/count")
def count_item():
    with item(1) as (_, count):
        return count  # ok: the other one


@app.get("/found")
async def show_found():
    async with found() as (rows, _):
        return rows  # sink: http GET /found ; proven: http GET /found


@app.get("/found/count")
async def count_found():
    async with found() as both:
        return both[1]  # ok: the other one


def count_of(entered):
    with entered as (_, count):
        return count  # ok: the other one


@app.get("/given")
def given():
    return count_of(item(2))  # sink: http GET /given ; possible: http GET /given
