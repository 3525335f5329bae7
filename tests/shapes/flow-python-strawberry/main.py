# Strawberry: what a field of a type gives answers under its name, objects of types are made of their fields; what a
# field makes of a function that it is given is not known.
import os

import httpx
import strawberry


def load(path):
    return httpx.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


@strawberry.type
class Item:
    id: int
    title: str

    @strawberry.field
    def tracks(self) -> list[str]:
        return load("/items/1")["tracks"]  # expect: request GET /items/1 through sends ; sink: http POST tracks

    @classmethod
    def of(cls, row):
        return cls(id=row["id"], title=row["title"])


def page() -> str:  # escape: unresolved-call
    return load("/items/2")["title"]  # expect: request GET /items/2 through sends


@strawberry.type
class Query:
    page: str = strawberry.field(resolver=page)

    @strawberry.field
    async def item(self, id: int) -> Item:
        return Item.of(load("/items/3"))  # expect: request GET /items/3 through sends ; sink: http POST item

    @strawberry.field(description="seen")
    def seen(self) -> str:
        load("/items/4")  # expect: request GET /items/4 through sends ; reach: contained
        return "x"  # ok: nothing of it


@strawberry.type
class Mutation:
    @strawberry.mutation
    def change(self) -> Item:
        row = load("/items/5")  # expect: request GET /items/5 through sends
        return Item(id=row["id"], title=row["title"])  # sink: http POST change


schema = strawberry.Schema(query=Query, mutation=Mutation)
