# What a dependency yields is what a handler gets, also where the dependency has a name; what a session gives comes out
# of the database that it is opened on.
import os
from typing import Annotated

import psycopg
from fastapi import APIRouter, Depends
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session, sessionmaker

router = APIRouter(prefix="/rows")
engine = create_engine(os.environ["ACME_DATABASE_URL"])  # expect: database ACME_DATABASE_URL
Local = sessionmaker(autoflush=False, bind=engine)


def entered():
    with Session(engine) as session:
        yield session


def local():
    session = Local()
    try:
        yield session
    finally:
        session.close()


Entered = Annotated[Session, Depends(entered)]


@router.get("/named")
def named(session: Entered):
    return session.execute(text("select title from items")).all()  # sink: http GET /rows/named


@router.get("/got/{item}")
def got(item: int, session: Entered):
    found = session.get(Row, item)
    return {"title": found.title}  # sink: http GET /rows/got/{item}


@router.get("/default")
def default(session: Session = Depends(local)):
    return session.scalars(select(Row)).all()  # sink: http GET /rows/default


@router.post("/counted")
def counted(session: Entered):
    session.commit()
    return {"done": True}


@router.get("/cursor")
def cursor():
    connection = psycopg.connect(os.environ["ACME_DATABASE_URL"])  # expect: database ACME_DATABASE_URL
    rows = connection.cursor()
    rows.execute("select title from items")
    return rows.fetchone()  # sink: http GET /rows/cursor


class Row:
    title: str
