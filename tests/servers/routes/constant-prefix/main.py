from fastapi import APIRouter, FastAPI

from cfg import PREFIX, settings
app = FastAPI()
r = APIRouter()
@r.get("/x")  # route: GET /?/x, GET /api/v1/x, GET /s/x
def h(): ...
app.include_router(r, prefix=f"{PREFIX}/v1")
app.include_router(r, prefix=settings.prefix)
app.include_router(r, prefix=unknown())
