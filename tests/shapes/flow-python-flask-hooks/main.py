# Flask: what runs before a request may answer it, what runs after one gives the answer, and templates have what others
# give them; what is done when all is over is seen by nobody.
import os

import httpx
from flask import Blueprint, Flask, jsonify

pages = Blueprint("pages", __name__)


def load(path):
    return httpx.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


@pages.before_request
def closed():
    item = load("/items/1")  # expect: request GET /items/1 through sends
    if item["closed"]:
        return jsonify(item)  # sink: http ALL /pages/*


@pages.before_request
def seen():
    load("/items/2")  # expect: request GET /items/2 through sends ; reach: contained


@pages.app_errorhandler(500)
def failed(error):
    return load("/items/3")  # expect: request GET /items/3 through sends ; sink: http ALL /pages/*


@pages.teardown_request
def done(error):
    return load("/items/4")  # expect: request GET /items/4 through sends ; reach: contained


def create_app():
    app = Flask(__name__)
    app.register_blueprint(pages, url_prefix="/pages")

    @app.after_request
    def after(response):
        response.headers["X-Item"] = load("/items/5")["title"]  # expect: request GET /items/5 through sends
        return response  # sink: http ALL /*

    @app.context_processor
    def shared():
        return {"item": load("/items/6")}  # expect: request GET /items/6 through sends ; sink: http ALL /*

    @app.template_filter("titled")
    def titled(value):
        return load("/items/7")["title"] + value  # expect: request GET /items/7 through sends ; sink: http ALL /*

    return app
