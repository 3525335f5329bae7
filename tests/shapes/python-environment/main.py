# Every way to read the variable, and names of it that are constants.
import os
from os import environ
from urllib.request import urlopen

NAME = "ACME_URL"
first = os.environ["ACME_URL"]
second = os.environ.get("ACME_URL") or "http://localhost"
third = environ.get(NAME, "")
fourth = os.getenv(NAME)
fifth = dict(os.environ)["ACME_URL"]
env = os.environ
other = os.environ[NAME.replace("ACME", "OTHER")] if os.environ.get("OTHER_URL") else os.environ["OTHER_URL"]

urlopen(first + "/first")  # expect: request GET /first
urlopen(f"{second}/second")  # expect: request GET /second
urlopen(f"{third.rstrip('/')}/third")  # expect: request GET /third
urlopen(f"{fourth}/fourth")  # expect: request GET /fourth
urlopen(fifth + "/fifth")  # expect: request GET /fifth
urlopen(env["ACME_URL"] + "/sixth")  # expect: request GET /sixth
if url := os.environ.get("ACME_URL"):
    urlopen(url + "/seventh")  # expect: request GET /seventh
urlopen(os.environ["OTHER_URL"] + "/eighth")  # ok: another variable
