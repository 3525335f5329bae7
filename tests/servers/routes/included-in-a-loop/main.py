from fastapi import APIRouter, FastAPI

import a
app = FastAPI()
ROUTERS = [a.r]
for r in ROUTERS:
    app.include_router(r, prefix="/p")
