# Quart is Flask with handlers that are awaited.
import os

import httpx
from quart import Blueprint, Quart, jsonify

app = Quart(__name__)
pages = Blueprint("pages", __name__, url_prefix="/pages")


async def load():
    async with httpx.AsyncClient() as client:
        found = await client.get(os.environ["ACME_URL"] + "/items/1")  # expect: request GET /items/1
    return found.json()


@app.route("/item")
async def item():
    return jsonify(await load())  # sink: http GET /item


@pages.get("/<int:number>")
async def page(number):
    found = await load()
    return {"title": found["title"]}  # sink: http GET /pages/<int:number>


@pages.get("/count")
async def count():
    await load()
    return {"count": 1}  # ok: nothing of the item


app.register_blueprint(pages)
