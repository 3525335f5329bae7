# A clause takes exceptions of its classes; what none takes goes on, and so does what a bare `raise` throws again.
import logging
import os

import httpx
from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()
BASE = os.environ["ACME_URL"]


class Broken(Exception):
    def __init__(self, item):
        super().__init__("broken")
        self.item = item


class Worse(Broken):
    pass


class Other(Exception):
    pass


class Loud(Exception):
    def __init__(self, item):
        self.item = item


def load():
    item = httpx.get(f"{BASE}/item").json()  # expect: request GET /item ; reach: renders
    raise Broken(item)


def worse():
    item = httpx.get(f"{BASE}/worse").json()  # expect: request GET /worse ; reach: renders
    raise Worse(item)


def loud():
    item = httpx.get(f"{BASE}/loud").json()  # expect: request GET /loud ; reach: renders
    raise Loud(item)


@app.get("/taken")
def taken():
    try:
        return load()
    except Broken as error:
        return {"item": error.item}  # sink: http GET /taken


@app.get("/inner")
def inner():
    try:
        try:
            return worse()
        except Other as error:
            return {"item": error.item}  # ok: another class
        except (ValueError, Broken) as error:
            return {"item": error.item}  # sink: http GET /inner
    except Broken as error:
        return {"item": error.item}  # ok: it was taken before


@app.get("/outer")
def outer():
    try:
        try:
            return load()
        except Other as error:
            return {"item": error.item}  # ok: another class
    except Broken as error:
        return {"item": error.item}  # sink: http GET /outer


def again():
    try:
        load()
    except Broken:
        logging.warning("broken")
        raise


@app.get("/again")
def shown_again():
    try:
        again()
    except Exception as error:
        return {"item": error.item}  # sink: http GET /again


@app.get("/loud")
def shown_loud():
    loud()


@app.exception_handler(Loud)
async def on_loud(request, error: Loud):
    return JSONResponse({"item": error.item})  # sink: http GET /loud


def answered():
    response = httpx.get(f"{BASE}/answered")  # expect: request GET /answered ; reach: renders
    try:
        response.raise_for_status()
    except httpx.HTTPError:
        return None
    return response.json()


@app.get("/answered")
def shown_answered():
    try:
        return answered()  # sink: http GET /answered
    except Exception as error:
        logging.error("no answer: %s", error.response.text)  # ok: errors with an answer were taken


def slow():
    response = httpx.get(f"{BASE}/slow")  # expect: request GET /slow ; reach: renders
    try:
        response.raise_for_status()
    except httpx.TimeoutException:
        return None
    return response.json()


@app.get("/slow")
def shown_slow():
    try:
        return slow()  # sink: http GET /slow
    except httpx.HTTPStatusError as error:
        logging.error("no answer: %s", error.response.text)  # sink: log


@app.get("/tried")
def tried():
    for _ in range(3):
        try:
            item = httpx.get(f"{BASE}/tried").json()  # expect: request GET /tried ; reach: renders
            break
        except httpx.HTTPError:
            continue
    else:
        return {"title": None}
    return {"title": item["title"]}  # sink: http GET /tried


def aside(text):
    words = text
    further(words)


def further(text):
    words = text
    raise Loud(words)


def either():
    item = httpx.get(f"{BASE}/either").json()  # expect: request GET /either ; reach: renders
    if item["kind"]:
        aside(item["title"])
    raise Broken(item["title"])


@app.get("/either")
def shown_either():
    try:
        either()
    except Broken as error:
        return {"broken": error.item}  # sink: http GET /either
    except Exception as error:
        return {"other": error.item}  # sink: http GET /either
