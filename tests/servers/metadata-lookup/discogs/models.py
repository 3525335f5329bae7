from pydantic import BaseModel


class Release(BaseModel):
    id: int
    title: str = ""


class Artist(BaseModel):
    id: int
    name: str = ""
