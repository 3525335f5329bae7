# FastAPI: what handlers return, send and raise; routers have prefixes of their own and of where they are included.
import os

import requests
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, HTTPException, Response, WebSocket
from fastapi.responses import JSONResponse, StreamingResponse

from api import items

app = FastAPI()
router = APIRouter(prefix="/pages")


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


@router.get("/{id}")
async def show(id: int):
    item = load()
    return {"title": item["title"]}  # sink: http GET /v1/pages/{id}


@router.get("/{id}/seen")
async def seen(id: int):
    load()
    return {"seen": True}  # ok: nothing of the item


@router.api_route("/both", methods=["GET", "PUT"])
async def both():
    return JSONResponse(content=load())  # sink: http GET /v1/pages/both ; http PUT /v1/pages/both


@router.post("")
async def save(item=Depends(load)):
    return item  # sink: http POST /v1/pages


@router.get("/stream")
async def stream():
    item = load()

    def lines():
        yield item["title"]

    return StreamingResponse(lines())  # sink: http GET /v1/pages/stream


@router.get("/headers")
async def headers(response: Response):
    item = load()
    response.headers["x-title"] = item["title"]  # sink: http GET /v1/pages/headers
    response.set_cookie("title", item["title"])  # sink: http GET /v1/pages/headers
    if not item["id"]:
        raise HTTPException(404, item["title"])  # sink: http GET /v1/pages/headers
    return None


@app.websocket("/live")
async def live(socket: WebSocket):
    await socket.accept()
    await socket.send_json(load())  # sink: http WS /live


def note(title):
    print(title)  # sink: log


@app.get("/later")
async def later(tasks: BackgroundTasks):
    tasks.add_task(note, load()["title"])
    return {"seen": True}


app.include_router(router, prefix="/v1")
app.include_router(items.router, prefix="/items")
