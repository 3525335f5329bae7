# What handlers depend on has a name of its own, and stands in another file than they.
import os
from typing import Annotated

import requests
from fastapi import Depends


class Service:
    def load(self):
        return requests.get(os.environ["ACME_URL"] + "/items/3").json()  # expect: request GET /items/3 ; reach: renders

    def warm(self):
        return requests.get(os.environ["ACME_URL"] + "/items/4").json()  # expect: request GET /items/4 ; reach: contained


def get_service() -> Service:
    return Service()


def current():
    return requests.get(os.environ["ACME_URL"] + "/current").json()  # expect: request GET /current ; reach: renders


ServiceDep = Annotated[Service, Depends(get_service)]
Current = Annotated[dict, Depends(current)]
Limit = Annotated[int, "how many"]
