# What a request is given by `g` is read of it in its handler; templates may read it, too.
import os

import requests
from flask import Flask, g, render_template

app = Flask(__name__)


@app.before_request
def load():  # escape: unmodelled-code
    g.item = requests.get(f"{os.environ['ACME_URL']}/kept").json()  # expect: request GET /kept ; reach: renders


@app.get("/kept")
def kept():
    return render_template("kept.html", item=g.item)  # sink: http GET /kept


@app.get("/none")
def none():
    return render_template("none.html", item=g.none)  # ok: another member
