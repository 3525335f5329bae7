# A package may be imported by dots alone: nothing in the importing line then says its name.
import os

import requests


def load(path):
    return requests.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


from .views import show  # noqa: E402, F401
