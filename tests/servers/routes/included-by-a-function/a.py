from fastapi import APIRouter, FastAPI

from fastapi import FastAPI
r = APIRouter()
@r.get("/x")  # route: GET /p/x
def h(): ...
def register(app: FastAPI) -> None:
    app.include_router(r, prefix="/p")
