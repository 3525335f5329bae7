# SQLAlchemy sends statements that are texts, with their parameters by name.
import os

import requests
from flask import Flask, jsonify
from sqlalchemy import create_engine, text

app = Flask(__name__)
engine = create_engine(os.environ["DB_URL"])


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


@app.post("/items")
def store():
    found = load()
    with engine.begin() as connection:
        connection.execute(text("UPDATE items SET title = :title WHERE id = 1"), {"title": found["title"]})  # sink: database items.title
        connection.execute(text("UPDATE items SET note = :note WHERE id = 1"), {"note": "seen"})  # ok: a text of its own
    return "", 204


@app.get("/titles")
def titles():
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT title FROM items")).fetchall()
    return jsonify([row.title for row in rows])  # sink: http GET /titles


@app.get("/notes")
def notes():
    with engine.connect() as connection:
        return jsonify(connection.execute(text("SELECT note FROM items")).fetchall())  # ok: another column
