# A file in memory gives what was written into it, and no other one does.
import io
import os

import httpx
from fastapi import FastAPI

app = FastAPI()
URL = os.environ["ACME_URL"]


def title():
    return httpx.get(f"{URL}/items/1").json()["title"]  # expect: request GET /items/1 ; reach: renders


@app.get("/text")
def text():
    written, other = io.StringIO(), io.StringIO()
    written.write(title())
    other.write("other")
    return written.getvalue()  # sink: http GET /text ; proven: http GET /text


@app.get("/other")
def other_text():
    written, other = io.StringIO(), io.StringIO()
    written.write(title())
    other.write("other")
    return other.getvalue()  # ok: nothing was written into it


@app.get("/bytes")
def read_again():
    written = io.BytesIO()
    written.write(title().encode())
    written.seek(0)
    return written.read().decode()  # sink: http GET /bytes ; proven: http GET /bytes
