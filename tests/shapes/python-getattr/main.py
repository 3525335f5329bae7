# `getattr` reads a member: of a module, of a client, of settings; by a constant name and by one of several.
import os

import requests

import settings

BASE = os.environ["ACME_URL"]
session = requests.Session()
choose = requests.post if os.environ.get("POSTS") else requests.put


def call(method):
    return getattr(requests, method)(BASE + "/a")


def show():
    call("post")  # expect: request POST /a through main.py:14
    getattr(requests, "patch")(BASE + "/b")  # expect: request PATCH /b
    for name in ["get", "head"]:
        getattr(session, name)(BASE + "/c")  # expect: request GET /c ; request HEAD /c
    requests.get(getattr(settings, "ACME", "") + "/d")  # expect: request GET /d
    requests.get(getattr(settings, "OTHER", "") + "/d")  # ok: another service
    choose(BASE + "/e")  # expect: request POST /e ; request PUT /e
