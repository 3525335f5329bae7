"""A key of a dictionary that nothing else holds is what it was given last."""

import logging
import os

import requests

logger = logging.getLogger(__name__)


def overwritten():
    item = requests.get(f"{os.environ['ACME_URL']}/one").json()  # expect: request GET /one ; reach: contained
    row = {"title": item["title"], "rank": 1}
    row["title"] = None
    logger.info("one: %s", row)  # ok: the title is gone


def collected():
    rows = []
    row = {"title": None}
    for item in requests.get(f"{os.environ['ACME_URL']}/two").json():  # expect: request GET /two ; reach: contained
        row["title"] = item["title"]
        rows.append(row)
        row = {"title": None}
    logger.info("two: %s", rows)  # sink: log


overwritten()
collected()
