import requests
from settings import chosen, settings


def a():
    return requests.get(settings.ACME_URL + "/a")  # expect: request GET /a


def b():
    return requests.get(settings["ACME_URL"] + "/b")  # expect: request GET /b


def c():
    return requests.get(chosen["ACME_URL"] + "/c")  # expect: request GET /c


def others():
    requests.get(settings.OTHER_URL + "/a")  # ok: another variable
    requests.get(settings["OTHER_URL"] + "/b")  # ok: another variable
    return requests.get(chosen["OTHER_URL"] + "/c")  # ok: another variable
