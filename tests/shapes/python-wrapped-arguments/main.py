# A decorator hands all arguments on: `*args` may hold what `**kwargs` does not, each at its own place.
import os
from functools import wraps

import requests

BASE = os.environ["ACME_URL"]


def retry(times=1):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            return func(*args, **kwargs)  # here: handed

        return wrapper

    return decorator


@retry(times=2)
def ask(label, method, url, params=None):
    return requests.get(url, params=params).json()  # here: sends ; ok: its callers say what is asked for


@retry(times=2)
def note(label, method, url, other=None):
    return requests.get(other).json()  # ok: nobody gives it this service's address


def first():
    return ask("acme", "GET", f"{BASE}/first", params={})  # expect: request GET /first through handed, sends


def second():
    return ask("acme", "GET", url=f"{BASE}/second")  # expect: request GET /second through handed, sends
