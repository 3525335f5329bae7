from dataclasses import dataclass

from pydantic import BaseModel


class Base(BaseModel):
    title: str | None = None


class Named(Base):
    name: str = ""


@dataclass
class Row:
    title: object = None
    size: int = 0
