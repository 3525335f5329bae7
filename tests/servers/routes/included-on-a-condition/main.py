from fastapi import APIRouter, FastAPI

app = FastAPI()
r = APIRouter()
@r.get("/x")  # route: GET /a/x, GET /b/x
def h(): ...
if True:
    app.include_router(r, prefix="/a")
else:
    app.include_router(r, prefix="/b")
