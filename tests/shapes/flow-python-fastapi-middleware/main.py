# FastAPI: middleware is a function that answers, by itself or with what comes back from the handlers behind it.
import os

import httpx
from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


def load(path):
    return httpx.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


@app.middleware("http")
async def closed(request, call_next):
    item = load("/items/1")  # expect: request GET /items/1 through sends
    if item["closed"]:
        return JSONResponse({"title": item["title"]})  # sink: http ALL /*
    return await call_next(request)


@app.middleware("http")
async def headed(request, call_next):
    response = await call_next(request)
    response.headers["X-Item"] = load("/items/2")["title"]  # expect: request GET /items/2 through sends
    return response  # sink: http ALL /*


@app.middleware("http")
async def seen(request, call_next):
    load("/items/3")  # expect: request GET /items/3 through sends ; reach: contained
    return await call_next(request)  # ok: nothing of it
