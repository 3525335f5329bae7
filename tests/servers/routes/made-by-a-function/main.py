from fastapi import APIRouter, FastAPI

def make():
    app = FastAPI()
    r = APIRouter(prefix="/r")
    @r.get("/x")  # route: GET /r/x
    def h(): ...
    app.include_router(r)
    return app
app = make()
