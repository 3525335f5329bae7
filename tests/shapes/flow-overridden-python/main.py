# What a base class calls on `self` is the method of the object's own class.
import os

import requests
from fastapi import FastAPI

app = FastAPI()


class Report:
    def title(self):
        item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1 ; reach: renders
        return self.shape(item)

    def note(self):
        item = requests.get(os.environ["ACME_URL"] + "/items/2").json()  # expect: request GET /items/2 ; reach: contained
        return self.shape(item)

    def shape(self, item):
        return {"known": True}


class Full(Report):
    def shape(self, item):
        return {"item": item}


class Short(Report):
    pass


@app.get("/title")
def title():
    return Full().title()  # sink: http GET /title ; proven: http GET /title


@app.get("/note")
def note():
    return Short().note()  # ok: nobody who is asked for a note shapes otherwise
