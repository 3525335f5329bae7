# A decorator of one's own is called with the function: what it gives stands for that.
import functools
import os

import httpx
from fastapi import FastAPI
from logs import logged

app = FastAPI()


def load():
    return httpx.get(f"{os.environ['ACME_URL']}/items/1").json()  # expect: request GET /items/1 ; reach: renders


def other():
    return httpx.get(f"{os.environ['ACME_URL']}/items/2").json()  # expect: request GET /items/2 ; reach: contained


def wrapped(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return {"data": f(*args, **kwargs)}

    return inner


def quiet(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        f(*args, **kwargs)
        return {"done": True}

    return inner


def checked(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)  # proven: http GET /checked ; sink: http GET /checked

    return inner


def retried(times):
    def above(f):
        @functools.wraps(f)
        async def inner(*args, **kwargs):
            for _ in range(times):
                return await f(*args, **kwargs)

        return inner

    return above


known = {}


def registered(f):
    known[f.__name__] = f
    return f


@wrapped
def got():
    return load()


@retried(3)
async def got_again():
    return load()


@registered
def got_registered():
    return load()


@quiet
def hidden():
    return other()


@app.get("/called")
def called():
    return got()  # proven: http GET /called ; sink: http GET /called


@app.get("/again")
async def again():
    return await got_again()  # proven: http GET /again ; sink: http GET /again


@app.get("/registered")
def by_registered():
    return got_registered()  # proven: http GET /registered ; sink: http GET /registered


@app.get("/checked")
@checked
def behind():
    return load()


@app.get("/logged")
@logged
def behind_logs():
    return load()


@app.get("/not-called")
def not_called():
    return hidden()  # ok: what stands for it gives nothing of that


@app.get("/quiet")
@quiet
def behind_quiet():
    return other()  # ok: nothing of that is the answer


@app.get("/checked/other")
@checked
def nothing():
    return {}  # ok: nothing of it
