# The same in Python.
import os
import subprocess

import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/run")
def run():
    item = httpx.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: escapes
    subprocess.run(["show", item["title"]])  # escape: unmodelled-code
    return {}


@app.get("/run/nothing")
def nothing():
    httpx.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
    subprocess.run(["show", "none"])  # ok: nothing of it
    return {}
