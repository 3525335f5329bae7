"""A model of the answer lets through the fields that it has, and leaves out what else a handler gives."""

import os
from typing import Annotated, Optional

import httpx
from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, computed_field, field_validator

app = FastAPI()
router = APIRouter()


class Base(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    code: str = Field(default="none", description="of a shelf")


class Public(Base):
    title: str

    @field_validator("title")
    @classmethod
    def short(cls, value: str) -> str:
        return value[:10]


class Known(Public):
    secret: str


class Page(BaseModel):
    items: list[Public]
    total: int


class Whole(BaseModel):
    items: list[Known]


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    title: str


class OldOpen(BaseModel):
    title: str

    class Config:
        extra = "allow"


class Renamed(BaseModel):
    title: str
    hidden: str = Field(alias="secret")


class Computed(BaseModel):
    title: str

    @computed_field
    @property
    def more(self) -> str:
        return self.title


def load():
    found = httpx.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1
    return {"secret": found["secret"], "title": "none"}


@app.get("/known", response_model=Known)
def known():
    return load()  # proven: http GET /known ; sink: http GET /known


@app.get("/known/annotated")
async def annotated() -> Optional[Known]:
    return load()  # proven: http GET /known/annotated ; sink: http GET /known/annotated


@app.get("/known/page", response_model=Whole)
def page():
    return {"items": [load()]}  # proven: http GET /known/page ; sink: http GET /known/page


@app.get("/open", response_model=Open)
def opened():
    return load()  # proven: http GET /open ; sink: http GET /open


@app.get("/open/old", response_model=OldOpen)
def old():
    return load()  # proven: http GET /open/old ; sink: http GET /open/old


@app.get("/renamed", response_model=Renamed)
def renamed():
    return load()  # proven: http GET /renamed ; sink: http GET /renamed


@app.get("/computed", response_model=Computed)
def computed():
    return load()  # proven: http GET /computed ; sink: http GET /computed


@app.get("/finished", response_model=Public)
def finished():
    return JSONResponse(content=load())  # proven: http GET /finished ; sink: http GET /finished


@app.get("/any", response_model=None)
def anything() -> Public:
    return load()  # proven: http GET /any ; sink: http GET /any


@app.get("/several")
def several() -> Public | Known:
    return load()  # proven: http GET /several ; sink: http GET /several


@app.get("/validated")
def validated():
    return Known.model_validate(load())  # proven: http GET /validated ; sink: http GET /validated


@app.get("/validated/list")
def validated_list():
    return [Known.parse_obj(one) for one in [load()]]  # proven: http GET /validated/list ; sink: http GET /validated/list


@app.get("/validated/dumped")
def dumped():
    shown = Known.model_validate(load()).model_dump()
    return shown["secret"]  # proven: http GET /validated/dumped ; sink: http GET /validated/dumped


@app.get("/public/validated")
def validated_public():
    return Public.model_validate(load())  # ok: the model has no such field


@app.get("/public/validated/list")
def validated_public_list():
    return [Public.model_validate(one) for one in [load()]]  # ok: the model has no such field


@app.get("/public", response_model=Public)
def public():
    return load()  # ok: the model has no such field


@router.get("/annotated")
async def by_annotation() -> Annotated[Public, "shown"]:
    return load()  # ok: the model has no such field


@app.get("/public/list", response_model=list[Public])
def listed():
    return [load()]  # ok: the model of an element has no such field


@app.get("/public/page", response_model=Page)
def paged():
    return {"items": [load()], "total": 1}  # ok: the model of an element has no such field


@app.get("/public/other", response_model=Page)
def other():
    return {"items": [], "total": 1, **load()}  # ok: the model has no such field


app.include_router(router, prefix="/router")


@app.get("/made/open")
def made_open():
    return Open(title="none", secret=load()["secret"])  # proven: http GET /made/open ; sink: http GET /made/open


@app.get("/made/open/old")
def made_old():
    return OldOpen(title="none", secret=load()["secret"]).model_dump()  # proven: http GET /made/open/old ; sink: http GET /made/open/old


@app.get("/made/open/whole")
def made_whole():
    return Open(**load()).secret  # proven: http GET /made/open/whole ; sink: http GET /made/open/whole


@app.get("/made/public")
def made_public():
    return Public(title="none", secret=load()["secret"])  # ok: it has no such field


@app.get("/made/open/title")
def made_title():
    return Open(title="none", secret=load()["secret"]).title  # ok: another member
