# What several tasks give keeps its place; methods of the class above; dependencies that an annotation tells of.
import asyncio
import os
from typing import Annotated

import requests
from fastapi import Depends, FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


async def first():
    return requests.get(BASE + "/items/1").json()  # expect: request GET /items/1


async def second():
    return requests.get(BASE + "/items/2").json()  # expect: request GET /items/2 ; reach: contained


@app.get("/gathered")
async def gathered():
    one, other = await asyncio.gather(first(), second())
    return one  # sink: http GET /gathered


@app.get("/spread")
async def spread():
    tasks = [first() for _ in range(3)]
    return await asyncio.gather(*tasks)  # sink: http GET /spread


def third():
    return requests.get(BASE + "/items/3").json()  # expect: request GET /items/3


@app.get("/told")
async def told(item: Annotated[dict, Depends(third)]):
    return item  # sink: http GET /told


@app.get("/asked")
async def asked(item: Annotated[dict, Depends(third)]):
    return {"asked": True}  # ok: nothing of the item


class Plain:
    def load(self):
        return requests.get(BASE + "/items/4").json()  # expect: request GET /items/4


class Shown(Plain):
    def load(self):
        return {"item": super().load()}


@app.get("/above")
def above():
    return Shown().load()  # sink: http GET /above


@app.get("/listed")
async def listed():
    return list(await asyncio.gather(first(), second()))[0]  # proven: http GET /listed ; sink: http GET /listed


@app.get("/from-the-end")
async def from_the_end():
    return (await asyncio.gather(third_of_three(), first()))[-1]  # possible: http GET /from-the-end ; sink: http GET /from-the-end


async def third_of_three():
    return {}


@app.get("/from-the-end/other")
async def from_the_end_of_others():
    rows = [second(), 1]
    return tuple(rows)[1]  # ok: the other one
