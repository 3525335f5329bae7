from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/v1")
@router.get("/x")  # route: GET /v1/x
def h(): ...
