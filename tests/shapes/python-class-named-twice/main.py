# A name is given to a second class that extends what extends the first one: no circle, but it reads like one.
import os

import requests


class Client:
    def __init__(self) -> None:
        self.root = os.environ["ACME_URL"]
        self.other = os.environ["OTHER_URL"]


class Fast(Client):
    def show(self) -> None:
        requests.get(self.root + "/shown")  # expect: request GET /shown
        requests.get(self.other + "/shown")  # ok: another service


class Client(Fast):
    def list(self) -> None:
        requests.get(self.root + "/items")  # expect: request GET /items
