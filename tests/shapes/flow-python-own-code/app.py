# What a class has code for in Python: reading under a key, going through it, entering it, members that it does not have.
import os
from contextlib import asynccontextmanager, contextmanager

import httpx
from fastapi import FastAPI

app = FastAPI()
BASE = os.environ["ACME_URL"]


@asynccontextmanager
async def client():
    async with httpx.AsyncClient(base_url=BASE) as http:
        yield http


@app.get("/client")
async def by_client():
    async with client() as http:
        response = await http.get("/client")  # expect: request GET /client ; reach: renders
    return response.json()  # sink: http GET /client


@contextmanager
def loaded():
    item = httpx.get(f"{BASE}/loaded").json()  # expect: request GET /loaded ; reach: renders
    try:
        yield item
    finally:
        pass


@app.get("/loaded")
def by_generator():
    with loaded() as item:
        return {"title": item["title"]}  # sink: http GET /loaded


@contextmanager
def logged():
    httpx.get(f"{BASE}/logged").json()  # expect: request GET /logged ; reach: contained
    yield {"title": "none"}


@app.get("/logged")
def by_another():
    with logged() as item:
        return {"title": item["title"]}  # ok: another value


class Session:
    def __init__(self):
        self.item = httpx.get(f"{BASE}/session").json()  # expect: request GET /session ; reach: renders
        self.other = 1

    def __enter__(self):
        return self.item

    def __exit__(self, *_):
        return False


@app.get("/session")
def by_session():
    with Session() as item:
        return {"title": item["title"]}  # sink: http GET /session


class Rows:
    def __init__(self, rows, size):
        self._rows, self._size, self.asked = rows, size, 0

    def __iter__(self):
        for row in self._rows:
            yield row["title"]

    def __getitem__(self, n):
        if n:
            self.asked += 1
        return self._rows[n]["title"]


class Sizes(Rows):
    def __getitem__(self, n):
        return self._size


counting = Rows([], 0)


@app.get("/first")
def first():
    rows = Rows(httpx.get(f"{BASE}/first").json(), 1)  # expect: request GET /first ; reach: renders
    return {"first": rows[0]}  # sink: http GET /first


@app.get("/all")
def every():
    rows = Rows(httpx.get(f"{BASE}/all").json(), 1)  # expect: request GET /all ; reach: renders
    return list(rows)  # sink: http GET /all


@app.get("/size")
def size():
    rows = Sizes(httpx.get(f"{BASE}/size").json(), 1)  # expect: request GET /size ; reach: contained
    return {"size": rows[0]}  # ok: its own code gives another member


@app.get("/count/{n}")
def count():
    item = httpx.get(f"{BASE}/count").json()  # expect: request GET /count ; reach: decides
    counting[item["id"]]
    return {}


@app.get("/counted")
def counted():
    return {"asked": counting.asked}  # sink: http GET /counted


class Item:
    def __init__(self, data):
        self._data, self.size = data, 1

    def __getattr__(self, name):
        return self._data[name]


@app.get("/member")
def member():
    item = Item(httpx.get(f"{BASE}/member").json())  # expect: request GET /member ; reach: renders
    return {"title": item.title}  # sink: http GET /member


@app.get("/own-member")
def own_member():
    item = Item(httpx.get(f"{BASE}/own").json())  # expect: request GET /own ; reach: contained
    return {"size": item.size}  # ok: a member that it has


@app.get("/grouped")
def grouped():
    found = {}
    for one in httpx.get(f"{BASE}/grouped").json():  # expect: request GET /grouped ; reach: renders
        found[one["title"]] = 1  # ok: written there, and no class is asked
    return found  # sink: http GET /grouped


class Steps:
    def __init__(self, rows, size):
        self.rows, self.size = rows, size

    def __iter__(self):
        return self

    def __next__(self):
        return self.rows.pop()


class Pages:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return Steps(self.rows, 1)


class Polled:
    def __aiter__(self):
        return self

    async def __anext__(self):
        return httpx.get(f"{BASE}/polled").json()  # expect: request GET /polled ; reach: renders


@app.get("/steps")
def steps():
    rows = httpx.get(f"{BASE}/steps").json()  # expect: request GET /steps ; reach: renders
    return [row["title"] for row in Steps(rows, 1)]  # sink: http GET /steps


@app.get("/steps/one")
def one_step():
    rows = httpx.get(f"{BASE}/step").json()  # expect: request GET /step ; reach: renders
    return next(Steps(rows, 1))  # sink: http GET /steps/one


@app.get("/pages")
def pages():
    rows = httpx.get(f"{BASE}/pages").json()  # expect: request GET /pages ; reach: renders
    return list(Pages(rows))  # sink: http GET /pages


@app.get("/polled")
async def polled():
    return [row["title"] async for row in Polled()]  # sink: http GET /polled


@app.get("/steps/size")
def step_size():
    item = httpx.get(f"{BASE}/stepsize").json()  # expect: request GET /stepsize ; reach: contained
    return list(Steps([], item["size"]))  # ok: no element


class Loose:
    def __init__(self, **more):
        self.__dict__.update(more)


class Looser:
    def __init__(self, more):
        for name, value in more.items():
            setattr(self, name, value)


@app.get("/loose")
def loose():
    item = httpx.get(f"{BASE}/loose").json()  # expect: request GET /loose ; reach: renders
    return {"title": Loose(title=item["title"]).title}  # sink: http GET /loose


@app.get("/looser")
def looser():
    item = httpx.get(f"{BASE}/looser").json()  # expect: request GET /looser ; reach: renders
    made = Looser({"title": item["title"]})
    setattr(made, "other", 1)
    return {"made": vars(made)}  # sink: http GET /looser


@app.get("/loose/other")
def loose_other():
    item = httpx.get(f"{BASE}/loose-other").json()  # expect: request GET /loose-other ; reach: contained
    return {"title": Loose(code=item["title"], title=1).title}  # ok: another member


@app.get("/put")
def put():
    item = httpx.get(f"{BASE}/put").json()  # expect: request GET /put ; reach: contained
    made = Loose()
    setattr(made, "code", item)
    return {"title": getattr(made, "title", None)}  # ok: another member


class Logged:
    def __init__(self, item):
        self.item, self.count = item, 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        print(self.item)  # sink: log
        return self.item


class Counted(Logged):
    def __exit__(self, *_):
        print(self.count)  # ok: another member


@app.get("/left")
def left():
    with Logged(httpx.get(f"{BASE}/left").json()) as one:  # expect: request GET /left ; reach: contained
        return {"count": one.count}  # ok: another member


@app.get("/left/other")
def left_other():
    with Counted(httpx.get(f"{BASE}/left-other").json()) as one:  # expect: request GET /left-other ; reach: contained
        return {"count": one.count}  # ok: another member
