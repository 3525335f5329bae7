# Flask: decorated functions and views; the prefix of a registration takes the place of the blueprint's own.
import os

import requests
from flask import Blueprint, Flask, jsonify, render_template
from flask.views import MethodView

app = Flask(__name__)
items = Blueprint("items", __name__, url_prefix="/items")
pages = Blueprint("pages", __name__, url_prefix="/pages")


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


@items.route("/<int:id>")
def show(id):
    item = load()
    return jsonify(title=item["title"])  # sink: http GET /v1/items/<int:id>


@pages.route("/", methods=["GET", "POST"])
def page():
    item = load()
    return render_template("page.html", item=item)  # sink: http GET /pages ; http POST /pages


@pages.get("/seen")
def seen():
    load()
    return "seen"  # ok: a text of its own


class ItemView(MethodView):
    def put(self, id):
        item = load()
        return self.shown(item), 200  # sink: http PUT /views/<id>

    def shown(self, item):
        return item["title"]


app.register_blueprint(items, url_prefix="/v1/items")
app.register_blueprint(pages)
app.add_url_rule("/views/<id>", view_func=ItemView.as_view("items"))
