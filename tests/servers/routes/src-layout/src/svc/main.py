from fastapi import APIRouter, FastAPI

from svc.api import r
app = FastAPI()
app.include_router(r)
