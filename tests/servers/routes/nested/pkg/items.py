from fastapi import APIRouter, FastAPI

router = APIRouter()
@router.get("")  # route: GET /v1/api/items
@router.get("/{id}")  # route: GET /v1/api/items/{}
async def h(id: int): ...
