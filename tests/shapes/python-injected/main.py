# What sends comes in as a parameter with a default, as a field, as an argument that is called.
import os
from typing import Callable
from urllib.request import urlopen

import httpx

BASE = os.environ["ACME_URL"]


def show(opener: Callable = urlopen) -> bytes:
    return opener(f"{BASE}/opener").read()  # expect: request GET /opener


def add(client: httpx.Client) -> None:
    client.post(f"{BASE}/client")  # expect: request POST /client


def report(write: Callable[[str], None] = print) -> None:
    write(f"{BASE}/opener")  # ok: a parameter that prints


class Job:
    def __init__(self, http: httpx.Client | None = None) -> None:
        self.http = http or httpx.Client()

    def run(self) -> None:
        self.http.get(f"{BASE}/job")  # expect: request GET /job
