from fastapi import APIRouter, FastAPI

r = APIRouter()
@r.get("/a")  # route: GET /v1/a, GET /v2/a
def h(): ...
app = FastAPI()
app.include_router(r, prefix="/v1")
app.include_router(r, prefix="/v2")
