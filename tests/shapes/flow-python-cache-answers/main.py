# Answers that are kept in a dict: who finds one by the value that it was asked for with has asked the same, and whether
# a key is there says nothing of what others have put there.
import os

import requests
from fastapi import FastAPI

app = FastAPI()
images = {}
answers = {}
seen = []


def item():
    return requests.get(f"{os.environ['ACME_URL']}/items/1").json()  # expect: request GET /items/1


def ask(title):
    if title in answers:
        return answers[title]
    answer = requests.get("https://x.test/" + title).json()  # sink: request
    answers[title] = answer
    return answer


@app.get("/image/{number}")
def image(number: int):
    if number in images:
        return images[number]  # proven: http GET /image/{number} ; sink: http GET /image/{number}
    found = item()
    data = requests.get(found["image"]).text  # sink: request
    images[number] = data
    seen.append(data)
    return 1


@app.get("/seen")
def all_seen():
    return seen  # proven: http GET /seen ; sink: http GET /seen


@app.get("/ask")
def asks():
    return ask(item()["title"])  # proven: http GET /ask ; sink: http GET /ask


@app.get("/ask/{title}")
def asks_other(title: str):
    return ask(title)  # ok: asked by its own title
