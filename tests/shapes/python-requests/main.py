# requests: functions, a session, the generic form with the method as a value.
import os

import requests
from requests import Session, post as send

BASE = os.getenv("ACME_URL", "")
session = requests.Session()


def show(item_id: int) -> None:
    requests.get(f"{BASE}/items/{item_id}", timeout=5)  # expect: request GET /items/{}
    send(url=BASE + "/items", json={})  # expect: request POST /items
    session.put("%s/items/%d" % (BASE, item_id))  # expect: request PUT /items/{}
    requests.request("delete", "{}/items".format(BASE))  # expect: request DELETE /items
    with Session() as own:
        own.get(f"{BASE}/own")  # expect: request GET /own
    requests.get(os.getenv("OTHER_URL", "") + "/items")  # ok: another service
