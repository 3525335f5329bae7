import os

import requests
from fastapi import APIRouter

router = APIRouter()


@router.get("/{id}")
def show(id: int):
    return requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; sink: http GET /items/{id}
