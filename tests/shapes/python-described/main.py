# Requests that are described first and sent then, and clients that come by other ways than their constructor.
import os
import urllib.request
from http.client import HTTPConnection
from urllib.parse import urlparse

import aiohttp
import httpx
import requests
import urllib3

BASE = os.environ["ACME_URL"]
OTHER = os.environ["OTHER_URL"]
session = requests.Session()
client = httpx.Client(base_url=BASE)
late = httpx.Client()
late.base_url = BASE
pool = urllib3.PoolManager()


def described():
    session.send(session.prepare_request(requests.Request("POST", BASE + "/a")))  # expect: request POST /a
    session.send(requests.Request("PUT", BASE + "/b").prepare())  # expect: request PUT /b
    client.send(client.build_request("PATCH", "/c"))  # expect: request PATCH /c
    session.send(requests.Request("POST", OTHER).prepare())  # ok: another service
    described = urllib.request.Request(BASE + "/d", method="DELETE")
    urllib.request.build_opener().open(described)  # expect: request DELETE /d
    late.get("/e")  # expect: request GET /e


def by_parameter(held):
    return held.get(BASE + "/f")  # expect: request GET /f


def never(held):
    return held.get(BASE + "/f")  # ok: a dict


def others():
    by_parameter(session)
    never({})
    connection = HTTPConnection(urlparse(BASE).netloc)
    connection.request("PUT", "/g")  # expect: request PUT /g
    pool.request("POST", BASE + "/h")  # expect: request POST /h
    urllib3.request("GET", BASE + "/i")  # expect: request GET /i
    with httpx.stream("POST", BASE + "/j") as answer:  # expect: request POST /j
        answer.read()
    urllib.request.urlretrieve(BASE + "/k", "file")  # expect: request GET /k


async def later():
    async with aiohttp.request("PUT", BASE + "/l") as answer:  # expect: request PUT /l
        await answer.read()
    async with aiohttp.ClientSession(base_url=BASE) as held:
        await held.ws_connect("/m")  # expect: request GET /m
