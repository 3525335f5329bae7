# Futures, ends of queues, several lists side by side, elements that change their places, and what `any` tells.
import asyncio
import os
from collections import deque
from functools import reduce

import httpx
from fastapi import FastAPI

app = FastAPI()
http = httpx.AsyncClient(base_url=os.environ["ACME_URL"])
running = {}


async def load():
    return (await http.get("/item")).json()  # expect: request GET /item ; reach: renders


async def own():
    return {"id": 1}


@app.get("/future")
async def future():
    made = asyncio.get_running_loop().create_future()
    made.set_result(await load())
    return await made  # sink: http GET /future


@app.get("/shared/{name}")
async def shared(name: str):
    if name in running:
        return await running[name]  # sink: http GET /shared/{name}
    made = running[name] = asyncio.Future()
    try:
        made.set_result(await load())
    except httpx.HTTPError as error:
        made.set_exception(error)
    return {}


@app.get("/empty")
async def empty():
    made = asyncio.get_running_loop().create_future()
    made.set_result({"id": 1})
    await load()
    return await made  # ok: another value


@app.get("/recent")
async def recent():
    last = deque(maxlen=3)
    last.appendleft(await load())
    return last.popleft()  # sink: http GET /recent


@app.get("/three")
async def three():
    return [c for _a, _b, c in zip([1], [2], [await load()])]  # sink: http GET /three


@app.get("/two")
async def two():
    return [b for _a, b, _c in zip([1], [2], [await load()])]  # ok: the list before


@app.get("/sorted")
async def in_order():
    both = [await own(), await load()]
    both.sort(key=lambda one: one["id"])
    return both[0]  # sink: http GET /sorted


@app.get("/first")
async def first():
    both = await asyncio.gather(own(), load())
    return both[0]  # ok: the other one


@app.get("/sum")
async def summed():
    return reduce(lambda so_far, one: so_far + one["n"], (await load())["parts"], 0)  # sink: http GET /sum


@app.get("/any")
async def tells():
    return any(one["title"] == "x" for one in (await load())["parts"])  # sink: http GET /any
