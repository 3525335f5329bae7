# An exception has what it was made of among its arguments and in its text, and in no other member.
import os
import requests
from flask import Flask, jsonify

app = Flask(__name__)


class Upstream(Exception):
    def __init__(self, status, body):
        super().__init__(f"upstream answered {body}")
        self.status = status


class Plain(Exception):
    pass


def load():
    return requests.get(os.environ["ACME_URL"] + "/x").json()  # expect: request GET /x ; reach: renders


@app.get("/a")
def a():
    try:
        raise Upstream(1, load())
    except Upstream as error:
        return str(error)  # sink: http GET /a


@app.get("/c")
def c():
    try:
        raise Plain(load())
    except Plain as error:
        return {"why": error.args[0]}  # sink: http GET /c


@app.get("/d")
def d():
    try:
        raise ValueError("bad " + load()["title"])
    except ValueError as error:
        return {"why": str(error)}  # sink: http GET /d


@app.get("/e")
def e():
    load()
    try:
        raise Plain("none")
    except Plain as error:
        return {"why": error.args[0]}  # ok: a text of its own
