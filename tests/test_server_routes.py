"""Routes: the paths under which handlers are found, for each way of putting routers together."""

from __future__ import annotations

import pytest

from tests.served import written

HEAD = "from fastapi import APIRouter, FastAPI\n"

SHAPES = {
    "plain": (
        ["GET /a/{}/b"],
        {
            "main.py": HEAD
            + """
app = FastAPI()
@app.get("/a/{x}/b/")
def h(): ...
""",
        },
    ),
    "not included": (
        [],
        {
            "main.py": HEAD
            + """
app = FastAPI()
r = APIRouter()
@r.get("/a")
def h(): ...
""",
        },
    ),
    "two routers": (
        ["GET /1/a/x", "POST /b/y"],
        {
            "main.py": HEAD
            + """
import m
app = FastAPI()
app.include_router(m.a, prefix="/1")
app.include_router(m.b)
""",
            "m.py": HEAD
            + """
a = APIRouter(prefix="/a")
b = APIRouter(prefix="/b")
@a.get("/x")
@b.post("/y")
def h(): ...
""",
        },
    ),
    "nested": (
        ["GET /v1/api/items", "GET /v1/api/items/{}"],
        {
            "main.py": HEAD
            + """
from pkg.api import api
app = FastAPI()
app.include_router(api, prefix="/v1")
""",
            "pkg/api.py": HEAD
            + """
from .items import router as items
api = APIRouter(prefix="/api")
api.include_router(items, prefix="/items")
""",
            "pkg/items.py": HEAD
            + """
router = APIRouter()
@router.get("")
@router.get("/{id}")
async def h(id: int): ...
""",
            "pkg/__init__.py": "",
        },
    ),
    "twice": (
        ["GET /v1/a", "GET /v2/a"],
        {
            "main.py": HEAD
            + """
r = APIRouter()
@r.get("/a")
def h(): ...
app = FastAPI()
app.include_router(r, prefix="/v1")
app.include_router(r, prefix="/v2")
""",
        },
    ),
    "api_route": (
        ["GET /a", "GET /b", "POST /a", "PUT /c"],
        {
            "main.py": HEAD
            + """
app = FastAPI()
@app.api_route("/a", methods=["GET", "POST"])
def h(): ...
app.add_api_route("/b", h)
app.add_api_route("/c", endpoint=h, methods=["PUT"])
""",
        },
    ),
    "factory": (
        ["GET /r/x"],
        {
            "main.py": HEAD
            + """
def make():
    app = FastAPI()
    r = APIRouter(prefix="/r")
    @r.get("/x")
    def h(): ...
    app.include_router(r)
    return app
app = make()
""",
        },
    ),
    "const prefix": (
        ["GET /?/x", "GET /api/v1/x", "GET /s/x"],
        {
            "main.py": HEAD
            + """
from cfg import PREFIX, settings
app = FastAPI()
r = APIRouter()
@r.get("/x")
def h(): ...
app.include_router(r, prefix=f"{PREFIX}/v1")
app.include_router(r, prefix=settings.prefix)
app.include_router(r, prefix=unknown())
""",
            "cfg.py": """
class S:
    prefix: str = "/s"
PREFIX = "/api"
settings = S()
""",
        },
    ),
    "loop dict": (
        ["GET /p/x"],
        {
            "main.py": HEAD
            + """
import a
app = FastAPI()
ROUTERS = [a.r]
for r in ROUTERS:
    app.include_router(r, prefix="/p")
""",
            "a.py": HEAD
            + """
r = APIRouter()
@r.get("/x")
def h(): ...
""",
        },
    ),
    "mount": (
        ["GET /sub/x"],
        {
            "main.py": HEAD
            + """
sub = FastAPI()
@sub.get("/x")
def h(): ...
app = FastAPI()
app.mount("/sub", sub)
""",
        },
    ),
    "class router": (
        ["GET /c/x"],
        {
            "main.py": HEAD
            + """
class Api:
    def __init__(self):
        self.router = APIRouter(prefix="/c")
        self.router.add_api_route("/x", self.h, methods=["GET"])
    async def h(self): ...
app = FastAPI()
app.include_router(Api().router)
""",
        },
    ),
    "package init": (
        ["GET /v1/x"],
        {
            "main.py": HEAD
            + """
from api import router
app = FastAPI()
app.include_router(router)
""",
            "api/__init__.py": """
from .v1 import router
""",
            "api/v1.py": HEAD
            + """
router = APIRouter(prefix="/v1")
@router.get("/x")
def h(): ...
""",
        },
    ),
    "register function": (
        ["GET /p/x"],
        {
            "main.py": HEAD
            + """
import a
app = FastAPI()
a.register(app)
""",
            "a.py": HEAD
            + """
from fastapi import FastAPI
r = APIRouter()
@r.get("/x")
def h(): ...
def register(app: FastAPI) -> None:
    app.include_router(r, prefix="/p")
""",
        },
    ),
    "tests are no routes": (
        [],
        {
            "main.py": HEAD
            + """
app = FastAPI()
""",
            "tests/t.py": HEAD
            + """
app = FastAPI()
@app.get("/t")
def h(): ...
""",
        },
    ),
    "src layout": (
        ["GET /x"],
        {
            "src/svc/main.py": HEAD
            + """
from svc.api import r
app = FastAPI()
app.include_router(r)
""",
            "src/svc/__init__.py": "",
            "src/svc/api.py": HEAD
            + """
r = APIRouter()
@r.get("/x")
def h(): ...
""",
        },
    ),
    "fastapi module": (
        ["GET /r/x"],
        {
            "main.py": """
import fastapi
app = fastapi.FastAPI()
r = fastapi.APIRouter(prefix="/r")
@r.get("/x")
def h(): ...
app.include_router(router=r)
""",
        },
    ),
    "root path conditional": (
        ["GET /a/x", "GET /b/x"],
        {
            "main.py": HEAD
            + """
app = FastAPI()
r = APIRouter()
@r.get("/x")
def h(): ...
if True:
    app.include_router(r, prefix="/a")
else:
    app.include_router(r, prefix="/b")
""",
        },
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_routes(name: str, tmp_path) -> None:
    expected, files = SHAPES[name]
    assert sorted(written(tmp_path, files)) == expected
