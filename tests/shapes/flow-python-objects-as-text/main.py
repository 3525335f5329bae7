# A text that is made of an object has what its class gives for it, of an exception what that was made of.
import os
from dataclasses import dataclass

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


class Quiet:
    def __init__(self, item):
        self.item = item


class Loud(Quiet):
    def __str__(self):
        return f"item {self.item['title']}"


@dataclass
class Record:
    item: dict


class Failed(Exception):
    def __init__(self, message, item):
        super().__init__(message)
        self.item = item


def found():
    return httpx.get(f"{URL}/items/1").json()  # expect: request GET /items/1 ; reach: renders


@app.get("/quiet")
def quiet():
    return f"{Quiet(found())}"  # ok: an object at some address


@app.get("/quiet/str")
def quiet_str():
    return str(Quiet(found()))  # ok: the same


@app.get("/loud")
def loud():
    print(Loud(found()))  # sink: log ; proven: log
    return f"{Loud(found())}"  # sink: http GET /loud ; proven: http GET /loud


@app.get("/record")
def record():
    return str(Record(found()))  # sink: http GET /record ; proven: http GET /record


@app.get("/failed")
def failed():
    return "%s" % Failed("failed", found())  # ok: what it was not made of


@app.get("/failed/told")
def failed_told():
    return str(Failed(found()["title"], None))  # sink: http GET /failed/told ; proven: http GET /failed/told
