# Rows that SQLAlchemy gives: a check of one says nothing of the row that it points at, of those that come with it by a
# relation of its class to itself, or of one that is asked for by another value.
import os

import requests
from sqlalchemy import Boolean, Column, ForeignKey, Integer, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

BASE = os.environ["ACME_URL"]


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    remote: Mapped[int]
    withheld: Mapped[bool]
    parent_id: Mapped[int] = mapped_column(ForeignKey("items.id"))
    parent: Mapped["Item"] = relationship("Item", remote_side=[id], back_populates="children")
    children: Mapped[list["Item"]] = relationship("Item", back_populates="parent")
    notes: Mapped[list["Note"]] = relationship(back_populates="item")


class Note(Base):
    __tablename__ = "notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    remote: Mapped[int]
    item_id: Mapped[int] = mapped_column(ForeignKey("items.id"))
    item: Mapped[Item] = relationship(back_populates="notes")


engine = create_engine(os.environ["DB_URL"])


def single(number, other):
    with Session(engine) as session:
        row = session.get(Item, number)
        if row.withheld:
            return
        requests.get(f"{BASE}/a/{row.remote}")  # expect: request GET /a/{} ; gate: guard
        parent = session.get(Item, row.parent_id)
        requests.get(f"{BASE}/b/{parent.remote}")  # expect: request GET /b/{} ; gate: none
        requests.get(f"{BASE}/c/{row.parent.remote}")  # expect: request GET /c/{} ; gate: none
        for child in row.children:
            requests.get(f"{BASE}/d/{child.remote}")  # expect: request GET /d/{} ; gate: none
        for note in row.notes:
            requests.get(f"{BASE}/e/{note.remote}")  # expect: request GET /e/{} ; gate: guard
        requests.get(f"{BASE}/f/{row.parent_id}")  # expect: request GET /f/{} ; gate: none
        again = session.get(Item, row.id)
        requests.get(f"{BASE}/g/{again.remote}")  # expect: request GET /g/{} ; gate: guard
        elsewhere = session.get(Item, other)
        requests.get(f"{BASE}/h/{elsewhere.remote}")  # expect: request GET /h/{} ; gate: none
        requests.get(f"{BASE}/i/{session.get(Item, number).remote}")  # expect: request GET /i/{} ; gate: guard


def checked_parent(number):
    with Session(engine) as session:
        row = session.get(Item, number)
        if row.parent.withheld:
            return
        requests.get(f"{BASE}/j/{row.remote}")  # expect: request GET /j/{} ; gate: none
        requests.get(f"{BASE}/k/{row.parent.remote}")  # expect: request GET /k/{} ; gate: guard


def of_note(number):
    with Session(engine) as session:
        note = session.get(Note, number)
        if note.item.withheld:
            return
        requests.get(f"{BASE}/l/{note.remote}")  # expect: request GET /l/{} ; gate: guard
        requests.get(f"{BASE}/m/{note.item.remote}")  # expect: request GET /m/{} ; gate: guard
        requests.get(f"{BASE}/n/{note.item.parent.remote}")  # expect: request GET /n/{} ; gate: none


def several():
    with Session(engine) as session:
        for row in session.scalars(select(Item)):
            if row.withheld:
                continue
            requests.get(f"{BASE}/o/{row.remote}")  # expect: request GET /o/{} ; gate: guard
            requests.get(f"{BASE}/p/{row.parent.remote}")  # expect: request GET /p/{} ; gate: none
            requests.get(f"{BASE}/q/{row.parent_id}")  # expect: request GET /q/{} ; gate: none
        for row in session.query(Item).all():
            if row.withheld:
                continue
            requests.get(f"{BASE}/r/{row.remote}")  # expect: request GET /r/{} ; gate: guard
            requests.get(f"{BASE}/s/{row.parent.remote}")  # expect: request GET /s/{} ; gate: none
            parent = session.query(Item).filter(Item.id == row.parent_id).one()
            requests.get(f"{BASE}/t/{parent.remote}")  # expect: request GET /t/{} ; gate: none
            again = session.query(Item).filter(Item.id == row.id).one()
            requests.get(f"{BASE}/u/{again.remote}")  # expect: request GET /u/{} ; gate: guard
            parent = session.query(Item).filter_by(id=row.parent_id).one()
            requests.get(f"{BASE}/v/{parent.remote}")  # expect: request GET /v/{} ; gate: none
            parent = session.execute(select(Item).where(Item.id == row.parent_id)).scalar_one()
            requests.get(f"{BASE}/w/{parent.remote}")  # expect: request GET /w/{} ; gate: none


single(1, 2)
checked_parent(1)
of_note(1)
several()
