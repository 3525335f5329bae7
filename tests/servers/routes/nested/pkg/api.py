from fastapi import APIRouter, FastAPI

from .items import router as items
api = APIRouter(prefix="/api")
api.include_router(items, prefix="/items")
