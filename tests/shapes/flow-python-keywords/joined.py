"""What stands in lists and dicts that are put together stands there under the same names."""

import os

import httpx
from fastapi import APIRouter

router = APIRouter()
BASE = os.environ["ACME_URL"]


@router.get("/lists")
def lists():
    item = httpx.get(f"{BASE}/lists").json()  # expect: request GET /lists ; reach: renders
    rows = [{"title": item["title"], "id": 1}] + [{"id": 2}]
    return [row["title"] for row in rows if "title" in row]  # sink: http GET /lists


@router.get("/lists/ids")
def ids():
    item = httpx.get(f"{BASE}/ids").json()  # expect: request GET /ids ; reach: contained
    rows = [{"title": item["title"], "id": 1}]
    rows += [{"id": 2}]
    return [row["id"] for row in rows]  # ok: the other member


@router.get("/dicts")
def dicts():
    item = httpx.get(f"{BASE}/dicts").json()  # expect: request GET /dicts ; reach: renders
    return ({"id": 1} | {"title": item["title"]})["title"]  # sink: http GET /dicts


@router.get("/dicts/id")
def dict_id():
    item = httpx.get(f"{BASE}/dict-id").json()  # expect: request GET /dict-id ; reach: contained
    return ({"id": 1} | {"title": item["title"]})["id"]  # ok: the other member
