# FastAPI: what runs as long as the application does makes the client that handlers ask for.
import os
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, asdict
import httpx
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel

class ItemOut(BaseModel):
    id: int
    title: str

@dataclass
class Row:
    id: int
    title: str
    tags: list[str] = field(default_factory=list)

class Acme:
    def __init__(self, client: httpx.AsyncClient):
        self._client = client
        self._seen: dict[int, dict] = {}
    async def item(self, id: int) -> dict:
        if id in self._seen:
            return self._seen[id]
        response = await self._client.get(f"/items/{id}")  # expect: request GET /items/{} ; reach: renders
        response.raise_for_status()
        self._seen[id] = response.json()
        return self._seen[id]
    async def search(self, q: str) -> list[dict]:
        response = await self._client.get("/items", params={"q": q})  # expect: request GET /items ; reach: renders
        return response.json()["rows"]
    async def health(self) -> bool:
        try:
            response = await self._client.get("/health")  # expect: request GET /health ; reach: decides
            return response.status_code == 200
        except httpx.HTTPError:
            return False

@asynccontextmanager
async def lifespan(app: FastAPI):
    async with httpx.AsyncClient(base_url=os.environ["ACME_URL"]) as client:
        app.state.acme = Acme(client)
        yield

def acme(request: Request) -> Acme:
    return request.app.state.acme

router = APIRouter(prefix="/items", tags=["items"])

@router.get("/{id}", response_model=ItemOut)
async def show(id: int, acme: Acme = Depends(acme)):
    return await acme.item(id)  # sink: http GET /v1/items/{id}

@router.get("", response_model=list[ItemOut])
async def search(q: str = "", acme: Acme = Depends(acme)):
    rows = [Row(id=one["id"], title=one["title"]) for one in await acme.search(q)]
    return [asdict(row) for row in rows]  # sink: http GET /v1/items

@router.get("/{id}/exists")
async def exists(id: int, acme: Acme = Depends(acme)):
    try:
        await acme.item(id)
    except httpx.HTTPStatusError as error:
        raise HTTPException(404, "no such item") from error
    return {"exists": True}

app = FastAPI(lifespan=lifespan)
app.include_router(router, prefix="/v1")

@app.get("/health")
async def health(acme: Acme = Depends(acme)):
    return {"up": await acme.health()}  # sink: http GET /health
