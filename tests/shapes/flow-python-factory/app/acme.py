import os

import requests


def item(id):
    return requests.get(f"{os.environ['ACME_URL']}/items/{id}").json()  # expect: request GET /items/{} ; reach: renders


def search(q):
    return requests.get(os.environ["ACME_URL"] + "/items", params={"q": q}).json()["rows"]  # expect: request GET /items ; reach: renders
