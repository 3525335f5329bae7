# httpx: functions, and clients that hold the base, in a block and in an object.
import os

import httpx

ACME_URL = os.environ.get("ACME_URL", "http://localhost")
shared = httpx.Client(base_url=ACME_URL)
other = httpx.Client(base_url=os.environ["OTHER_URL"])


def show(item_id: int) -> list:
    one = httpx.get(f"{ACME_URL}/items/{item_id}", params={"q": "x"})  # expect: request GET /items/{}
    two = httpx.request("DELETE", ACME_URL + "/items")  # expect: request DELETE /items
    three = shared.post("/items", json={})  # expect: request POST /items
    with httpx.Client(base_url=f"{ACME_URL}/v2") as client:
        four = client.get("items")  # expect: request GET /v2/items
        five = client.request(method="PATCH", url="/items")  # expect: request PATCH /v2/items
    return [one, two, three, four, five, other.get("/items")]  # ok: another service
