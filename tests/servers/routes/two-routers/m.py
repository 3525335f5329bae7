from fastapi import APIRouter, FastAPI

a = APIRouter(prefix="/a")
b = APIRouter(prefix="/b")
@a.get("/x")  # route: GET /1/a/x
@b.post("/y")  # route: POST /b/y
def h(): ...
