# A session keeps what is written into the rows that it gives, also where nobody adds them to it.
import os

import requests
from fastapi import Depends, FastAPI
from sqlalchemy import Column, String, create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, declarative_base

engine = create_engine(os.environ["DB_URL"])
Maker = async_sessionmaker(create_async_engine(os.environ["DB_URL"]))
Base = declarative_base()
app = FastAPI()


class Item(Base):
    __tablename__ = "items"
    title = Column(String)


def load(number):
    return requests.get(f"{os.environ['ACME_URL']}/items/{number}").json()  # expect: request GET /items/{}


async def opened():
    async with Maker() as session:
        yield session


@app.post("/added")
def added():
    with Session(engine) as session:
        session.add(Item(title=load(1)["title"]))  # escape: unmodelled-code
        session.commit()


@app.post("/got")
def got():
    with Session(engine) as session:
        item = session.get(Item, 1)  # escape: unmodelled-code
        item.title = load(2)["title"]
        session.commit()


@app.post("/found")
def found():
    with Session(engine) as session:
        item = session.query(Item).filter(Item.title == "a").first()  # escape: unmodelled-code
        item.title = load(3)["title"]
        session.commit()


@app.post("/updated")
def updated():
    with Session(engine) as session:
        session.query(Item).filter_by(title="a").update({"title": load(4)["title"]})  # escape: unmodelled-code
        session.commit()


@app.post("/selected")
async def selected(session: AsyncSession = Depends(opened)):
    item = (await session.execute(select(Item))).scalar_one_or_none()  # escape: unmodelled-code
    setattr(item, "title", load(5)["title"])
    await session.commit()


@app.get("/made")
def made():
    return Item(title=load(6)["title"]).title  # sink: http GET /made


@app.get("/not/kept")
def not_kept():
    with Session(engine) as session:
        session.get(Item, 1)  # ok: nothing is written into the row
        shown = {"title": load(7)["title"]}
        shown["kind"] = load(8)["kind"]
        session.commit()
    return {"done": True}
