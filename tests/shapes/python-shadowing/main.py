# Parameters, locals and functions with the names of modules and of the base.
import os

import httpx

BASE = os.environ["ACME_URL"]


def parameter(BASE: str) -> None:
    httpx.get("https://other.example" + BASE)  # ok: the parameter


def local() -> None:
    BASE = "https://other.example"
    httpx.get(f"{BASE}/items")  # ok: the local


def module(httpx: dict) -> None:
    httpx.get(f"{BASE}/items")  # ok: a parameter of that name


def changed() -> None:
    global BASE
    httpx.get(f"{BASE}/items")  # expect: request GET /items
    BASE = "https://other.example"


class Items:
    BASE = "https://other.example"

    def show(self) -> None:
        httpx.get(f"{self.BASE}/self")  # ok: the class's own
        httpx.get(f"{BASE}/module")  # expect: request GET /module
