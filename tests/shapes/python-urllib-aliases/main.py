# The modules and functions under other names, imported where they are needed.
import os as system
import urllib.request as web
from os import environ, getenv as read


def show() -> None:
    from urllib import request
    from urllib.request import urlopen as get

    web.urlopen(system.environ["ACME_URL"] + "/module")  # expect: request GET /module
    request.urlopen(environ["ACME_URL"] + "/package")  # expect: request GET /package
    get(read("ACME_URL") + "/function")  # expect: request GET /function
    get(read("OTHER_URL") + "/function")  # ok: another service


def none() -> None:
    urlopen(read("ACME_URL") + "/none")  # ok: a function of this file


def urlopen(url: str) -> str:
    return url
