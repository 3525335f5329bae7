import fastapi
app = fastapi.FastAPI()
r = fastapi.APIRouter(prefix="/r")
@r.get("/x")  # route: GET /r/x
def h(): ...
app.include_router(router=r)
