# Rows that one session gives are objects of their own: a check of one says nothing of one that is asked for by another
# value. A session may come from a generator, and what it gives is nothing that a client sends.
import os

import requests
from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import Boolean, Column, Integer
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
ACME = os.environ["ACME_URL"]
SessionLocal = sessionmaker()
app = FastAPI()


class Item(Base):
    __tablename__ = "items"
    id = Column(Integer, primary_key=True)
    withheld = Column(Boolean)


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@app.get("/a/{item_id}")
def a(item_id: int, db: Session = Depends(get_db)):
    item = db.query(Item).filter(Item.id == item_id).first()
    if item is None or item.withheld:
        raise HTTPException(404)
    return requests.get(f"{ACME}/a/{item.id}").json()  # expect: request GET /a/{} ; gate: guard


@app.get("/b/{item_id}/{of}")
def b(item_id: int, of: int, db: Session = Depends(get_db)):
    other = db.query(Item).filter(Item.id == of).first()
    if other.withheld:
        raise HTTPException(404)
    item = db.query(Item).filter(Item.id == item_id).first()
    return requests.get(f"{ACME}/b/{item.id}").json()  # expect: request GET /b/{} ; gate: none


@app.get("/c/{item_id}")
def c(item_id: int):
    db = SessionLocal()
    item = db.query(Item).filter(Item.id == item_id).first()
    if item.withheld:
        raise HTTPException(404)
    return requests.get(f"{ACME}/c/{item.id}").json()  # expect: request GET /c/{} ; gate: guard


@app.get("/d/{item_id}/{of}")
def d(item_id: int, of: int):
    db = SessionLocal()
    other = db.query(Item).filter(Item.id == of).first()
    if other.withheld:
        raise HTTPException(404)
    item = db.query(Item).filter(Item.id == item_id).first()
    return requests.get(f"{ACME}/d/{item.id}").json()  # expect: request GET /d/{} ; gate: none


def opened(item_id: int, db: Session):
    item = db.query(Item).filter(Item.id == item_id).one()
    if item.withheld:
        raise HTTPException(404)
    return item


@app.get("/e/{item_id}")
def e(item_id: int, db: Session):
    item = opened(item_id, db)
    return requests.get(f"{ACME}/e/{item.id}").json()  # expect: request GET /e/{} ; gate: guard


@app.get("/f/{item_id}/{of}")
def f(item_id: int, of: int, db: Session):
    opened(of, db)
    item = db.query(Item).filter(Item.id == item_id).one()
    return requests.get(f"{ACME}/f/{item.id}").json()  # expect: request GET /f/{} ; gate: none
