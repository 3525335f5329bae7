# A check whose exception goes no further stops nothing, and what an answer says may be changed by a method of it.
import contextlib
import os
from contextlib import suppress

import requests
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

BASE = os.environ["ACME_URL"]


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    remote: Mapped[int]
    withheld: Mapped[bool]


engine = create_engine(os.environ["DB_URL"])


def one(number):
    with Session(engine) as session:
        return session.get(Item, number)


def need_open(row):
    if row.withheld:
        raise ValueError(row.id)


def checked(number):
    row = one(number)
    need_open(row)
    requests.get(f"{BASE}/a/{row.remote}")  # expect: request GET /a/{} ; gate: guard


def let_go(number):
    row = one(number)
    with suppress(KeyError, ValueError):
        need_open(row)
    requests.get(f"{BASE}/b/{row.remote}")  # expect: request GET /b/{} ; gate: none


def let_all_go(number):
    row = one(number)
    with contextlib.suppress(Exception):
        need_open(row)
    requests.get(f"{BASE}/c/{row.remote}")  # expect: request GET /c/{} ; gate: none


def within(number):
    row = one(number)
    with suppress(ValueError):
        need_open(row)
        requests.get(f"{BASE}/d/{row.remote}")  # expect: request GET /d/{} ; gate: guard


def opened(number):
    found = {"ok": False}
    if one(number).withheld:
        found.update(ok=True)
        return found
    return {"ok": True}


def closed(number):
    found = {"ok": True}
    if one(number).withheld:
        found["ok"] = False
    return found


def by_update(number):
    if not opened(number)["ok"]:
        return
    requests.get(f"{BASE}/e/{one(number).remote}")  # expect: request GET /e/{} ; gate: none


def by_key(number):
    if not closed(number)["ok"]:
        return
    requests.get(f"{BASE}/f/{one(number).remote}")  # expect: request GET /f/{} ; gate: guard
