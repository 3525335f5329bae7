# FastAPI: a handler depends on what calling a function, an object or a class gives, also by the type of a parameter.
import os
from typing import Annotated

import requests
from fastapi import Depends, FastAPI

import deps
from deps import Current, Limit, Service, ServiceDep

app = FastAPI()


class Loader:
    def __call__(self, id: int):
        return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders


class Loaded:
    def __init__(self, id: int):
        self.item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: renders
        self.id = id


loader = Loader()


@app.get("/object")
def of_object(item=Depends(Loader())):
    return item  # sink: http GET /object


@app.get("/annotated")
def annotated(item: Annotated[dict, Depends(loader)]):
    return item  # sink: http GET /annotated


@app.get("/class")
def of_class(found: Loaded = Depends(Loaded)):
    return found.item  # sink: http GET /class


@app.get("/type")
def of_type(found: Annotated[Loaded, Depends()]):
    return found.item  # sink: http GET /type


@app.get("/id")
def of_id(found: Loaded = Depends(Loaded)):
    return found.id  # ok: what the client sent


@app.get("/service")
def of_service(service: Service = Depends(Service)):
    return service.load()  # sink: http GET /service


@app.get("/default")
def default(service: Service = Depends()):
    service.warm()
    return service.load()  # sink: http GET /default


@app.get("/named")
def named(service: ServiceDep, limit: Limit):
    return service.load(), limit  # sink: http GET /named


@app.get("/current")
def current(one: Current, again: deps.Current):
    return one, again  # sink: http GET /current


@app.get("/limit")
def limited(limit: Limit, service: ServiceDep):
    service.warm()
    return limit  # ok: what the client sent
