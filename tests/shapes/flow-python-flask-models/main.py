# Flask-SQLAlchemy: classes over `db.Model`, and its session, keep what is put into them.
import os

import requests
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Item(db.Model):
    title = db.Column(db.String)


def load(number):
    return requests.get(f"{os.environ['ACME_URL']}/items/{number}").json()  # expect: request GET /items/{}


@app.post("/added")
def added():
    db.session.add(Item(title=load(1)["title"]))  # escape: unmodelled-code
    db.session.commit()
    return "done"


@app.post("/written")
def written():
    item = Item.query.filter_by(title="a").first()  # escape: unmodelled-code
    item.title = load(2)["title"]
    db.session.commit()
    return "done"


@app.post("/updated")
def updated():
    Item.query.filter_by(title="a").update({"title": load(3)["title"]})  # escape: unmodelled-code
    return "done"


@app.get("/shown")
def shown():
    return Item(title=load(4)["title"]).title  # sink: http GET /shown
