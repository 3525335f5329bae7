from fastapi import APIRouter, FastAPI

r = APIRouter()
@r.get("/x")  # route: GET /x
def h(): ...
