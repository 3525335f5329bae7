# The variable by its name: from settings of frameworks, from code that is not here, from what was taken out of a dict.
import os

import environ
import requests
from django.conf import settings
from flask import current_app
from outside import read
from starlette.config import Config

env = environ.Env()
config = Config(".env")
copied = os.environ.copy()
table = {"ACME_URL": "http://elsewhere.example"}


def own(name):
    return "http://elsewhere.example/" + name


def show():
    requests.get(settings.ACME_URL + "/a")  # expect: request GET /a
    requests.get(getattr(settings, "ACME_URL", "") + "/b")  # expect: request GET /b
    requests.get(current_app.config["ACME_URL"] + "/c")  # expect: request GET /c
    requests.get(current_app.config.get("ACME_URL") + "/d")  # expect: request GET /d
    requests.get(env("ACME_URL") + "/e")  # expect: request GET /e
    requests.get(env.str("ACME_URL") + "/f")  # expect: request GET /f
    requests.get(config("ACME_URL") + "/g")  # expect: request GET /g
    requests.get(read("ACME_URL") + "/h")  # expect: request GET /h
    requests.get(copied.get("ACME_URL") + "/i")  # expect: request GET /i
    requests.get(table["ACME_URL"] + "/j")  # ok: what is under the name is written there
    requests.get(table.get("ACME_URL") + "/j")  # ok: what is under the name is written there
    requests.get(own("ACME_URL"))  # ok: a function of this file that makes something else of the name
    requests.get(read("OTHER_URL") + "/h")  # ok: another variable
