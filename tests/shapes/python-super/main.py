# What a class gives the constructor of the one above it, with `super`, is in the fields that this one sets.
import os

import requests


class Service:
    def __init__(self, base, timeout=5):
        self.base = base
        self.timeout = timeout

    def load(self, id):
        return requests.get(f"{self.base}/items/{id}", timeout=self.timeout)  # expect: request GET /items/{} ; expect: request GET /named/items/{}


class Items(Service):
    def __init__(self):
        super().__init__(os.environ["ACME_URL"])


class Named(Service):
    def __init__(self):
        super(Named, self).__init__(base=os.environ["ACME_URL"] + "/named")


class Above(Items):
    def __init__(self):
        super().__init__()

    def all(self):
        return requests.get(f"{self.base}/all")  # expect: request GET /all


class Other:
    def __init__(self, base):
        self.base = base

    def load(self, id):
        return requests.get(f"{self.base}/items/{id}")  # ok: another service


class OtherItems(Other):
    def __init__(self):
        super().__init__(os.environ["OTHER_URL"])


def main():
    Items().load(1)
    Named().load(2)
    Above().all()
    OtherItems().load(3)
