# Functions of Python that others decorate with a check, or with none, and what ends a branch there: `abort`, `sys.exit`.
import os
import sys
from functools import wraps

import requests
from flask import Flask, abort
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DB_URL"])
BASE = os.environ["ACME_URL"]
app = Flask(__name__)


def load(number):
    with engine.connect() as connection:
        return connection.execute(text("SELECT id, remote, withheld FROM items WHERE id = :id"), {"id": number}).one()


@app.get("/a/<int:number>")
def a(number):
    if load(number).withheld:
        abort(404)
    return requests.get(f"{BASE}/a/{number}").json()  # expect: request GET /a/{} ; gate: guard


@app.get("/b/<int:number>")
def b(number):
    if load(number).withheld:
        print(404)
    return requests.get(f"{BASE}/b/{number}").json()  # expect: request GET /b/{} ; gate: none


def guarded(view):
    @wraps(view)
    def inner(number):
        if load(number).withheld:
            abort(404)
        return view(number)

    return inner


def loose(view):
    @wraps(view)
    def inner(number):
        if load(number).withheld:
            print("x")
        return view(number)

    return inner


@app.get("/c/<int:number>")
@guarded
def c(number):
    return requests.get(f"{BASE}/c/{number}").json()  # expect: request GET /c/{} ; gate: guard


@app.get("/d/<int:number>")
@loose
def d(number):
    return requests.get(f"{BASE}/d/{number}").json()  # expect: request GET /d/{} ; gate: none


@guarded
@app.get("/e/<int:number>")
def e(number):
    return requests.get(f"{BASE}/e/{number}").json()  # expect: request GET /e/{} ; gate: none


def job(number):
    if load(number).withheld:
        sys.exit(1)
    requests.get(f"{BASE}/f/{number}")  # expect: request GET /f/{} ; gate: guard


def job2(number):
    try:
        if load(number).withheld:
            sys.exit(1)
    except SystemExit:
        print("x")
    requests.get(f"{BASE}/g/{number}")  # expect: request GET /g/{} ; gate: none


def job3(number):
    try:
        if load(number).withheld:
            abort(404)
    except Exception:
        print("x")
    requests.get(f"{BASE}/h/{number}")  # expect: request GET /h/{} ; gate: none


def guarded_args(view):
    def inner(*args, **kwargs):
        if load(kwargs["number"]).withheld:
            abort(404)
        return view(*args, **kwargs)

    return inner


@app.get("/i/<int:number>")
@guarded_args
def i(number):
    return requests.get(f"{BASE}/i/{number}").json()  # expect: request GET /i/{} ; gate: guard


def other_args(view):
    def inner(number, other):
        if load(other).withheld:
            abort(404)
        return view(number, other)

    return inner


@app.get("/j/<int:number>/<int:other>")
@other_args
def j(number, other):
    return requests.get(f"{BASE}/j/{number}").json()  # expect: request GET /j/{} ; gate: none


job(1)
job2(1)
job3(1)
