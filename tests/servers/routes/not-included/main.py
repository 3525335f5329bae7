from fastapi import APIRouter, FastAPI

app = FastAPI()
r = APIRouter()
@r.get("/a")
def h(): ...
