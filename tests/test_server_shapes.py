"""Idioms of servers: what a handler reaches through each, and that what cannot be told is never called proven.

The classes that the handlers use stand in `tests.served.HEAD`.
"""

from __future__ import annotations

import pytest

from tests.served import kinds, of

UNCLEAR = "unclear"
"""Nothing may be proven: something on the way could not be told."""

SHAPES = {
    "typed parameter": (
        "discogs-by-id",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await d.album(1)
""",
    ),
    "optional": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs | None = Depends(discogs)):
    return await d.find("x")
""",
    ),
    "by return annotation": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d=Depends(discogs)):
    return await d.find("x")
""",
    ),
    "untyped dep": (
        UNCLEAR,
        """
def dep():
    return Discogs()
@app.get("/x")
async def h(d=Depends(dep)):
    return await d.find("x")
""",
    ),
    "library same name": (
        "library-search",
        """
@app.get("/x")
async def h(lib: Library):
    return await lib.search("x")
""",
    ),
    "gather nested": (
        "discogs-by-id",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    async def one(i):
        return await d.album(i)
    return await asyncio.gather(*[one(i) for i in range(3)])
""",
    ),
    "gather map": (
        "discogs-by-id",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await asyncio.gather(*map(d.album, [1]))
""",
    ),
    "partial": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    f = functools.partial(d.find, "x")
    return await f()
""",
    ),
    "dict table": (
        "discogs-by-id",
        """
async def a(d: Discogs):
    return await d.album(1)
TABLE = {"a": a}
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await TABLE["a"](d)
""",
    ),
    "dict table filled": (
        UNCLEAR,
        """
TABLE = {}
def reg(f):
    TABLE[f.__name__] = f
    return f
@reg
async def a(d: Discogs):
    return await d.album(1)
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await TABLE["a"](d)
""",
    ),
    "getattr const": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await getattr(d, "find")("x")
""",
    ),
    "getattr dynamic": (
        UNCLEAR,
        """
@app.get("/x")
async def h(name: str, d: Discogs = Depends(discogs)):
    return await getattr(d, name)("x")
""",
    ),
    "isinstance narrowing": (
        UNCLEAR,
        """
@app.get("/x")
async def h(d: object = Depends(discogs)):
    assert isinstance(d, Discogs)
    return await d.find("x")
""",
    ),
    "walrus": (
        "discogs-string-search",
        """
@app.get("/x")
async def h():
    if (d := discogs()):
        return await d.find("x")
""",
    ),
    "for loop": (
        "discogs-string-search",
        """
@app.get("/x")
async def h():
    for d in [discogs(), discogs()]:
        await d.find("x")
""",
    ),
    "dict of typed": (
        "discogs-by-id, discogs-string-search",
        """
@app.get("/x")
async def h(ds: dict[str, Discogs]):
    for name, d in ds.items():
        await d.find("x")
    await ds["a"].album(1)
""",
    ),
    "tuple unpack": (
        "library-search",
        """
def both() -> tuple[Discogs, Library]:
    ...
@app.get("/x")
async def h():
    d, lib = both()
    return await lib.search("x")
""",
    ),
    "property": (
        "discogs-string-search",
        """
class S:
    @property
    def d(self) -> Discogs:
        return Discogs()
@app.get("/x")
async def h(s: S = Depends(S)):
    return await s.d.find("x")
""",
    ),
    "cached_property": (
        "discogs-string-search",
        """
from functools import cached_property
class S:
    @cached_property
    def d(self) -> Discogs:
        return Discogs()
@app.get("/x")
async def h(s: S = Depends(S)):
    return await s.d.find("x")
""",
    ),
    "context manager": (
        UNCLEAR,
        """
from contextlib import asynccontextmanager
@asynccontextmanager
async def opened():
    yield Discogs()
@app.get("/x")
async def h():
    async with opened() as d:
        return await d.find("x")
""",
    ),
    "context manager typed": (
        "discogs-string-search",
        """
from contextlib import asynccontextmanager
from collections.abc import AsyncIterator
@asynccontextmanager
async def opened() -> AsyncIterator[Discogs]:
    yield Discogs()
@app.get("/x")
async def h():
    async with opened() as d:
        return await d.find("x")
""",
    ),
    "enter": (
        "discogs-by-id, discogs-string-search",
        """
class S:
    async def __aenter__(self) -> "S":
        self.d = Discogs()
        await self.d.album(1)
        return self
    async def __aexit__(self, *a):
        pass
    async def go(self):
        return await self.d.find("x")
@app.get("/x")
async def h():
    async with S() as s:
        return await s.go()
""",
    ),
    "decorated": (
        "discogs-string-search",
        """
def cached(f):
    @functools.wraps(f)
    async def inner(*a, **k):
        return await f(*a, **k)
    return inner
@cached
async def look(d: Discogs) -> dict:
    return await d.find("x")
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await look(d)
""",
    ),
    "decorator does it": (
        "discogs-string-search",
        """
def logged(f):
    async def inner(*a, **k):
        await discogs().find("x")
        return await f(*a, **k)
    return inner
@app.get("/x")
@logged
async def h():
    return 1
""",
    ),
    "background": (
        "discogs-string-search",
        """
from fastapi import BackgroundTasks
@app.get("/x")
async def h(bg: BackgroundTasks, d: Discogs = Depends(discogs)):
    bg.add_task(d.find, "x")
""",
    ),
    "to_thread": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await asyncio.to_thread(d.find, "x")
""",
    ),
    "subclass override": (
        "discogs-string-search",
        """
class Base:
    async def go(self):
        return 1
class Sub(Base):
    async def go(self):
        return await discogs().find("x")
@app.get("/x")
async def h(b: Base = Depends(Sub)):
    return await b.go()
""",
    ),
    "super": (
        "discogs-string-search",
        """
class Base:
    async def go(self):
        return await discogs().find("x")
class Sub(Base):
    async def go(self):
        return await super().go()
@app.get("/x")
async def h(b: Sub = Depends(Sub)):
    return await b.go()
""",
    ),
    "protocol": (
        "discogs-string-search",
        """
from typing import Protocol
class Finder(Protocol):
    async def find(self, text: str) -> dict: ...
@app.get("/x")
async def h(f: Finder = Depends(discogs)):
    return await f.find("x")
""",
    ),
    "protocol nobody": (
        UNCLEAR,
        """
from typing import Protocol
class Finder(Protocol):
    async def locate(self, text: str) -> dict: ...
@app.get("/x")
async def h(f: Finder):
    return await f.locate("x")
""",
    ),
    "abc": (
        "discogs-string-search",
        """
from abc import ABC, abstractmethod
class F(ABC):
    @abstractmethod
    async def go(self) -> dict: ...
class G(F):
    async def go(self) -> dict:
        return await discogs().find("x")
@app.get("/x")
async def h(f: F):
    return await f.go()
""",
    ),
    "generic class": (
        "discogs-string-search",
        """
class Box[T]:
    def __init__(self, item: T) -> None:
        self.item = item
    def get(self) -> T:
        return self.item
@app.get("/x")
async def h():
    b = Box(discogs())
    return await b.get().find("x")
""",
    ),
    "generic old": (
        "discogs-string-search",
        """
from typing import Generic, TypeVar
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item
@app.get("/x")
async def h(b: Box[Discogs]):
    return await b.item.find("x")
""",
    ),
    "generic function": (
        "discogs-string-search",
        """
from collections.abc import Callable, Awaitable
async def first[T](f: Callable[[], Awaitable[T]]) -> T:
    return await f()
async def mk() -> Discogs:
    return Discogs()
@app.get("/x")
async def h():
    return await (await first(mk)).find("x")
""",
    ),
    "lambda": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    f = lambda: d.find("x")
    return await f()
""",
    ),
    "stored callback": (
        "discogs-string-search",
        """
class R:
    def __init__(self, f):
        self._f = f
    async def run(self):
        return await self._f("x")
def mk() -> R:
    return R(discogs().find)
@app.get("/x")
async def h(r: R = Depends(mk)):
    return await r.run()
""",
    ),
    "stored callback elsewhere": (
        "discogs-string-search",
        """
class R:
    def __init__(self, f):
        self._f = f
    async def run(self):
        return await self._f("x")
RUN = None
def startup():
    global RUN
    RUN = R(discogs().find)
def get() -> R:
    return RUN
@app.get("/x")
async def h(r: R = Depends(get)):
    return await r.run()
""",
    ),
    "app.state": (
        UNCLEAR,
        """
from fastapi import Request
@app.get("/x")
async def h(request: Request):
    return await request.app.state.discogs.find("x")
""",
    ),
    "contextvar": (
        "discogs-string-search",
        """
from contextvars import ContextVar
current: ContextVar[Discogs] = ContextVar("c")
@app.get("/x")
async def h():
    return await current.get().find("x")
""",
    ),
    "cast": (
        "discogs-string-search",
        """
from typing import cast
@app.get("/x")
async def h(request: object):
    return await cast(Discogs, request).find("x")
""",
    ),
    "sql in variable": (
        "cache-fuzzy",
        """
@app.get("/x")
async def h(conn):
    sql = "SELECT * FROM album WHERE " + "similarity(title, $1) > 0.3"
    return await conn.fetch(sql)
""",
    ),
    "sql unknown": (
        "unknown",
        """
@app.get("/x")
async def h(conn):
    return await conn.fetch(open("q.sql").read())
""",
    ),
    "sql module const": (
        "cache-by-key",
        """
Q = "SELECT * FROM album WHERE id = $1"
@app.get("/x")
async def h(conn):
    return await conn.fetch(Q)
""",
    ),
    "sql helper": (
        "cache-by-key",
        """
async def run(conn, sql: str):
    return await conn.fetch(sql)
@app.get("/x")
async def h(conn):
    return await run(conn, "SELECT * FROM album WHERE id = $1")
""",
    ),
    "message no sql": (
        "nothing",
        """
import logging
logger = logging.getLogger(__name__)
@app.get("/x")
async def h():
    logger.info("row id = $1 similarity(")
    raise ValueError("id = $1")
""",
    ),
    "url joined": (
        "discogs-by-id",
        """
BASE = "https://api.discogs.com"
@app.get("/x")
async def h(i: int):
    async with httpx.AsyncClient() as c:
        return await c.get(f"{BASE}/albums/{i}")
""",
    ),
    "url unknown": (
        "unknown",
        """
@app.get("/x")
async def h(u: str):
    async with httpx.AsyncClient() as c:
        return await c.get(u)
""",
    ),
    "external host": (
        "external-string-search",
        """
@app.get("/x")
async def h():
    return httpx.get("https://music.example/find?q=1")
""",
    ),
    "other host same path": (
        "unknown",
        """
@app.get("/x")
async def h():
    return httpx.get("https://else.example/find")
""",
    ),
    "annotated alias": (
        "discogs-string-search",
        """
from typing import Annotated
Dep = Annotated[Discogs, Depends(discogs)]
@app.get("/x")
async def h(d: Dep):
    return await d.find("x")
""",
    ),
    "class dep": (
        "discogs-string-search",
        """
class Q:
    def __init__(self, d: Discogs = Depends(discogs)):
        self.d = d
@app.get("/x")
async def h(q: Q = Depends()):
    return await q.d.find("x")
""",
    ),
    "callable instance": (
        "discogs-string-search",
        """
class C:
    async def __call__(self):
        return await discogs().find("x")
c = C()
@app.get("/x")
async def h(x=Depends(c)):
    return x
""",
    ),
    "dep side effect": (
        "discogs-string-search",
        """
async def check():
    await discogs().find("x")
@app.get("/x", dependencies=[Depends(check)])
async def h():
    return 1
""",
    ),
    "match": (
        "discogs-by-id, discogs-string-search",
        """
@app.get("/x")
async def h(kind: str, d: Discogs = Depends(discogs)):
    match kind:
        case "a":
            return await d.album(1)
        case _:
            return await d.find("x")
""",
    ),
    "try import": (
        "discogs-string-search",
        """
try:
    from other import fetch
except ImportError:
    async def fetch(d: Discogs):
        return await d.find("x")
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await fetch(d)
""",
    ),
    "recursion": (
        "discogs-by-id",
        """
async def a(d: Discogs, n: int):
    return await b(d, n)
async def b(d: Discogs, n: int):
    return await (a(d, n) if n else d.album(n))
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await a(d, 3)
""",
    ),
    "staticmethod": (
        "discogs-string-search",
        """
class S:
    @staticmethod
    async def go(d: Discogs):
        return await d.find("x")
    @classmethod
    async def went(cls, d: Discogs):
        return await cls.go(d)
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await S.went(d)
""",
    ),
    "data untyped": (
        "discogs-by-id",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    data = await d.album(1)
    return [x.get("title", "").lower() for x in data.get("rows", [])]
""",
    ),
    "wrapped": (
        UNCLEAR,
        """
class W:
    def __init__(self, inner):
        self.inner = inner
    def __getattr__(self, name):
        return getattr(self.inner, name)
@app.get("/x")
async def h(w: W):
    return await w.find("x")
""",
    ),
    "union of types": (
        "library-search",
        """
@app.get("/x")
async def h(x: Discogs | Library):
    return await x.search("x")
""",
    ),
    "string annotation": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(x: "Discogs | None" = Depends(discogs)):
    return await x.find("x")
""",
    ),
    "Any": (
        UNCLEAR,
        """
from typing import Any
@app.get("/x")
async def h(x: Any = Depends(discogs)):
    return await x.find("x")
""",
    ),
    "enum dispatch": (
        "discogs-by-id, discogs-string-search",
        """
class K:
    A = "a"
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    op = d.album if K.A else d.find
    return await op(1)
""",
    ),
    "vararg callbacks": (
        "discogs-by-id, discogs-string-search",
        """
async def race(*fs):
    for f in fs:
        await f()
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    return await race(lambda: d.album(1), functools.partial(d.find, "x"))
""",
    ),
    "method alias in class": (
        "discogs-string-search",
        """
class S:
    async def go(self):
        return await discogs().find("x")
    run = go
@app.get("/x")
async def h(s: S = Depends(S)):
    return await s.run()
""",
    ),
    "stream wrapper": (
        "discogs-string-search",
        """
class Api:
    def __init__(self):
        self._s = httpx.Client()
    def call(self, method, url):
        return self._s.request(method, url)
    def get(self, url):
        return self.call("GET", url)
@app.get("/x")
def h(a: Api = Depends(Api)):
    return a.get("/search")
""",
    ),
    "dataclass field factory": (
        "discogs-string-search",
        """
from dataclasses import dataclass, field
@dataclass
class P:
    d: Discogs = field(default_factory=discogs)
    fs: list = field(default_factory=list)
@app.get("/x")
async def h():
    return await P().d.find("x")
""",
    ),
    "pipeline list": (
        "discogs-by-id, discogs-string-search",
        """
async def a(d: Discogs):
    return await d.album(1)
async def b(d: Discogs):
    return await d.find("x")
STEPS = [a, b]
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    for s in STEPS:
        await s(d)
""",
    ),
    "appended": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(d: Discogs = Depends(discogs)):
    fs = []
    fs.append(d.find)
    for f in fs:
        await f("x")
""",
    ),
    "one of two that fit a protocol": (
        "discogs-by-id",
        """
from typing import Protocol


class Source(Protocol):
    async def get(self, wanted: str) -> dict: ...


class ById:
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText:
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


async def first(source: Source, wanted: str) -> dict:
    return await source.get(wanted)


@app.get("/x")
async def h():
    return await first(ById(), "1")
""",
    ),
    "both that fit a protocol": (
        "discogs-by-id, discogs-string-search",
        """
from typing import Protocol


class Source(Protocol):
    async def get(self, wanted: str) -> dict: ...


class ById:
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText:
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


async def first(source: Source, wanted: str) -> dict:
    return await source.get(wanted)


@app.get("/x")
async def h():
    return await first(ById(), "1") or await first(ByText(), "x")
""",
    ),
    "one that fits a protocol, as a dependency": (
        "discogs-string-search",
        """
from typing import Protocol


class Source(Protocol):
    async def get(self, wanted: str) -> dict: ...


class ById:
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText:
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


async def first(source: Source, wanted: str) -> dict:
    return await source.get(wanted)


@app.get("/x")
async def h(source: ByText = Depends(ByText)):
    return await first(source, "1")
""",
    ),
    "nobody can see which fits": (
        "discogs-by-id, discogs-string-search",
        """
from typing import Protocol


class Source(Protocol):
    async def get(self, wanted: str) -> dict: ...


class ById:
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText:
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


async def first(source: Source, wanted: str) -> dict:
    return await source.get(wanted)


def source() -> Source:
    return app.extra["source"]


@app.get("/x")
async def h(source: Source = Depends(source)):
    return await first(source, "1")
""",
    ),
    "one of two subclasses": (
        "discogs-by-id",
        """
class Source:
    async def get(self, wanted: str) -> dict:
        raise NotImplementedError


class ById(Source):
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText(Source):
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


def source() -> Source:
    return ById()


@app.get("/x")
async def h(source: Source = Depends(source)):
    return await source.get("1")
""",
    ),
    "nobody can see which subclass": (
        "discogs-by-id, discogs-string-search",
        """
class Source:
    async def get(self, wanted: str) -> dict:
        raise NotImplementedError


class ById(Source):
    async def get(self, wanted: str) -> dict:
        return await discogs().album(wanted)


class ByText(Source):
    async def get(self, wanted: str) -> dict:
        return await discogs().find(wanted)


def source() -> Source:
    return app.extra["source"]


@app.get("/x")
async def h(source: Source = Depends(source)):
    return await source.get("1")
""",
    ),
    "a default that keeps a variable": (
        "discogs-string-search",
        """
@app.get("/x")
async def h(held: Discogs = Depends(discogs)):
    found = [lambda text, held=held: held.find(text)]
    return await found[0]("x")
""",
    ),
    "a prepared statement": (
        "cache-by-key",
        """
@app.get("/x")
async def h(conn):
    prepared = await conn.prepare("SELECT * FROM album WHERE id = $1")
    return await prepared.fetch(5)
""",
    ),
    "a dependency made of another": (
        "discogs-string-search",
        """
async def checked():
    await discogs().find("x")


def required(getter):
    async def dependency(found=Depends(getter)) -> Discogs:
        return found

    return dependency


@app.get("/x")
async def h(d: Discogs = Depends(required(checked))):
    return d
""",
    ),
    "dependencies of what a factory makes": (
        "discogs-by-id, discogs-string-search",
        """
async def checked():
    await discogs().find("x")


def with_check(*, strict: bool):
    async def dependency(_: None = Depends(checked)) -> Discogs:
        return discogs()

    return dependency


@app.get("/x")
async def h(d: Discogs = Depends(with_check(strict=True))):
    return await d.album(1)
""",
    ),
    "a dependency that is an object": (
        "discogs-string-search",
        """
async def checked():
    await discogs().find("x")


class Required:
    def __init__(self, role: str) -> None:
        self.role = role

    async def __call__(self, _: None = Depends(checked)) -> str:
        return self.role


@app.get("/x")
async def h(role: str = Depends(Required("dj"))):
    return role
""",
    ),
    "a dependency nobody can resolve": (
        UNCLEAR,
        """
import plugins


REGISTRY = {}


@app.get("/x")
async def h(d: Discogs = Depends(REGISTRY["discogs"])):
    return d
""",
    ),
    "not a dependency where it is called": (
        "nothing",
        """
async def checked():
    await discogs().find("x")


async def plain(_: None = Depends(checked)) -> int:
    return 1


@app.get("/x")
async def h():
    return await plain()
""",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape(name: str, tmp_path) -> None:
    expected, code = SHAPES[name]
    server = of(tmp_path, code)
    if expected == UNCLEAR:
        assert server.unresolved
        assert "proven" not in server.claims.values()
    else:
        assert kinds(server) == expected
        assert not server.unresolved
