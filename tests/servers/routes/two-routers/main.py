from fastapi import APIRouter, FastAPI

import m
app = FastAPI()
app.include_router(m.a, prefix="/1")
app.include_router(m.b)
