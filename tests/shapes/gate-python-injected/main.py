# What FastAPI runs for a handler's parameters comes first: where it refuses flagged rows, the handler is not run for
# one. Beside each one that looks alike: it only tells, asks for another row, or somebody else calls the handler.
import os
from typing import Annotated

import requests
from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import Boolean, Column, ForeignKey, Integer
from sqlalchemy.orm import Session, declarative_base, relationship, sessionmaker

Base = declarative_base()
ACME = os.environ["ACME_URL"]
SessionLocal = sessionmaker()


class Item(Base):
    __tablename__ = "items"
    id = Column(Integer, primary_key=True)
    remote = Column(Integer)
    withheld = Column(Boolean)
    parent_id = Column(Integer, ForeignKey("items.id"))
    parent = relationship("Item")


app = FastAPI()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


def open_item(item_id: int, db: Session = Depends(get_db)):
    item = db.query(Item).filter(Item.id == item_id).first()
    if item is None or item.withheld:
        raise HTTPException(404)
    return item


async def open_later(item_id: int, db: Session = Depends(get_db)):
    item = db.get(Item, item_id)
    if item.withheld:
        raise HTTPException(404)
    return item


def any_item(item_id: int, db: Session = Depends(get_db)):
    return db.query(Item).filter(Item.id == item_id).first()


def told_item(item_id: int, db: Session = Depends(get_db)):
    item = db.query(Item).filter(Item.id == item_id).first()
    if item.withheld:
        print("withheld")
    return item


def other_item(item_id: int, of: int, db: Session = Depends(get_db)):
    other = db.get(Item, of)
    if other.withheld:
        raise HTTPException(404)
    return db.get(Item, item_id)


@app.get("/a/{item_id}")
def a(item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/a/{item.remote}").json()  # expect: request GET /a/{} ; gate: guard


@app.get("/b/{item_id}")
async def b(item: Item = Depends(open_later)):
    return requests.get(f"{ACME}/b/{item.remote}").json()  # expect: request GET /b/{} ; gate: guard


@app.get("/c/{item_id}")
def c(item: Item = Depends(any_item)):
    return requests.get(f"{ACME}/c/{item.remote}").json()  # expect: request GET /c/{} ; gate: none


@app.get("/d/{item_id}")
def d(item: Item = Depends(told_item)):
    return requests.get(f"{ACME}/d/{item.remote}").json()  # expect: request GET /d/{} ; gate: none


@app.get("/e/{item_id}/{of}")
def e(item: Item = Depends(other_item)):
    return requests.get(f"{ACME}/e/{item.remote}").json()  # expect: request GET /e/{} ; gate: none


@app.get("/f/{item_id}/{of}")
def f(of: int, item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/f/{of}").json()  # expect: request GET /f/{} ; gate: none


@app.get("/g/{item_id}")
def g(item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/g/{item.remote}").json()  # expect: request GET /g/{} ; gate: none


def nightly():
    db = SessionLocal()
    for row in db.query(Item).all():
        g(row)


nightly()


@app.get("/h/{item_id}")
def h(item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/h/{item.parent.remote}").json()  # expect: request GET /h/{} ; gate: none


@app.get("/i/{item_id}/{of}")
def i(of: int, item: Item = Depends(open_item), db: Session = Depends(get_db)):
    item = db.get(Item, of)
    return requests.get(f"{ACME}/i/{item.remote}").json()  # expect: request GET /i/{} ; gate: none


@app.get("/j/{item_id}")
def j(item_id: int, db: Session = Depends(get_db)):
    open_item(item_id, db)
    return requests.get(f"{ACME}/j/{item_id}").json()  # expect: request GET /j/{} ; gate: guard


@app.get("/k/{item_id}")
def k(item: Annotated[Item, Depends(open_item)]):
    return requests.get(f"{ACME}/k/{item.remote}").json()  # expect: request GET /k/{} ; gate: guard


@app.get("/l/{item_id}")
def l(item: Annotated[Item, Depends(any_item)]):
    return requests.get(f"{ACME}/l/{item.remote}").json()  # expect: request GET /l/{} ; gate: none


def of_item(item: Item = Depends(open_item)):
    return item


@app.get("/m/{item_id}")
def m(item: Item = Depends(of_item)):
    return requests.get(f"{ACME}/m/{item.remote}").json()  # expect: request GET /m/{} ; gate: none


@app.get("/n/{item_id}")
def n(item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/n/{item.parent_id}").json()  # expect: request GET /n/{} ; gate: none


@app.get("/o/{item_id}")
def o(item: Item = Depends(open_item)):
    return requests.get(f"{ACME}/o/{item.id}/{item.remote}").json()  # expect: request GET /o/{}/{} ; gate: guard
