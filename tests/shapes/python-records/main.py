# Models, attrs and structs: what is filled by keyword, what a default says, by a value or by a function.
import os
from urllib.request import urlopen

import attr
import msgspec
from attrs import Factory, define
from pydantic import BaseModel, Field


class Model(BaseModel):
    acme: str
    other: str
    kept: str = Field(os.environ["ACME_URL"], description="by position")
    made: str = Field(default_factory=lambda: os.environ["ACME_URL"])


@attr.s
class Old:
    acme: str = attr.ib()
    other: str = attr.ib(default=os.environ["OTHER_URL"])
    late: str = attr.ib(default=os.environ["ACME_URL"])


@define
class New:
    acme: str = Factory(lambda: os.environ["ACME_URL"])
    other: str = Factory(lambda: os.environ["OTHER_URL"])


class Packed(msgspec.Struct):
    acme: str
    other: str = msgspec.field(default=os.environ["OTHER_URL"])


MODEL = Model(acme=os.environ["ACME_URL"], other=os.environ["OTHER_URL"])
OLD, NEW, PACKED = Old(acme=os.environ["ACME_URL"]), New(), Packed(os.environ["ACME_URL"])

urlopen(f"{MODEL.acme}/model")  # expect: request GET /model
urlopen(f"{MODEL.kept}/kept")  # expect: request GET /kept
urlopen(f"{MODEL.made}/made")  # expect: request GET /made
urlopen(f"{OLD.acme}/old")  # expect: request GET /old
urlopen(f"{OLD.late}/late")  # expect: request GET /late
urlopen(f"{NEW.acme}/new")  # expect: request GET /new
urlopen(f"{PACKED.acme}/packed")  # expect: request GET /packed
urlopen(f"{MODEL.other}/model")  # ok: the neighbouring field
urlopen(f"{OLD.other}/old")  # ok: the neighbouring field
urlopen(f"{NEW.other}/new")  # ok: the neighbouring field
urlopen(f"{PACKED.other}/packed")  # ok: the neighbouring field
