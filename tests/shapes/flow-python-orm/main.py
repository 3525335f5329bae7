# Objects that a session or a manager keeps as rows: which columns these are is not read, so they are lost from sight.
import os

import requests
from django.db import models
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

engine = create_engine(os.environ["DB_URL"])
Maker = sessionmaker(engine)


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    title: Mapped[str] = mapped_column()


class Note(models.Model):
    body = models.TextField()


def load(number):
    return requests.get(f"{os.environ['ACME_URL']}/items/{number}").json()  # expect: request GET /items/{}


def keep():
    found = load(1)
    item = Item(title=found["title"])
    print(item.title)  # sink: log
    print(item.label)  # ok: another field
    with Maker() as session:
        session.add(item)  # escape: unmodelled-code
        session.commit()
    Note.objects.filter(id=1).update(body=found["body"])  # escape: unmodelled-code
    seen = set()
    seen.add(found["kind"])  # ok: a set of our own, which nobody reads
    counts = {}
    counts.update(kind=found["kind"])  # ok: a dictionary of our own, which nobody reads


keep()
