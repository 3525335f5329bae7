from fastapi import APIRouter, FastAPI

class Api:
    def __init__(self):
        self.router = APIRouter(prefix="/c")
        self.router.add_api_route("/x", self.h, methods=["GET"])  # route: GET /c/x
    async def h(self): ...
app = FastAPI()
app.include_router(Api().router)
