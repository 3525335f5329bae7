# aiohttp and Starlette: tables of routes, handlers that are added, routes that are values below a mount.
import os

import requests
from aiohttp import web
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

routes = web.RouteTableDef()


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


@routes.get("/items")
async def show(request):
    item = load()
    return web.json_response({"title": item["title"]})  # sink: http GET /items


@routes.get("/seen")
async def seen(request):
    load()
    return web.Response(text="seen")  # ok: a text of its own


async def added(request):
    return web.Response(text=load()["title"])  # sink: http GET /added ; http POST /listed


app = web.Application()
app.add_routes(routes)
app.router.add_get("/added", added)
app.add_routes([web.post("/listed", added)])


def mounted(request):
    return JSONResponse(load())  # sink: http GET /api/items


other = Starlette(routes=[Mount("/api", routes=[Route("/items", mounted)])])
