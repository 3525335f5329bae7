import httpx

from app.settings import ACME_URL, OTHER_URL, OWN_URL


def one(number: int) -> dict:
    return httpx.get(f"{ACME_URL}/items/{number}").json()  # expect: request GET /items/{}


def two(number: int) -> dict:
    return httpx.get(f"{OWN_URL}/own/{number}").json()  # expect: request GET /own/{}


def three(number: int) -> dict:
    return httpx.get(f"{OTHER_URL}/items/{number}").json()  # ok: another service
