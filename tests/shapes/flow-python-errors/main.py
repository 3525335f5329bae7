# What a handler raises is answered by who is registered for it: Flask, FastAPI, aiohttp.
import os

import requests
from aiohttp import web
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from flask import Flask

BASE = os.environ["ACME_URL"]
flask = Flask(__name__)
fast = FastAPI()


class Found(Exception):
    pass


def load():
    return requests.get(BASE + "/items/1").json()["title"]  # expect: request GET /items/1


async def posted(request):
    return web.json_response({"title": load()})  # sink: http POST /posted


async def routed(request):
    return web.Response(text=load())  # sink: http PUT /routed


async def plain(request):
    load()
    return web.Response(text="none")  # ok: nothing of it


app = web.Application()
app.router.add_post("/posted", posted)
app.router.add_route("PUT", "/routed", routed)
app.router.add_post("/plain", plain)


@flask.post("/seen")
def seen():
    return load(), 200  # sink: http POST /seen


@flask.errorhandler(Found)
def failed(error):
    return "none", 404  # ok: a text of its own


@fast.exception_handler(Found)
async def missing(request, error):
    return JSONResponse({"error": "none"})  # ok: a text of its own


def warm():
    requests.get(BASE + "/warm")  # expect: request GET /warm ; reach: decides


def warmed():
    warm()
    return 1


@flask.get("/warmed")
def state():
    try:
        up = warmed()
    except Exception:
        up = 0
    return {"up": up}  # sink: http GET /warmed


def ping():
    try:
        requests.get(BASE + "/ping")  # expect: request GET /ping ; reach: decides ; sink: control
    except Exception:
        pass
    return 1


@flask.get("/pinged")
def pinged():
    try:
        up = ping()
    except Exception:
        up = 0
    return {"up": up}  # ok: it never fails


class Missing(Exception):
    def __init__(self, title):
        self.title = title


class Other(Exception):
    def __init__(self, title):
        self.title = title


@fast.exception_handler(Missing)
async def shown(request, error: Missing):
    return JSONResponse({"error": error.title})  # sink: http GET /missing ; possible: http GET /missing


@fast.get("/missing")
def find():
    item = requests.get(BASE + "/missing").json()  # expect: request GET /missing ; reach: renders
    if not item["id"]:
        raise Missing(item["title"])
    return {"fixed": 1}


@fast.get("/other")
def other():
    item = requests.get(BASE + "/other").json()  # expect: request GET /other ; reach: decides
    if not item["id"]:
        raise Other(item["title"])  # ok: no handler takes an error of this class
    return {"fixed": 1}  # sink: http GET /other
