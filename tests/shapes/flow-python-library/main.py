# Python's own library: what its functions give of what they are given, and what they only tell of it.
import asyncio
import copy
import itertools
import os
import re
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path
from threading import Timer

import requests
import sentry_sdk
from flask import Flask, jsonify

app = Flask(__name__)


@lru_cache(maxsize=10)
def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


def kept(one):
    return {"title": one["title"]}


def told(title):
    print(title)  # sink: log


def timed(title):
    sys.stdout.write(title)  # sink: log


@app.get("/values")
def values():
    return jsonify(list(load().values()))  # sink: http GET /values


@app.get("/pairs")
def pairs():
    return {key: value for key, value in load().items()}  # sink: http GET /pairs


@app.get("/lists")
def lists():
    found = []
    found.append(load()["title"])
    found.extend(itertools.chain([load()["kind"]]))
    return jsonify(found.pop())  # sink: http GET /lists


@app.get("/next")
def following():
    return next(filter(None, [load()["title"]]), "none")  # sink: http GET /next


@app.get("/zipped")
def zipped():
    return jsonify([title for _, title in zip([1], [load()["title"]])])  # sink: http GET /zipped


@app.get("/most")
def most():
    return max([load()["title"], ""])  # sink: http GET /most


@app.get("/copied")
def copied():
    other = {}
    other.update(copy.deepcopy(load()))
    return jsonify(other.copy())  # sink: http GET /copied


@app.get("/words")
def words():
    title = unicodedata.normalize("NFC", load()["title"])
    return jsonify(re.findall(r"\w+", re.sub(r"\s+", " ", title)))  # sink: http GET /words


@app.get("/matched")
def matched():
    found = re.compile(r"(\w+)").search(load()["title"])
    return found.group(1)  # sink: http GET /matched


@app.get("/gathered")
async def gathered():
    async def one():
        return load()["title"]

    first, _ = await asyncio.gather(asyncio.wait_for(one(), 5), asyncio.sleep(1))
    return first  # sink: http GET /gathered


@app.get("/pooled")
def pooled():
    with Pool(2) as pool:
        found = pool.map(kept, [load()])
    with ThreadPoolExecutor() as executor:
        found.extend(executor.map(kept, [load()]))
    return jsonify(found)  # sink: http GET /pooled


@app.post("/kept")
def keep():
    title = load()["title"]
    with open("items.txt", "a") as file:
        file.write(title)  # sink: file
    Path("item.txt").write_text(title)  # sink: file
    sentry_sdk.set_tag("title", title)  # sink: log
    Timer(1, timed, [title]).start()
    list(itertools.starmap(told, [(title,)]))
    return "", 204


# good twins: other values, or what says nothing of the title itself
@app.get("/keys")
def keys():
    load()
    return jsonify(list({"title": 1}.keys()))  # ok: keys of our own


@app.get("/times")
def times():
    load()
    return datetime.now().isoformat()  # ok: nothing of it


@app.get("/empty")
def empty():
    found = ["none"]
    found.append("more")
    return jsonify(found)  # ok: another list


@app.post("/other")
def other():
    load()
    with open("other.txt", "w") as file:
        file.write("seen")  # ok: a text of its own
    return "", 204
