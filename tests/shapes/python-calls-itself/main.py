# Functions that call each other again and again: their addresses are those of the first call.
import os
import time
from functools import wraps

import requests

BASE = os.environ["ACME_URL"]
session = requests.Session()


def retry(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except requests.exceptions.ConnectionError:
            return func(*args, **kwargs)

    return wrapper


def ask(method, url, params=None, data=None):
    try:
        response = session.get(url, params=params)  # here: sends ; ok: its callers say what is asked for
        response.raise_for_status()
        return response.json()
    except requests.exceptions.HTTPError as error:
        return failed(error, method, url, params, data)  # here: hands


def failed(error, method, url, params, data):
    if error.response.status_code == 429:
        time.sleep(int(error.response.headers["Retry-After"]))
        return ask(method, url, params=params, data=data)  # here: again
    if error.response.status_code == 401:
        renew(error.response.json()["message"])
        raise error
    raise error


@retry
def renew(message):
    return ask("POST", f"{BASE}/renew", data=message)["token"]  # expect: request GET /renew through sends ; expect: request GET /renew through hands, again, sends


def show(item):
    return ask("GET", f"{BASE}/items/{item}")  # expect: request GET /items/{} through sends ; expect: request GET /items/{} through hands, again, sends


def other(item):
    return ask("GET", f"{os.environ['OTHER_URL']}/items/{item}")  # ok: another service
