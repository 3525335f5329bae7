from flask import Blueprint

from . import acme

bp = Blueprint("other", __name__, url_prefix="/other")


@bp.get("/title")
def title():
    return acme.item(2)["title"]  # sink: http GET /other/title
