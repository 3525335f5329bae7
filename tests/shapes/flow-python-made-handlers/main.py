# A framework is given what unread code has made to answer requests: what that does with a value is not known.
import os

import httpx
from fastapi import FastAPI
from somewhere import Router, made


def load(path):
    return httpx.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


def own():
    return load("/items/1")  # expect: request GET /items/1 through sends


def seen():
    load("/items/2")  # expect: request GET /items/2 through sends ; reach: contained
    return True


app = FastAPI()
app.include_router(Router(own))  # escape: unmodelled-code
app.mount("/items", made(lambda: load("/items/3")))  # expect: request GET /items/3 through sends ; escape: unmodelled-code
app.include_router(Router(seen))  # ok: nothing of it
app.add_api_route("/shown", made(lambda: load("/items/4")))  # expect: request GET /items/4 through sends ; possible: http GET /shown ; sink: http GET /shown
