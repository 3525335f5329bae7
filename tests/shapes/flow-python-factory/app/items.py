from flask import Blueprint, jsonify, request, g, current_app
from . import acme
bp = Blueprint("items", __name__)
@bp.get("/<int:id>")
def show(id):
    item = acme.item(id)
    return {k: item[k] for k in ("id", "title")}  # sink: http GET /api/items/<int:id>
@bp.post("/search")
def search():
    body = request.get_json()
    rows = sorted(acme.search(body["q"]), key=lambda one: one["title"])
    return jsonify(rows=[row["title"] for row in rows], count=len(rows))  # sink: http POST /api/items/search
@bp.get("/ping")
def ping():
    return "pong"
