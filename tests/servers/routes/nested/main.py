from fastapi import APIRouter, FastAPI

from pkg.api import api
app = FastAPI()
app.include_router(api, prefix="/v1")
